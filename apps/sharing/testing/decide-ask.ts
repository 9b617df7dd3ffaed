import { DEMO_AGENCIES, newId, type Category, type SharingOutcome } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { people } from '@mash/testing';
import { SharingDecisionRepository, type DecisionRow } from '../src/asking/sharing-decision.repository';
import type { AnEnquiry } from './an-enquiry';
import type { Sharing } from './start-sharing';

/** A line of a request to the police, decided; of which request, where that is said. */
export async function decideAsk(
  { app }: Sharing,
  { enquiryId, personId }: Pick<AnEnquiry, 'enquiryId' | 'personId'>,
  category: Category,
  outcome: SharingOutcome,
  requestId?: string,
): Promise<void> {
  const row: DecisionRow = {
    ...{ sharingDecisionId: newId(), partnershipId: people.analyst.partnershipId, enquiryId, personId },
    ...{ aboutId: newId(), fromAgencyId: DEMO_AGENCIES.council, toAgencyId: DEMO_AGENCIES.police, audience: 'police' },
    aboutKind: 'request-line',
    mode: 'ask',
    purpose: 'S47',
    ...{ category, outcome, visibility: 'shown', reasons: ['AGREED_DEFAULT'] },
    ...{ lawfulBasis: [], obligations: [], redactions: [], rule: 'R-AGR-01b', ruleSetVersion: 'a test' },
    ...{
      agreementRef: null,
      factVersions: requestId === undefined ? {} : { request: requestId },
      threshold: 's47',
      consent: 'not_sought',
      agreement: 'default_allow',
    },
    ...{ askedBy: people.analyst.id, byPerson: null, supersedes: null, decidedAt: new Date() },
  };
  await app.get(UnitOfWork).run((tx) => app.get(SharingDecisionRepository).add(tx, row));
}
