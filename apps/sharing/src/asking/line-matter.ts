import type { LineFacts } from '@mash/contracts';
import type { Matter } from '../domain/compose-question';
import { needOfLine } from '../domain/need-of-line';
import type { TextFacts } from '../domain/stated-task';
import type { RegisteredBody } from '../register/agency.repository';
import type { EnquiryFacts } from './enquiry-facts';
import { identityAsked } from './identity-asked';

const SOCIAL_CARE: readonly string[] = ['social-care', 'emergency-duty'];

/**
 * Asking an agency is telling it: the audience is that agency's staff, by what the register says that it answers for. Social care and its duty team
 * are a council's; a team that gives early help is one whoever runs it. A council body that answers for both is asked as social care.
 */
export function askedAudience(
  bodies: readonly Pick<RegisteredBody, 'agencyId' | 'kind' | 'answersFor'>[],
  agencyId: string,
): Matter['audience'] {
  const { kind, answersFor = [] } = bodies.find((body) => body.agencyId === agencyId) ?? {};
  if (kind === 'police') return 'police';
  if (kind === 'council' && answersFor.some((group) => SOCIAL_CARE.includes(group))) return 'team_sc';
  return answersFor.includes('early-help') ? 'team_eh' : 'agency';
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
