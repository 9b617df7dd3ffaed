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
  const isRecalled = says === 'wrong_person' || says === 'wrong_recipient';
  return {
    heading: DONE[says],
    lines: isRecalled
      ? [
          told === 0
            ? 'Nobody had seen it on this platform: nobody is told by it.'
            : `${String(told)} ${told === 1 ? 'person or desk is' : 'people or desks are'} told to destroy it, and to confirm that.`,
          'Information governance has a breach record with its 72 hours.',
        ]
      : FOLLOWS[says === 'doubted' || says === 'right_recipient' ? says : 'confirmed'](kind),
    back: ownPath(query['from']),
  };
}

/** A match is the hub's own: no agency can say whether it is right. */
const whoIsAsked = (kind: RecallAbout['kind']): string =>
  kind === 'person'
    ? 'A manager of the hub is asked to confirm who it is: it stands among the tasks of this enquiry.'
    : 'Its agency is asked to confirm whom it is about.';

const BREACH_STAYS = 'Its recall is closed. The breach record stays: information governance settles it.';

const whatFollows = (kind: RecallAbout['kind']): string[] => [
  ...(kind === 'request' ? [] : ['It may be read again.']),
  ...(kind === 'request' || kind === 'person'
    ? ['Questions that were taken back are not asked again by themselves.']
    : []),
];

const FOLLOWS: Readonly<
  Record<'doubted' | 'confirmed' | 'right_recipient', (kind: RecallAbout['kind']) => readonly string[]>
> = {
  doubted: (kind) => [whoIsAsked(kind)],
  confirmed: whatFollows,
  right_recipient: (kind) => [
    BREACH_STAYS,
    ...(kind === 'request' || kind === 'person'
      ? ['Questions that were taken back are not asked again by themselves.']
      : []),
  ],
};
