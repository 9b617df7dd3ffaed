import { AuditTrail } from '@mash/audit-client';
import { can, type PersonActor } from '@mash/authorisation';
import { MyRecalls, RecallsOfEnquiry, RecallsWaiting, type RecallAbout } from '@mash/contracts';
import { Clock, CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { asMeant, type AsMeant } from '../../domain/recalls/as-meant';
import { withoutEnded } from '../../domain/recalls/doubts-of-earlier';
import { isHubStaff } from '../../domain/release/audiences';
import type { EnquiryFacts } from '../../asking/enquiry-facts';
import { EnquiryRepository } from '../../persistence/enquiry.repository';
import { IdentityStatementRepository, type IdentityStatementRow } from '../../recalls/identity-statement.repository';
import { RecallRepository, type RecallNoticeRow } from '../../recalls/recall.repository';
import { EVERYBODY_NAMED, NamedToReader } from '../../register/named-to-reader';
import { ReleaseGate } from '../../releases/release-gate';
import { noticeView, questionView, recallView } from './recall-view';

class RecallsBody extends createZodDto(RecallsOfEnquiry) {}
class WaitingBody extends createZodDto(RecallsWaiting) {}
class MineBody extends createZodDto(MyRecalls) {}

const isQuestion = ({ says }: { says: string }): boolean => says === 'doubted' || says === 'wrong_person';
const questionsIn = (
  rows: readonly IdentityStatementRow[],
  { intake }: EnquiryFacts,
): AsMeant<IdentityStatementRow>[] => withoutEnded(asMeant(rows, intake), intake).filter(isQuestion);

@Controller()
export class RecallsController {
  constructor(
    private readonly gate: ReleaseGate,
    private readonly recalls: RecallRepository,
    private readonly statements: IdentityStatementRepository,
    private readonly enquiries: EnquiryRepository,
    private readonly named: NamedToReader,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What was recalled of one enquiry, who saw it, and what became of it; and what is doubted. For the hub. */
  @Get('enquiries/:enquiryId/recalls')
  @ZodResponse({ type: RecallsBody })
  async ofEnquiry(@CurrentPerson() actor: PersonActor, @UuidParam('enquiryId') enquiryId: string) {
    const action = 'recall.list';
    const { enquiry, audience, facts } = await this.gate.admit(actor, enquiryId, action);
    if (!isHubStaff(audience)) return this.gate.refuse(actor, enquiryId, action, 'NOT_THE_HUB');
    const [rows, said] = await Promise.all([this.recalls.ofEnquiry(enquiryId), this.statements.ofEnquiry(enquiryId)]);
    const notices = await this.recalls.notices(rows.map(({ recallId }) => recallId));
    const subject = { type: 'Enquiry', id: enquiryId };
    await this.audit.recordRead({
      actor,
      action,
      subject,
      enquiryId,
      outcome: 'shown',
      counts: { recalls: rows.length },
    });
    const its = { naming: await this.named.in(actor, [enquiry]), now: this.clock.now() };
    const byId = new Map(said.map((one) => [one.statementId, one]));
    const recalls = rows.flatMap((row) => {
      const statement = byId.get(row.recallId);
      return statement === undefined ? [] : recallView(row, statement, notices, its);
    });
    const { enquiryReference } = enquiry;
    const questions = questionsIn(said, facts).map((one) => questionView(one, { ...its, enquiryReference }));
    return { recalls, questions };
  }

  /** How many wait for this person, so that every page can say so: a number, nothing about any family. */
  @Get('recall-notices/waiting')
  @ZodResponse({ type: WaitingBody })
  async waiting(@CurrentPerson() actor: PersonActor) {
    const [notices, questions] = await Promise.all([this.recalls.waitingFor(actor), this.questionsOf(actor)]);
    return { waiting: notices.length, doubted: questions.filter(({ says }) => says === 'doubted').length };
  }

  /** What this person is to destroy, and whom their agency is asked to confirm. */
  @Get('recall-notices')
  @ZodResponse({ type: MineBody })
  async mine(@CurrentPerson() actor: PersonActor) {
    const { partnershipId } = actor;
    const [notices, questions] = await Promise.all([this.recalls.waitingFor(actor), this.questionsOf(actor)]);
    const about = await this.aboutOf(notices);
    const references = await this.enquiries.referencesOf([...notices, ...questions].map(({ enquiryId }) => enquiryId));
    const subject = { type: 'Partnership', id: partnershipId };
    const counts = { notices: notices.length, questions: questions.length };
    await this.audit.recordRead({ actor, action: 'recall-notice.list', subject, outcome: 'shown', counts });
    const now = this.clock.now();
    const referenceOf = (enquiryId: string) => references.get(enquiryId) ?? '';
    return {
      notices: notices.map((row) => ({
        ...noticeView(row, true, now),
        ...{ enquiryId: row.enquiryId, enquiryReference: referenceOf(row.enquiryId) },
        what: about.get(row.recallId) ?? 'item',
      })),
      questions: questions.map((one) =>
        questionView(one, { enquiryReference: referenceOf(one.enquiryId), naming: EVERYBODY_NAMED, now }),
      ),
    };
  }

  private async aboutOf(notices: readonly RecallNoticeRow[]): Promise<ReadonlyMap<string, RecallAbout['kind']>> {
    const ids = [...new Set(notices.map(({ recallId }) => recallId))];
    const found = await Promise.all(ids.map((recallId) => this.statements.find(recallId)));
    return new Map(found.flatMap((one) => (one ? [[one.statementId, one.about.kind] as const] : [])));
  }

  private questionsOf(actor: PersonActor): Promise<IdentityStatementRow[]> {
    const { partnershipId, agencyId } = actor;
    return this.isHoldersStaff(actor)
      ? this.statements.questionsOfHolder(partnershipId, agencyId)
      : Promise.resolve([]);
  }

  /** By the policy: who says for this agency that something of theirs is right after all. */
  private isHoldersStaff(actor: PersonActor): boolean {
    const { partnershipId, agencyId: holderAgencyId } = actor;
    const ofTheirs = { kind: 'Recall', id: 'theirs', partnershipId, holderAgencyId, open: true } as const;
    return can(actor, 'confirm-identity', { ...ofTheirs, shownTo: [], sentTo: [] });
  }
}
