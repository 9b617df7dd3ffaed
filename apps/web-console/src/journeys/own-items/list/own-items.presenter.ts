import type { HolderItem } from '@mash/contracts';
import { agencyWords } from '../../../presenters/agency-words';
import type { SummaryRow } from '../../../presenters/summary-row';
import { confirmPath, sayPath } from '../../recalls/shared/recall-words';
import { itemRows, statedLine } from '../../releasing/release.presenter';
import { ownPagePath } from '../../releasing/release-words';
import type { OpenedOwnItems } from '../own-items-page';
import { SUBJECTS, subjectPath } from '../say/subjects';
import { standsRows } from '../stands-words';

export interface OwnItemView {
  readonly title: string;
  readonly text: string;
  readonly rows: readonly SummaryRow[];
  readonly stands: readonly SummaryRow[];
  /** Each step that it took, newest first. */
  readonly stated: readonly string[];
  readonly links: readonly { readonly href: string; readonly text: string }[];
}

/** "What have we said of this family, and what may be read of it today?" */
export interface OwnItemsView {
  readonly heading: string;
  readonly isRecorded: boolean;
  /** Why nothing can be changed here, where nothing can. */
  readonly onlyReads: boolean;
  readonly barred: string | undefined;
  readonly items: readonly OwnItemView[];
}

/** A change needs something that can be changed. */
const isOffered = (subject: string, { stands }: HolderItem): boolean =>
  subject !== 'change' || stands.to.some(({ release, detriment }) => release !== 'none' || detriment !== 'none');

function linksOf(item: HolderItem, enquiryId: string, maySpeak: boolean): OwnItemView['links'] {
  const offered = maySpeak ? SUBJECTS.filter((subject) => isOffered(subject.code, item)) : [];
  const from = ownPagePath(enquiryId);
  const toConfirm = confirmPath(enquiryId, item.toConfirm, from);
  return [
    ...(toConfirm === undefined ? [] : [{ href: toConfirm, text: 'We are sure now whom it is about' }]),
    ...offered.map(({ code, link }) => ({ href: subjectPath(enquiryId, item.itemId, code), text: link(item) })),
    {
      href: sayPath(enquiryId, 'item', item.itemId, from),
      text: 'It is about the wrong person, or went to the wrong place',
    },
  ];
}

export function ownItemsView(
  { items, barred, maySpeak, enquiryId, names }: OpenedOwnItems,
  { agencyId, isRecorded, now }: { agencyId: string; isRecorded: boolean; now: Date },
): OwnItemsView {
  const count = items.length === 1 ? '1 thing' : `${String(items.length)} things`;
  const are = barred === 1 ? '1 more is not shown' : `${String(barred)} more are not shown`;
  return {
    heading: `${agencyWords(agencyId)} told the hub ${items.length === 0 ? 'nothing that can be read here' : count}`,
    isRecorded,
    onlyReads: !maySpeak,
    barred: barred === 0 ? undefined : `${are}: a law bars it, and somebody else has to decide first.`,
    items: items.map((item, at) => ({
      title: `${String(at + 1)}. About ${names.get(item.personId) ?? 'a person on this enquiry'}`,
      text: item.text,
      rows: itemRows(item),
      stands: standsRows(item),
      stated: item.stated.map((one) => statedLine(one, now)),
      links: linksOf(item, enquiryId, maySpeak),
    })),
  };
}
