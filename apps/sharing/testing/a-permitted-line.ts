import { createHash } from 'node:crypto';
import { DEMO_AGENCIES, DEMO_PARTNERSHIP, newId, RequestProposedV1, type LineFacts } from '@mash/contracts';
import { people } from '@mash/testing';
import { DecideLineWhenRequestIsProposed } from '../src/reactions/decide-line-when-request-is-proposed.reaction';
import type { AnEnquiry } from './an-enquiry';

const WHY = 'A child may be at risk of significant harm.';
const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** What stands in the envelope of a question. */
interface Said {
  readonly purposeText?: string;
  readonly person?: object;
}

/** A question to the police about the child, as `agency-requests` keeps it. Another one stands in its envelope beside it, and was not permitted. */
export async function aProposedLine(
  enquiry: AnEnquiry,
  agencyId: string = DEMO_AGENCIES.police,
  { purposeText = WHY, person = { displayName: 'Wren Quillfeather' } }: Said = {},
): Promise<LineFacts> {
  const { enquiryId, personId, sharing } = enquiry;
  const ids = { requestId: newId(), agencyId, personId };
  const header = { typ: 'request', version: 1, partnershipId: DEMO_PARTNERSHIP, enquiryId, ...ids } as const;
  const questions = [{ category: 'police-incidents' }, { category: 'domestic-abuse' }];
  const content = { purposeText, purpose: 'S47', person, questions };
  const line: LineFacts = {
    ...{ lineId: newId(), enquiryId, ...ids, partnershipId: DEMO_PARTNERSHIP, envelopeId: newId() },
    ...{
      category: 'police-incidents',
      purpose: 'S47',
      textRecorded: hash(purposeText),
      need: 'yes',
      wholeRecord: false,
    },
    sealed: await enquiry.seal<'request'>(header, { content, by: people.analyst.id }),
    ...{ existenceOnly: false, askedBy: people.analyst.id, askedAt: new Date().toISOString() },
  };
  sharing.others.answers.set(`/agency-requests/facts/lines/${line.lineId}`, line);
  return line;
}

/** The same, decided: at section 47, and between bodies that agreed, it is permitted. */
export async function aPermittedLine(
  enquiry: AnEnquiry,
  agencyId: string = DEMO_AGENCIES.police,
  said: Said = {},
): Promise<LineFacts> {
  const line = await aProposedLine(enquiry, agencyId, said);
  const { lineId, requestId, enquiryId, personId, category, purpose, need, textRecorded, askedAt } = line;
  const event: RequestProposedV1 = {
    ...{ id: newId(), type: RequestProposedV1.type, version: 1, occurredAt: askedAt, partnershipId: DEMO_PARTNERSHIP },
    ...{ correlationId: enquiryId, actor: { id: people.analyst.id, kind: 'person' } },
    data: {
      ...{ lineId, requestId, enquiryId, personId, agencyId, category, purpose, need, existenceOnly: false },
      ...{ textHash: textRecorded, rosterVersion: 1, ratingVersion: 1, thresholdVersion: 1, wholeRecord: false },
      proposedAt: askedAt,
    },
  };
  await enquiry.sharing.app.get(DecideLineWhenRequestIsProposed).handle(event);
  return line;
}
