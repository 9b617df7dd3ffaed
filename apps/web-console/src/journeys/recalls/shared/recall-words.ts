import type { DestroyedHow, IdentitySays, RecallAbout, RecallClosedHow } from '@mash/contracts';

/** What was recalled, without saying what it says. */
export const ABOUT_WORDS: Readonly<Record<RecallAbout['kind'], string>> = {
  item: 'One item',
  answer: 'An answer of an agency',
  person: 'Everything asked and answered about one person',
  product: 'A handover or letter',
  request: 'A request to an agency',
  notice: 'A notice of immediate protection',
};

export const SAYS_WORDS: Readonly<Record<IdentitySays, string>> = {
  wrong_person: 'about the wrong person',
  doubted: 'perhaps about the wrong person',
  wrong_recipient: 'sent to the wrong place',
  confirmed: 'about this person after all',
  right_recipient: 'sent to the right place after all',
};

export const HOW_WORDS: Readonly<Record<DestroyedHow, string>> = {
  deleted: 'Deleted wherever it was kept',
  paper_destroyed: 'Paper destroyed, and nothing kept elsewhere',
  returned: 'Given back to the hub, and nothing kept',
  nothing_kept: 'Only read on the screen: nothing was kept',
};

const CLOSED_WORDS: Readonly<Record<RecallClosedHow, string>> = {
  nobody_saw: 'Closed: nobody had seen it on this platform',
  all_confirmed: 'Closed: everybody has confirmed',
  identity_confirmed: 'Closed: it is about this person after all',
  manager: 'Closed by a manager, with a reason',
};

/** How a recall was closed. What went wrong to a place is closed by saying that it did not. */
export const closedWords = (how: RecallClosedHow, says: IdentitySays): string =>
  how === 'identity_confirmed' && says === 'wrong_recipient'
    ? 'Closed: it did not go to the wrong place after all'
    : CLOSED_WORDS[how];

/** Address of the page on which somebody says what is wrong with a thing. Ids only; `from` is where they came from. */
export const sayPath = (enquiryId: string, kind: RecallAbout['kind'], id: string, from?: string): string =>
  `/recall/${enquiryId}/${kind}/${id}${from === undefined ? '' : `?from=${encodeURIComponent(from)}`}`;

/** The same, for whoever was asked whom it is about: they may say that it stands. */
export const answerPath = (enquiryId: string, { kind, id }: RecallAbout, from: string): string =>
  `${sayPath(enquiryId, kind, id, from)}&asked=yes`;

/** The same of an item of one's own that nobody has confirmed yet; undefined where there is nothing to confirm. */
export const confirmPath = (enquiryId: string, toConfirm: RecallAbout | undefined, from: string): string | undefined =>
  toConfirm === undefined ? undefined : answerPath(enquiryId, toConfirm, from);

/** A page of ours that "Back" may lead to; anything else leads to the start. */
export const ownPath = (typed: unknown): string =>
  typeof typed === 'string' && /^\/[a-z][A-Za-z0-9/-]{1,120}$/.test(typed) ? typed : '/';
