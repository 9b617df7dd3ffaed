import { CATEGORIES, type ReleasedItem } from '@mash/contracts';
import { z } from 'zod';
import { agencyWords } from '../../../presenters/agency-words';
import { carriedWords } from '../../../presenters/carried-words';
import { dayOfItem } from '../../inbox/day-of-item';

const ItemContent = z.object({
  text: z.string(),
  kind: z.string().optional(),
  when: z.union([z.object({ date: z.string() }), z.object({ approx: z.string() })]).optional(),
});

/** A released item as a box to tick: whose it is, what about, its words. */
export interface ReleasedChoice {
  readonly itemId: string;
  readonly label: string;
  readonly text: string;
  /** What travels with it to whoever receives it. */
  readonly warnings: readonly string[];
}

/** What may be chosen to go out: shown items only. What was withheld from the manager cannot be ticked. */
export function releasedChoices(items: readonly ReleasedItem[], names: ReadonlyMap<string, string>): ReleasedChoice[] {
  return items.flatMap((item) => {
    const content = ItemContent.safeParse(item.content).data;
    if (item.visibility !== 'shown' || content === undefined) return [];
    const when =
      content.when && ('date' in content.when ? dayOfItem(content.when.date) : `about ${content.when.approx}`);
    const about = item.personId === undefined ? undefined : names.get(item.personId);
    const category = item.category === undefined ? undefined : CATEGORIES[item.category].label;
    const agency = item.agencyId === undefined ? 'The hub' : agencyWords(item.agencyId);
    const label = [agency, about, category, when, content.kind].filter((part) => part !== undefined).join(', ');
    return [{ itemId: item.itemId, label, text: content.text, warnings: carriedWords(item.obligations) }];
  });
}
