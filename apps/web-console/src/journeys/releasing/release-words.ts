import { agencyWords } from '../../presenters/agency-words';
import { PURPOSE_WORDS } from '../asking/words/purpose-words';
import { ANY_PART } from '@mash/sealing';
import { audienceWords } from '../reviews/review-words';
import type { ReleaseMatter } from './release-matter';

const IN_THE_HUB = ['hub_analyst', 'hub_manager', 'hub_holder'];
const REFERRERS = ['referrer_pro', 'referrer_public', 'referrer_anon'];

/** Whether it would stay within the hub: its own staff may not read it either before a condition is met. */
export const isForTheHub = ({ audience }: ReleaseMatter['to']): boolean => IN_THE_HUB.includes(audience);

/** Where an agency reads what it has said in an enquiry. */
export const ownPagePath = (enquiryId: string): string => `/what-we-said/${enquiryId}`;

/** Whom it would reach: the hub and the public by what they are, everybody else by name. */
export function recipientWords(to: ReleaseMatter['to']): string {
  const { audience, agencyId } = to;
  if (isForTheHub(to) || agencyId === '' || audience === 'parent') return audienceWords(audience);
  if (audience === ANY_PART) return `${agencyWords(agencyId)}, whatever part of it`;
  return REFERRERS.includes(audience) ? `${agencyWords(agencyId)} (who referred)` : agencyWords(agencyId);
}

/** Who would tell whom what about whom, for what: one sentence, and the page's heading. */
export function releaseSentence(matter: ReleaseMatter, whom: string, ownAgencyId: string): string {
  const to = recipientWords(matter.to);
  if (matter.kind === 'letter' && matter.to.audience === 'parent')
    return `The hub has to tell a parent about ${whom}. Do you still say “do not alert”?`;
  if (matter.kind === 'letter')
    return `The hub wants to write to ${to} about ${whom}. Do you still say “do not alert”?`;
  if (matter.kind === 'detriment') return `Would telling ${to} still harm ${whom}?`;
  return `May ${to} read what ${agencyWords(ownAgencyId)} said about ${whom}, for ${PURPOSE_WORDS[matter.purpose]}?`;
}

const FLAGS: Readonly<Record<string, string>> = {
  hub_only: 'for the hub only',
  do_not_alert: 'do not alert',
  source_risk: 'may identify a source',
  sanitised: 'has words that protect its source',
  unsafe_tell: 'unsafe to tell the parent',
  not_family: 'not for the family',
  not_referrer: 'not for the referrer',
  protected_address: 'holds a protected address',
  protected_school: 'holds a protected school',
  protected_surgery: 'holds a protected surgery',
};
export const flagWords = (flags: readonly string[]): string =>
  flags.map((flag) => FLAGS[flag] ?? flag.replaceAll('_', ' ')).join('; ');

const STATED: Readonly<Record<string, string>> = {
  released_as_it_stands: 'Released as it stands',
  released_wording: 'Released in other words',
  refused: 'Refused',
  taken_back: 'Release or refusal taken back',
  detriment: 'It would harm the child',
  detriment_ended: 'It would harm the child no longer',
  telling_cleared: '“Do not alert” cleared',
  telling_held: '“Do not alert” set or kept',
  unsafe_cleared: '“Unsafe to tell the parent” cleared',
  unsafe_set: '“Unsafe to tell the parent” set',
  relevance: 'How relevant it is was changed',
  sanitised: 'Words given that protect the source',
  condition_met: 'A viewer has called',
  unreadable: 'A statement that cannot be read',
};
export const statedWords = (says: string): string => STATED[says] ?? says.replaceAll('_', ' ');
