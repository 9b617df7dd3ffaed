import type { LineFacts } from '@mash/contracts';
import type { Matter } from '../domain/compose-question';
import { needOfLine } from '../domain/need-of-line';
import type { TextFacts } from '../domain/stated-task';
import type { RegisteredBody } from '../register/agency.repository';
import { answersForSocialCare } from '../register/answers-for-social-care';
import type { EnquiryFacts } from './enquiry-facts';
import { identityAsked } from './identity-asked';

/**
 * Asking an agency is telling it: the audience is that agency's staff, by what the register says that it answers for. Social care and its duty team
 * are a council's; a team that gives early help is one whoever runs it. A council body that answers for both is asked as social care.
 */
export function askedAudience(
  bodies: readonly Pick<RegisteredBody, 'agencyId' | 'kind' | 'answersFor'>[],
  agencyId: string,
): Matter['audience'] {
  const body = bodies.find((one) => one.agencyId === agencyId);
  if (body === undefined) return 'agency';
  if (body.kind === 'police') return 'police';
  if (answersForSocialCare(body)) return 'team_sc';
  return body.answersFor.includes('early-help') ? 'team_eh' : 'agency';
}

/** The hub's own body, for whom it asks: the council of the register that answers for nobody. */
export function hubOf(bodies: readonly RegisteredBody[]): string {
  const council =
    bodies.find(({ kind, answersFor }) => kind === 'council' && answersFor.length === 0) ??
    bodies.find(({ kind }) => kind === 'council');
  return council?.agencyId ?? 'council';
}

/** A line of a request as a matter for the rules. `textSent` is of what the agency would really read, against what was recorded and what it may not read. */
export function matterOfLine(
  line: LineFacts,
  facts: Pick<EnquiryFacts, 'bodies' | 'identities' | 'intake'>,
  textSent: TextFacts,
): Omit<Matter, 'now'> {
  const { bodies } = facts;
  return {
    mode: 'ask',
    fromAgencyId: hubOf(bodies),
    toAgencyId: line.agencyId,
    audience: askedAudience(bodies, line.agencyId),
    personId: line.personId,
    category: line.category,
    purpose: line.purpose,
    need: needOfLine(facts.intake, line),
    ...textSent,
    crossBorder: line.crossBorder === true ? 'yes' : 'no',
    width: line.wholeRecord ? 'whole_record' : 'named',
    ...identityAsked(facts, line),
    origin: { author: line.askedBy, at: line.askedAt, version: 1 },
  };
}
