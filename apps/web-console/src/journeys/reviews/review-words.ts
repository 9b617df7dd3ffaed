import { CATEGORIES, type Review } from '@mash/contracts';
import { agencyAmid, agencyWords } from '../../presenters/agency-words';
import { PURPOSE_WORDS } from '../asking/words/purpose-words';

const AUDIENCES: Readonly<Record<string, string>> = {
  hub_analyst: "the hub's analysts",
  hub_manager: "the hub's managers",
  hub_holder: 'your own staff in the hub',
  rep_joint: 'an agency in joint discussion',
  team_sc: 'social care',
  team_eh: 'early help',
  team_other: 'another service',
  police: 'the police',
  agency: 'an agency',
  referrer_pro: 'the professional who referred',
  referrer_public: 'the member of the public who referred',
  referrer_anon: 'an anonymous caller',
  parent: 'a parent',
  subject: 'the person themselves',
  ig: 'information governance',
  outsider: 'somebody outside the partnership',
};

export const audienceWords = (code: string): string => AUDIENCES[code] ?? 'a recipient';

type Told = Pick<Review, 'about' | 'mode' | 'fromAgencyId' | 'toAgencyId' | 'toAudience' | 'category' | 'purpose'>;

/** Who tells whom what about whom, for what: one sentence. @param whom a name where the reader may know it */
export function reviewSentence(review: Told, whom: string): string {
  const { about, mode, category, toAgencyId, toAudience, purpose } = review;
  const from = agencyWords(review.fromAgencyId);
  const to = toAgencyId === undefined ? audienceWords(toAudience) : agencyAmid(toAgencyId);
  const ofItem = category === undefined ? 'what it knows' : CATEGORIES[category].label.toLowerCase();
  const what = about.kind === 'product' ? 'in a letter or handover of its own' : ofItem;
  const why = `for ${PURPOSE_WORDS[purpose]}`;
  if (mode === 'ask')
    return `${from} asks ${to} about ${whom} (${what}), ${why}. Asking tells them that the hub looks at this person.`;
  if (mode === 'existence') return `${from} tells ${to} whether it knows ${whom}, ${why}.`;
  return `${from} tells ${to} about ${whom} (${what}), ${why}.`;
}

/** What one line of several is about: the person and the sort of information. @param whom a name where the reader may know it */
export const whatAbout = ({ category }: Pick<Review, 'category'>, whom: string): string =>
  category === undefined ? whom : `${whom}, ${CATEGORIES[category].label.toLowerCase()}`;

/** Who tells or asks whom, for what: what all lines of a group have in common. */
export function partiesSentence({ mode, fromAgencyId, toAgencyId, toAudience, purpose }: Omit<Told, 'about'>): string {
  const from = agencyWords(fromAgencyId);
  const to = toAgencyId === undefined ? audienceWords(toAudience) : agencyAmid(toAgencyId);
  return `${from} ${mode === 'ask' ? 'asks' : 'tells'} ${to}, for ${PURPOSE_WORDS[purpose]}`;
}

const CONSENT: Readonly<Record<string, string>> = {
  given: 'Given',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
  not_sought: 'Not sought',
  unknown: 'Not known',
};
const AGREEMENT: Readonly<Record<string, string>> = {
  exc_allow: 'An exception in an agreement allows it',
  exc_deny: 'An exception in an agreement forbids it',
  default_allow: 'An agreement in force allows it',
  default_deny: 'An agreement in force forbids it',
  past_review: 'The agreement is past its review date',
  not_started: 'The agreement has not started yet',
  expired: 'The agreement has run out',
  stopped: 'A party has stopped the agreement',
  none: 'Nothing is agreed',
};
const THRESHOLD: Readonly<Record<string, string>> = {
  none: 'No threshold judged yet',
  eh: 'Early help',
  early_help: 'Early help',
  s17: 'Child in need (section 17)',
  s47: 'Significant harm suspected (section 47)',
};

/** A code in words; one we have no words for is said as it is, never hidden. */
const said = (words: Readonly<Record<string, string>>, code: string): string =>
  words[code] ?? code.replaceAll('_', ' ');

export const consentWords = (code: string): string => said(CONSENT, code);
export const agreementWords = (code: string): string => said(AGREEMENT, code);
export const thresholdWords = (code: string): string => said(THRESHOLD, code);

export const LEVEL_WORDS: Readonly<Record<Review['level'], string>> = {
  releaser: 'With the releaser',
  deputy: 'Half its time is gone: it is with the deputy too',
  senior: 'Its time is up: it is with the named senior too',
  hub_and_ig: 'Twice its time is gone: it is with the hub manager and information governance too',
};
