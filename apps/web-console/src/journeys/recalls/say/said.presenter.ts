import { IdentitySays, type RecallAbout } from '@mash/contracts';
import { ownPath } from '../shared/recall-words';

export interface SaidView {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly back: string;
}

const DONE: Readonly<Record<IdentitySays, string>> = {
  wrong_person: 'It is recalled',
  wrong_recipient: 'It is recalled',
  doubted: 'It waits for confirmation',
  confirmed: 'It stands',
  right_recipient: 'It may be read there again',
};

/** "Is it gone, and who is told?" */
export function saidView(query: Readonly<Record<string, unknown>>, kind: RecallAbout['kind']): SaidView {
  const says = IdentitySays.safeParse(query['says']).data ?? 'doubted';
  const told = typeof query['told'] === 'string' && /^\d{1,5}$/.test(query['told']) ? Number(query['told']) : 0;
  return { heading: DONE[says], lines: FOLLOWS[says](kind, told), back: ownPath(query['from']) };
}

const toldWords = (told: number): string =>
  told === 0
    ? 'Nobody had seen it on this platform: nobody is told by it.'
    : `${String(told)} ${told === 1 ? 'person or desk is' : 'people or desks are'} told to destroy it, and to confirm that.`;

const isRecalled = (_kind: RecallAbout['kind'], told: number): string[] => [
  toldWords(told),
  'Information governance has a breach record with its 72 hours.',
];

/** A match is the hub's own: no agency can say whether it is right. */
const whoIsAsked = (kind: RecallAbout['kind']): string =>
  kind === 'person'
    ? 'A manager of the hub is asked to confirm who it is: it stands among the tasks of this enquiry.'
    : 'Its agency is asked to confirm whom it is about.';

/** Of what takes questions back. */
const notAskedAgain = (kind: RecallAbout['kind']): string[] =>
  kind === 'request' || kind === 'person' ? ['Questions that were taken back are not asked again by themselves.'] : [];

const FOLLOWS: Readonly<Record<IdentitySays, (kind: RecallAbout['kind'], told: number) => readonly string[]>> = {
  wrong_person: isRecalled,
  wrong_recipient: isRecalled,
  doubted: (kind) => [whoIsAsked(kind)],
  confirmed: (kind) => [...(kind === 'request' ? [] : ['It may be read again.']), ...notAskedAgain(kind)],
  right_recipient: (kind) => [
    'Its recall is closed. The breach record stays: information governance settles it.',
    ...notAskedAgain(kind),
  ],
};
