import {
  DEMO_AGENCIES,
  type AgencyRequest,
  type Category,
  type PlanLine,
  type RequestLine,
  type Review,
} from '@mash/contracts';
import { HUB } from '../hub/hub-ids';
import { ASKED } from './asked-ids';

const before = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
let lines = 0;
const line = (personId: string, category: Category, state: RequestLine['state']): RequestLine => ({
  ...{ personId, category, state, existenceOnly: false },
  lineId: `0198eeee-0000-7000-8000-${String(1000 + ++lines).padStart(12, '0')}`,
});

/** A request to the police that is late, about a child and his mother. */
export const policeRequest = (changes: Partial<AgencyRequest> = {}): AgencyRequest => ({
  ...{ requestId: ASKED.requestId, enquiryId: ASKED.enquiryId, enquiryReference: ASKED.reference },
  ...{ agencyId: DEMO_AGENCIES.police, agencyName: 'Riverside Police', purpose: 'S47', colour: 'red', state: 'open' },
  ...{ proposedAt: before(130), proposedBy: HUB.ratingId, issuedAt: before(129), dueAt: before(40), basis: 'elapsed' },
  ...{ late: true, chasers: [], decided: false },
  lines: [line(HUB.child, 'police-incidents', 'issued'), line(HUB.mother, 'police-convictions', 'issued')],
  ...changes,
});

/** One that health has answered, and one line of which was not allowed. */
export const healthRequest = (): AgencyRequest => ({
  ...policeRequest(),
  ...{ requestId: ASKED.lateRequestId, agencyId: DEMO_AGENCIES.health, agencyName: 'Riverside NHS Trust' },
  ...{ state: 'answered', late: false, answeredAt: before(12) },
  lines: [
    line(HUB.child, 'health-injuries', 'answered'),
    { ...line(HUB.mother, 'parental-mental-health', 'denied'), lineId: ASKED.lineId },
  ],
});

const planned = (agencyId: string, agencyName: string, personId: string, category: Category): PlanLine => ({
  ...{ agencyId, agencyName, personId, category, existenceOnly: false, suggested: true, alreadyAsked: false },
  why: 'The pack asks this of every Red',
});
export const planLines = (): PlanLine[] => [
  planned(DEMO_AGENCIES.education, 'Riverside Education Safeguarding', HUB.child, 'education-attendance'),
  planned(DEMO_AGENCIES.education, 'Riverside Education Safeguarding', HUB.child, 'education-safeguarding'),
  planned(DEMO_AGENCIES.housing, 'Riverside Homes', HUB.mother, 'housing-tenancy'),
  planned(DEMO_AGENCIES.voluntary, 'Riverside Family Charity', HUB.mother, 'early-help-history'),
];

export const askReview = (changes: Partial<Review> = {}): Review => ({
  enquiryReference: ASKED.reference,
  ...{ reviewId: ASKED.reviewId, enquiryId: ASKED.enquiryId, sharingDecisionId: ASKED.lineId },
  about: { kind: 'request-line', id: ASKED.lineId },
  ...{ mode: 'ask', fromAgencyId: DEMO_AGENCIES.council, toAgencyId: DEMO_AGENCIES.voluntary, toAudience: 'agency' },
  ...{ personId: HUB.mother, category: 'early-help-history', purpose: 'S47', releaser: 'hub_manager' },
  ...{ raisedAt: before(20), dueAt: before(5), state: 'open', late: true, level: 'senior' },
  reasons: [{ code: 'ASKING_TELLS', sentence: 'Asking a charity tells it that the hub looks at this person.' }],
  ...{ threshold: 's47', consent: 'not_sought', agreement: 'none', informParent: true, askedBy: HUB.ratingId },
  ...{ mayAnswer: true, mayOverride: false, nobodyNamed: false, dutyRoutes: [] },
  seated: [
    { seat: 'releaser', name: 'Helen Okafor' },
    { seat: 'deputy', name: 'Tunde Bakare' },
  ],
  ...changes,
});

/** A handover that waits for a second manager. */
export const productReview = (): Review => {
  const { category: _none, ...review } = askReview({
    ...{ reviewId: ASKED.productReviewId, about: { kind: 'product', id: ASKED.productId } },
    ...{ mode: 'onward', toAgencyId: DEMO_AGENCIES.earlyHelp, toAudience: 'team_eh', purpose: 'EH' },
    reasons: [{ code: 'SERVICE_NOT_AGREED', sentence: 'Nobody has agreed to help.' }],
  });
  return review;
};
