import type { ReleasedItem } from '@mash/contracts';
import { acceptedValue } from '../forms/accepted-items';
import { agencyWords } from './agency-words';
import { carriedWords } from './carried-words';

/** What a viewer reads and accepts before some items show: each warning once for an agency, and behind it the items it stands for. */
export interface ToAccept {
  readonly heading: string;
  readonly values: readonly string[];
  readonly lines: readonly string[];
}

interface Carrying {
  readonly itemId: string;
  readonly agency: string;
  readonly obligations: readonly string[];
  readonly condition?: string | undefined;
}

function linesOf({ agency, obligations, condition }: Carrying): string[] {
  const isOnCondition = obligations.includes('SHOW_CONDITION');
  const conditions = isOnCondition ? [condition ?? "Shown on the holder's condition."] : [];
  return [...conditions, ...carriedWords(obligations)].map((words) => `${agency}: ${words}`);
}

export const toAcceptOf = (items: readonly Carrying[]): ToAccept => ({
  heading:
    items.length === 1
      ? 'Read and accept this, and one item shows'
      : `Read and accept these, and ${String(items.length)} items show`,
  values: items.map(({ itemId, obligations }) => acceptedValue(itemId, obligations)),
  lines: [...new Set(items.flatMap(linesOf))],
});

/** Of what was released: the items that show once this viewer has accepted what they carry. */
export const toAccept = (items: readonly ReleasedItem[]): ToAccept =>
  toAcceptOf(
    items
      .filter(({ acceptFirst }) => acceptFirst === true)
      .map(({ itemId, agencyId, obligations, condition }) => ({
        ...{ itemId, obligations, condition },
        agency: agencyId === undefined ? 'The hub' : agencyWords(agencyId),
      })),
  );
