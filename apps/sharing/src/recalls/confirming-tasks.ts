import { newId } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { personOnRoster } from '../domain/compose-question';
import { OBLIGATIONS } from '../domain/decision';
import { asMeant } from '../domain/recalls/as-meant';
import { isMatchDoubted } from '../domain/recalls/is-match-doubted';
import { stillToConfirm } from '../domain/recalls/still-to-confirm';
import { ObligationRepository } from '../obligations/obligation.repository';
import { AskedLinesFinder } from '../releases/asked-lines';
import type { Admitted } from '../releases/release-gate';
import { IdentityStatementRepository, type IdentityStatementRow } from './identity-statement.repository';
import type { RecallScope } from './recall-scopes';

const CODE = 'CONFIRM_NOW';
type Intake = Admitted['facts']['intake'];

/** Who has to confirm whom something is about (CONFIRM_NOW): asked by a doubt, done by what is said afterwards. */
@Injectable()
export class ConfirmingTasks {
  constructor(
    private readonly obligations: ObligationRepository,
    private readonly statements: IdentityStatementRepository,
    private readonly askedLines: AskedLinesFinder,
  ) {}

  /** A match is the hub's, and its managers' to confirm. What an agency holds is asked of its staff by the statement itself. */
  async ask(
    tx: Tx,
    { enquiryId, partnershipId, about, confirmBy }: IdentityStatementRow,
    intake: Intake,
  ): Promise<void> {
    if (about.kind !== 'person' || confirmBy === null) return;
    const personId = today(intake, about.id);
    const task = { enquiryId, code: CODE, part: 1, agencyId: null, personId } as const;
    if ((await this.obligations.lockTask(tx, task)).length > 0) return;
    const { owner } = OBLIGATIONS[CODE];
    const row = { ...task, obligationId: newId(), sharingDecisionId: null, partnershipId, owner };
    await this.obligations.add(tx, { ...row, dueAt: confirmBy, lawDueAt: null });
  }

  /**
   * It is said whom it is about: what was owed for want of that is done. What is doubted still, and what its own holder was not sure of, is owed still.
   * Nothing is done by confirming a match of which the roster is not sure.
   */
  async settle(tx: Tx, row: IdentityStatementRow, scope: RecallScope, intake: Intake): Promise<void> {
    const { enquiryId, about, says, statedBy: by, statedAt: at } = row;
    const isMatch = about.kind === 'person';
    if (isMatch && says === 'confirmed' && personOnRoster(intake, about.id)?.identity === 'possible') return;
    const statements = asMeant(await this.statements.ofEnquiry(enquiryId, tx), intake);
    const asked = await this.askedLines.of(enquiryId, tx);
    const parts = scope.answered.map((part) => ({ ...part, askedAt: asked.askedAt(part) }));
    const open = stillToConfirm(parts, statements);
    const person = today(intake, about.id);
    // A doubt of them from when they stood under another's id is kept, and its task, under that id.
    const ofEarlier = statements.flatMap(({ isOfEarlier, meantId, about: { id } }) =>
      isOfEarlier === true && meantId === person ? id : [],
    );
    const settled = scope.answered.filter(({ items }) => !items.some(({ itemId }) => open.has(itemId)));
    await this.obligations.endAbout(tx, {
      ...{ enquiryId, code: CODE, by, at },
      ids: [...scope.ids].filter((id) => !open.has(id)),
      envelopeIds: settled.map(({ envelopeId }) => envelopeId),
      hubsOf: isMatch
        ? [about.id, person, ...ofEarlier].filter((personId) => !isMatchDoubted(statements, personId, intake))
        : [],
    });
  }
}

/** Whoever was matched since is the same person. */
const today = (intake: Intake, personId: string): string => personOnRoster(intake, personId)?.personId ?? personId;
