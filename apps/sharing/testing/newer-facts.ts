import {
  AgreementChangedV1,
  DEMO_PARTNERSHIP,
  EnquiryRatedV1,
  FactsOvertakenV1,
  newId,
  PersonFactsRecordedV1,
  RosterChangedV1,
} from '@mash/contracts';
import { DecideAgainWhenAFactChanges } from '../src/reactions/decide-again-when-a-fact-changes.reaction';
import { ReopenEnquiriesWhenAnAgreementChanges } from '../src/reactions/reopen-enquiries-when-an-agreement-changes.reaction';
import type { AnEnquiry } from './an-enquiry';
import type { Sharing } from './start-sharing';

const PUT_DOWN = `(SELECT id, type, seq, envelope FROM outbox UNION SELECT id, type, seq, envelope FROM outbox_archive) AS put_down`;
const system = { kind: 'system' } as const;

/** What the owners of an enquiry's facts, and this service of its own, announce of newer versions, and hearing it. */
export function newerFactsOf(sharing: Sharing, { enquiryId }: AnEnquiry) {
  const at = new Date().toISOString();
  const frame = (type: string, owner: string) => ({
    ...{ id: newId(), type, version: 1 as const, occurredAt: at, partnershipId: DEMO_PARTNERSHIP },
    ...{ correlationId: enquiryId, actor: { id: owner, ...system } },
  });
  const reaction = () => sharing.app.get(DecideAgainWhenAFactChanges);
  const heard = new Set<string>();

  const rated = (ratingVersion: number): EnquiryRatedV1 => ({
    ...frame(EnquiryRatedV1.type, 'decision'),
    data: {
      ...{ enquiryId, ratingId: newId(), ratingVersion, thresholdVersion: ratingVersion, rosterVersion: 1 },
      ...{ colour: 'amber', departed: false, threshold: 'early_help', ratedBy: 'a manager', ratedAt: at },
      pack: { id: 'thurrock', version: '2026.1' },
    },
  });
  const roster = (version: number): RosterChangedV1 => ({
    ...frame(RosterChangedV1.type, 'contact-intake'),
    data: {
      enquiryId,
      version,
      confirmed: true,
      openCase: false,
      repeatContacts12Months: 0,
      changedAt: at,
      mentions: [],
    },
  });
  const recorded = (version: number): PersonFactsRecordedV1 => ({
    ...frame(PersonFactsRecordedV1.type, 'contact-intake'),
    data: { enquiryId, version, recordedAt: at },
  });
  const announced = (type: string, where = 'true') =>
    sharing.query<{ envelope: AgreementChangedV1 & FactsOvertakenV1 }>(
      `SELECT envelope FROM ${PUT_DOWN} WHERE type = $1 AND ${where} ORDER BY seq`,
      [type],
    );

  return {
    ...{ rated, roster, recorded },
    hearRated: (event: EnquiryRatedV1) => reaction().rated(event),
    hearRoster: (event: RosterChangedV1) => reaction().rosterChanged(event),
    hearRecorded: (event: PersonFactsRecordedV1) => reaction().factsRecorded(event),
    /** Everything of the whole partnership that was announced of agreements and the register, and not heard yet; how much of it is of this enquiry. */
    async hearOfPartnership(): Promise<number> {
      for (const { envelope } of await announced(AgreementChangedV1.type)) {
        await sharing.app.get(ReopenEnquiriesWhenAnAgreementChanges).handle(envelope);
      }
      const own = await announced(FactsOvertakenV1.type, `envelope -> 'data' ->> 'enquiryId' = '${enquiryId}'`);
      const news = own.filter(({ envelope }) => !heard.has(envelope.id));
      for (const { envelope } of news) {
        await reaction().overtaken(envelope);
        heard.add(envelope.id);
      }
      return news.length;
    },
  };
}
