import { newId } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import type { EnquiryFacts } from '../asking/enquiry-facts';
import { packOf } from '../asking/sharing-desk';
import { personOnRoster } from '../domain/compose-question';
import { OBLIGATIONS, type ObligationCode } from '../domain/decision';
import { agencyOwing, isOfOnePerson, isOwedByAThing } from '../domain/obligations/task-of';
import { reviewLadder } from '../domain/review-ladder';
import { lawDue, obligationDue } from '../domain/task-due';
import { ObligationRepository } from '../obligations/obligation.repository';
import { ItemReviews } from './item-reviews';
import type { Judged } from './judge-thing';

interface Owed {
  readonly code: ObligationCode;
  readonly agencyId: string | null;
  readonly personId: string | null;
}

/**
 * What the rules owe of items and products becomes a task also where they permit or refuse by themselves: once for each enquiry, code, agency and
 * person, however many items owe it and however often they are looked at. One read for a call, and nothing more where everything is known.
 */
@Injectable()
export class OwedByThings {
  constructor(
    private readonly obligations: ObligationRepository,
    private readonly itemReviews: ItemReviews,
    private readonly clock: Clock,
  ) {}

  async keep(tx: Tx, facts: EnquiryFacts, judged: readonly Judged[]): Promise<void> {
    const owed = owedOf(facts, judged);
    if (owed.size === 0 || (await this.missing(tx, facts, owed)).length === 0) return;
    // Two looks at once keep one task: whoever comes second finds it.
    await this.itemReviews.lock(tx, facts.enquiryId);
    const rows = await this.missing(tx, facts, owed);
    const pack = packOf(facts);
    const at = this.clock.now();
    const started = { at, reviewDueAt: reviewLadder(pack, facts.decision.colour, at).dueAt };
    const { enquiryId, partnershipId } = facts;
    const tasks = rows.map(({ code, ...whose }) => ({
      ...{ obligationId: newId(), partnershipId, enquiryId, code, owner: OBLIGATIONS[code].owner, ...whose },
      ...{ dueAt: obligationDue(code, pack, started), lawDueAt: lawDue(code, pack, started) ?? null },
    }));
    if (tasks.length > 0) await this.obligations.addAll(tx, tasks);
  }

  private async missing(tx: Tx, facts: EnquiryFacts, owed: ReadonlyMap<string, Owed>): Promise<Owed[]> {
    const ever = await this.obligations.ofEver(tx, facts.enquiryId);
    const known = new Set(ever.map((one) => keyOf({ ...one, personId: one.personId && today(facts, one.personId) })));
    return [...owed].filter(([key]) => !known.has(key)).map(([, one]) => one);
  }
}

const keyOf = ({ code, agencyId, personId }: Owed): string => `${code} ${agencyId ?? ''} ${personId ?? ''}`;

/** Whoever was matched since is the same person: what was owed of their mention is owed of them. */
const today = ({ intake }: EnquiryFacts, personId: string): string =>
  personOnRoster(intake, personId)?.personId ?? personId;

function owedOf(facts: EnquiryFacts, judged: readonly Judged[]): Map<string, Owed> {
  const owed = new Map<string, Owed>();
  for (const { decision, decided } of judged)
    for (const code of decision.obligations.filter(isOwedByAThing)) {
      const { matter } = decided;
      const personId = isOfOnePerson(code) ? today(facts, matter.personId) : null;
      const one = { code, agencyId: agencyOwing(code, matter), personId };
      owed.set(keyOf(one), one);
    }
  return owed;
}
