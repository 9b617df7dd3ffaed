import { createHash } from 'node:crypto';
import {
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  newId,
  RequestProposedV1,
  SharingDecidedV1,
  type LineFacts,
} from '@mash/contracts';
import { people } from '@mash/testing';
import { DecideLineWhenRequestIsProposed } from '../src/reactions/decide-line-when-request-is-proposed.reaction';
import type { AnEnquiry } from './an-enquiry';
import type { Sharing } from './start-sharing';

export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

type Changes = Partial<LineFacts> & {
  ratingVersion?: number;
  consentVersion?: number;
  /** The words inside, which are those recorded. */
  purposeText?: string;
  /** Why more than the pack is asked for. */
  why?: string;
  /** Whom it is about, as the agency searches by them. */
  person?: object;
};

/** A line of a request to the school, as `agency-requests` proposes it. */
export async function proposedLine(enquiry: AnEnquiry, changes: Changes = {}) {
  const { sharing, enquiryId, personId } = enquiry;
  const { ratingVersion = 1, consentVersion, why, person, ...rest } = changes;
  const { purposeText = rest.task === undefined ? 'Why' : 'Why, under section 47.', ...change } = rest;
  const ids = { requestId: change.requestId ?? newId(), agencyId: change.agencyId ?? DEMO_AGENCIES.school };
  const header = { typ: 'request', version: 1, partnershipId: DEMO_PARTNERSHIP, enquiryId, personId, ...ids } as const;
  const content = { purposeText, ...(person && { person }), ...(why !== undefined && { questions: [{ why }] }) };
  const sealed = await enquiry.seal<'request'>(header, { content, by: people.analyst.id });
  const at = new Date().toISOString();
  const asked = { ...ids, enquiryId, personId, category: 'education-attendance', purpose: 'S47', need: 'yes' } as const;
  const line: LineFacts = {
    ...{
      ...asked,
      lineId: newId(),
      partnershipId: DEMO_PARTNERSHIP,
      textRecorded: hashOf(purposeText),
      envelopeId: newId(),
    },
    ...{ sealed, wholeRecord: false, existenceOnly: false, askedBy: people.analyst.id, askedAt: at, ...change },
  };
  sharing.others.answers.set(`/agency-requests/facts/lines/${line.lineId}`, line);
  const event: RequestProposedV1 = {
    ...{ id: newId(), type: RequestProposedV1.type, version: 1, occurredAt: at, partnershipId: DEMO_PARTNERSHIP },
    ...{ correlationId: enquiryId, actor: { id: people.analyst.id, kind: 'person' } },
    data: {
      ...{ ...asked, category: line.category, purpose: line.purpose, lineId: line.lineId, existenceOnly: false },
      ...{ textHash: line.textRecorded, rosterVersion: 1, ratingVersion, thresholdVersion: 1, wholeRecord: false },
      ...{ proposedAt: at, ...(consentVersion !== undefined && { consentVersion }) },
    },
  };
  return { line, event };
}

/** Somebody of the agency asked opens the request that a line is of. */
export function opensRequest(
  sharing: Sharing,
  { agencyId, enquiryId, personId, requestId, envelopeId, sealed, purpose }: LineFacts,
) {
  sharing.others.access.set(people.educationLiaison.id, { access: 'ordinary', audience: 'agency' });
  const envelope = { typ: 'request', version: 1, envelopeId, requestId, agencyId, personId, sealed };
  const call = { releaseId: newId(), enquiryId, mode: 'ask', purpose, envelopes: [envelope] };
  return sharing.as({ ...people.educationLiaison, agencyId })('post', '/releases', call);
}

/** The steps of deciding lines, and what came of it. */
export function linesWith(sharing: Sharing) {
  const react = (event: RequestProposedV1) => sharing.app.get(DecideLineWhenRequestIsProposed).handle(event);
  const announced = (lineId: string) =>
    sharing.query<{ outcome: string; byPerson: boolean; supersedes: string | null; sharingDecisionId: string }>(
      `SELECT envelope -> 'data' ->> 'outcome' AS outcome, (envelope -> 'data' ->> 'byPerson')::boolean AS "byPerson",
          envelope -> 'data' ->> 'supersedes' AS supersedes, envelope -> 'data' ->> 'sharingDecisionId' AS "sharingDecisionId"
        FROM (SELECT id, seq, type, envelope FROM outbox UNION SELECT id, seq, type, envelope FROM outbox_archive) AS put_down
        WHERE type = $1 AND envelope -> 'data' -> 'about' ->> 'id' = $2 ORDER BY seq`,
      [SharingDecidedV1.type, lineId],
    );
  const outcomes = async (lineId: string) => (await announced(lineId)).map(({ outcome }) => outcome);
  const kept = (lineId: string) =>
    sharing.query<{ outcome: string; reasons: string[]; lawfulBasis: string[]; rule: string }>(
      'SELECT outcome, reasons, lawful_basis AS "lawfulBasis", rule FROM sharing_decision WHERE about_id = $1 ORDER BY decided_at, sharing_decision_id',
      [lineId],
    );
  /** A line that is decided; from then on its owner says that it stands so. */
  const decided = async (enquiry: AnEnquiry, changes: Changes = {}): Promise<string> => {
    const { line, event } = await proposedLine(enquiry, changes);
    await react(event);
    return line.lineId;
  };
  const lineIs = (lineId: string, state: NonNullable<LineFacts['state']>): void => {
    const path = `/agency-requests/facts/lines/${lineId}`;
    sharing.others.answers.set(path, { ...(sharing.others.answers.get(path) as LineFacts), state });
  };
  return { react, announced, outcomes, kept, decided, lineIs };
}
