import { can, type PersonActor } from '@mash/authorisation';
import type { BreachRecord } from '@mash/contracts';
import { Clock, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { EnquiryLife } from '../erasure/enquiry-life';
import { WrittenReason } from '../governance/written-reason';
import { EnquiryRepository } from '../persistence/enquiry.repository';
import { breachSummary, statementView } from '../queries/breaches/breach-view';
import { recallView } from '../queries/recalls/recall-view';
import { IdentityStatementRepository } from '../recalls/identity-statement.repository';
import { RecallRepository } from '../recalls/recall.repository';
import { EVERYBODY_NAMED } from '../register/named-to-reader';
import { BreachRepository, type BreachRow, type BreachStatementRow } from './breach.repository';

/** Puts the record of a breach together: what was stated, with the words for those who may write them, and how its recall goes. */
@Injectable()
export class BreachReader {
  constructor(
    private readonly breaches: BreachRepository,
    private readonly recalls: RecallRepository,
    private readonly identities: IdentityStatementRepository,
    private readonly enquiries: EnquiryRepository,
    private readonly reason: WrittenReason,
    private readonly life: EnquiryLife,
    private readonly clock: Clock,
  ) {}

  async read(actor: PersonActor, breach: BreachRow): Promise<BreachRecord> {
    const { breachId, recallId, enquiryId, partnershipId } = breach;
    const [rows, recall, statement, notices, references, erased] = await Promise.all([
      this.breaches.statements([breachId]),
      this.recalls.find(recallId),
      this.identities.find(recallId),
      this.recalls.notices([recallId]),
      this.enquiries.referencesOf([enquiryId]),
      this.life.isOver(enquiryId),
    ]);
    if (recall === undefined || statement === undefined) throw notFound('Breach');
    const opensWords = can(actor, 'state', { kind: 'Breach', id: breachId, partnershipId });
    const wordsOf = (
      noteId: string,
      authorId: string,
      { kid, envelope }: Pick<BreachStatementRow, 'kid' | 'envelope'>,
    ) =>
      opensWords && kid !== null && envelope !== null
        ? this.reason.read({ partnershipId, enquiryId, noteId, authorId, version: 1 }, { kid, envelope })
        : undefined;
    const reported = await wordsOf(statement.statementId, statement.statedBy, statement);
    const statements = await Promise.all(
      rows.map(async (row) => statementView(row, await wordsOf(row.statementId, row.madeBy, row))),
    );
    const now = this.clock.now();
    const summary = breachSummary(breach, rows, { enquiryReference: references.get(enquiryId) ?? '', now });
    return {
      ...summary,
      ...(erased && { erased }),
      ...(reported?.words !== undefined && { reported: reported.words }),
      ...(reported?.doesNotOpen && { doesNotOpen: ['reported' as const] }),
      ...{ statements, recall: recallView(recall, statement, notices, { naming: EVERYBODY_NAMED, now }) },
    };
  }
}
