import { DEMO_AGENCIES, newId, type Category, type SharingOutcome } from '@mash/contracts';
import { people } from '@mash/testing';
import { SharingDecisionRepository } from '../src/asking/sharing-decision.repository';
import { UnitOfWork } from '@mash/persistence';
import type { AnEnquiry } from './an-enquiry';
import type { Sharing } from './start-sharing';

/** A line of a request to the police, decided. */
export function decideAsk(
  { app }: Sharing,
  { enquiryId, personId }: AnEnquiry,
  category: Category,
  outcome: SharingOutcome,
): Promise<void> {
  const row = {
    ...{ sharingDecisionId: newId(), partnershipId: people.analyst.partnershipId, enquiryId },
    ...{ aboutKind: 'request-line', aboutId: newId(), mode: 'ask', fromAgencyId: DEMO_AGENCIES.council },
    ...{ toAgencyId: DEMO_AGENCIES.police, audience: 'police', personId, category, purpose: 'S47', outcome },
    ...{ visibility: 'shown', reasons: ['AGREED_DEFAULT'], lawfulBasis: [], obligations: [], redactions: [] },
    ...{ rule: 'R-AGR-01b', ruleSetVersion: 'a test', agreementRef: null, factVersions: {}, threshold: 's47' },
    ...{ consent: 'not_sought', agreement: 'default_allow', askedBy: people.analyst.id, byPerson: null },
    ...{ supersedes: null, decidedAt: new Date() },
  } as const;
  return app
    .get(UnitOfWork)
    .run((tx) =>
      app
        .get(SharingDecisionRepository)
        .add(tx, { ...row, reasons: [...row.reasons], lawfulBasis: [], obligations: [], redactions: [] }),
    );
}
