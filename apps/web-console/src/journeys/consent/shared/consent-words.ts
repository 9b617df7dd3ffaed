import type { ConsentKind, ConsentPreview, ConsentState, ConsentView } from '@mash/contracts';
import type { Option } from '../../../forms/field-view';
import { CONSENT_HOWS } from '../../make-a-contact/draft/code-lists';

/** The three consents, never merged: what each is called, and the question that it answers. */
export const KINDS: Readonly<Record<ConsentKind, { readonly title: string; readonly asks: string }>> = {
  service: { title: 'Help', asks: 'Do they accept help? It opens help, and no records.' },
  sharing: { title: 'Information being shared', asks: 'Do they agree that agencies share what they know?' },
  data_protection: {
    title: 'Data protection',
    asks: 'A separate question: the law nearly always gives another basis, and nothing here rests on it.',
  },
};

export const STATES: Readonly<Record<ConsentState, string>> = {
  given: 'Given',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
  not_sought: 'Not asked',
  unknown: 'Not known',
};

export const HOWS: readonly Option[] = CONSENT_HOWS;

export const GROUNDS: Readonly<Record<string, string>> = {
  NS_HARM: 'Asking would raise the risk of significant harm',
  NS_OTHER: 'Asking would put somebody else at risk',
  NS_CRIME: 'Asking would obstruct an investigation, as its officer says',
  NS_DELAY: 'The time it takes to ask would harm',
  NS_CONTACT: 'Tried twice, by two means, without reaching them',
  NS_CANNOT: 'Nobody can speak for this person',
  NS_TEXT: 'Another ground, in your own words: a manager must accept it',
  NS_TEXT_ACCEPTED: 'Another ground, which a manager has accepted',
};

const GIVERS: Readonly<Record<string, string>> = {
  self: 'themselves',
  parent_with_pr: 'a parent with parental responsibility',
  parent_pr_unproven: 'a parent; responsibility not proven',
  other: 'somebody else',
  not_applicable: 'nobody was asked',
};

/** Who spoke, by name where the roster has one: "Dawn Marlowe (a parent with parental responsibility)". */
export function giverWords(
  { givenBy, givenById }: Pick<ConsentView, 'givenBy' | 'givenById'>,
  names: ReadonlyMap<string, string>,
): string {
  const part = GIVERS[givenBy] ?? 'somebody else';
  const name = givenById === undefined || givenBy === 'self' ? undefined : names.get(givenById);
  return name === undefined ? part : `${name} (${part})`;
}

export const EFFECTS: Readonly<Record<ConsentPreview['lines'][number]['effect'], string>> = {
  stays: 'Stays as it is',
  held: 'Is put on hold: a manager looks',
  recalled: 'Is recalled: the agency is told not to answer, and to destroy what it noted',
  human_looks_again: 'Is put to a human anew',
  not_allowed: 'Is not allowed any more',
  may_be_asked_again: 'May be asked again: press "Ask again" on the Asks page',
  answered_already: 'Is answered already: what came back is decided whenever somebody looks',
};
