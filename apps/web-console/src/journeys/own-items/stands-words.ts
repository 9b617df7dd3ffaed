import type { HolderItem, ItemStands } from '@mash/contracts';
import type { SummaryRow } from '../../presenters/summary-row';
import { dayOfItem } from '../inbox/day-of-item';
import { recipientWords } from '../releasing/release-words';

type Recipient = ItemStands['to'][number];

export const ALERT_WORDS: Readonly<Record<ItemStands['alert'], string>> = {
  none: 'Not set',
  stands: 'Stands: no letter goes until you clear it',
  cleared: 'Cleared: letters may go',
};

export const UNSAFE_WORDS: Readonly<Record<ItemStands['unsafe'], string>> = {
  none: 'Not set',
  stands: 'Stands: no parent is told until you clear it',
  cleared: 'Cleared: the parent may be told',
};

export const RELEVANCE_WORDS: Readonly<Record<ItemStands['relevance'], string>> = {
  relevant: 'Relevant',
  old: 'Old: you are asked before anybody reads it',
  irrelevant: 'Irrelevant: nobody reads it',
};

const DETRIMENT_WORDS = {
  none: undefined,
  recorded: 'telling them would harm this child',
  claimed: 'harm to this child is claimed, not recorded: your safeguarding lead is asked',
} as const;

/**
 * What stands for one recipient, in a sentence.
 * @param forAll words that everybody reads instead, unless this recipient was given others since
 */
export function recipientStands({ release, wording, detriment, reviewBy }: Recipient, forAll?: string): string {
  const asItStands = forAll === undefined ? 'Released as it stands' : 'Released in the words that everybody reads';
  const released = wording === undefined ? asItStands : `Released in these words: ${wording}`;
  const said = { none: undefined, released, refused: 'Refused' }[release];
  const again = reviewBy === undefined ? '' : `; look again by ${dayOfItem(reviewBy)}`;
  const harm = DETRIMENT_WORDS[detriment];
  const both = [said, harm === undefined ? undefined : `${harm}${again}`].filter((words) => words !== undefined);
  if (both.length === 0) return 'Nothing stands: the rules decide, and ask you where it is yours to say';
  const [first = '', ...rest] = both;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join('; ');
}

/** What stands of an item today: what it is, then each recipient that was ever named. */
export function standsRows({ stands, toConfirm }: Pick<HolderItem, 'stands' | 'toConfirm'>): SummaryRow[] {
  const { alert, unsafe, relevance, wording, to, isReadable } = stands;
  const unconfirmed = 'Not confirmed: you are asked before the hub reads it, and it goes no further';
  const unreadable = 'Something that was said cannot be read: nothing goes until a person has looked';
  return [
    ...(isReadable ? [] : [{ key: 'Not readable', value: unreadable, isGap: true }]),
    ...(toConfirm === undefined ? [] : [{ key: 'Whom it is about', value: unconfirmed, isGap: true }]),
    { key: 'Relevance', value: RELEVANCE_WORDS[relevance] },
    { key: 'Do not alert', value: ALERT_WORDS[alert] },
    { key: 'Unsafe to tell the parent', value: UNSAFE_WORDS[unsafe] },
    ...(wording === undefined ? [] : [{ key: 'Everybody reads instead', value: wording }]),
    ...to.map((one) => ({ key: recipientWords(one), value: recipientStands(one, wording) })),
  ];
}
