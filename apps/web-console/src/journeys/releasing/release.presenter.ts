import { CATEGORIES, type HolderItem } from '@mash/contracts';
import type { FieldError } from '../../forms/field-error';
import { dateField, radios, textArea, textField, tickBox, type FieldView } from '../../forms/field-view';
import type { Posted } from '../../forms/posted';
import { momentWords, type ClockChip } from '../../presenters/clock-chip';
import type { SummaryRow } from '../../presenters/summary-row';
import { dayOfItem } from '../inbox/day-of-item';
import { confirmPath, sayPath } from '../recalls/shared/recall-words';
import { LEVEL_WORDS } from '../reviews/review-words';
import { reviewClock } from '../reviews/review.presenter';
import { choicesFor, GROUNDS, takesCondition } from './release.form';
import { releasePath, type ReleaseMatter } from './release-matter';
import { flagWords, ownPagePath, recipientWords, releaseSentence, statedWords } from './release-words';

/** "May this leave the hub, to whom, in which words?" What was written, what they would read, and the answer beside it. */
export interface ReleaseView {
  readonly heading: string;
  readonly clock: ClockChip;
  readonly level: string | undefined;
  readonly reasons: readonly string[];
  /** Absent where it cannot be opened here. */
  readonly item: { readonly text: string; readonly rows: readonly SummaryRow[] } | undefined;
  readonly notOpened: string | undefined;
  /** What they would read if it went as it stands. */
  readonly sees: { readonly who: string; readonly text: string } | undefined;
  readonly stated: readonly string[];
  /** Where one says that it is about the wrong person, or went to the wrong place. */
  readonly wrongHref: string | undefined;
  /** Where its agency confirms whom it is about, where nobody has. */
  readonly confirmHref: string | undefined;
  /** Everything that this agency said in the enquiry. */
  readonly ownHref: string;
  readonly action: string;
  readonly choice: FieldView;
  readonly fields: readonly FieldView[];
  readonly reason: FieldView;
  /** Asked for in case only: folded away until then. */
  readonly harm:
    { readonly isOpen: boolean; readonly isFolded: boolean; readonly fields: readonly FieldView[] } | undefined;
  readonly condition: { readonly isOpen: boolean; readonly fields: readonly FieldView[] } | undefined;
  readonly button: string;
  readonly nextHref: string | undefined;
}

export interface ReleaseGiven {
  readonly matter: ReleaseMatter;
  /** Undefined where it cannot be shown: a law bars it, so that somebody else decides first, or it is lost. */
  readonly item: HolderItem | undefined;
  /** The answer that holds a letter is damaged or gone where answers lie. */
  readonly isLost?: boolean;
  readonly whom: string;
  readonly ownAgencyId: string;
  readonly nextHref: string | undefined;
  readonly posted?: Posted | undefined;
  readonly errors: readonly FieldError[];
  readonly now: Date;
}

const BARRED = 'A law bars this: somebody else has to decide before it is opened here. You can refuse it.';
const LOST =
  'What you answered here cannot be read any more: it is damaged or gone where answers are kept. Tell the service desk, and look in your own records whether it said that nobody may be alerted, or that telling the parent would be unsafe. Until you clear it, letters to the referrer and telling the parent wait.';

export const mayCall = (item: HolderItem | undefined): boolean =>
  item?.condition?.startsWith('Call the holder') === true;

export function releaseView(given: ReleaseGiven): ReleaseView {
  const { matter, item, whom, ownAgencyId, nextHref, now } = given;
  const { review, kind } = matter;
  const sees = item?.recipient?.asItStands;
  return {
    heading: releaseSentence(matter, whom, ownAgencyId),
    clock: reviewClock({ dueAt: matter.dueAt, state: 'open', answeredAt: undefined }, now),
    level: review === undefined || review.level === 'releaser' ? undefined : LEVEL_WORDS[review.level],
    reasons: review?.reasons.map(({ sentence }) => sentence) ?? [],
    item: item && { text: item.text, rows: itemRows(item) },
    notOpened: item === undefined ? (given.isLost === true ? LOST : BARRED) : undefined,
    sees: kind === 'item' && sees !== undefined ? { who: recipientWords(matter.to), text: sees } : undefined,
    stated: item?.stated.map((one) => statedLine(one, now)) ?? [],
    wrongHref:
      given.isLost === true ? undefined : sayPath(matter.enquiryId, 'item', matter.itemId, releasePath(matter)),
    confirmHref: confirmPath(matter.enquiryId, item?.toConfirm, ownPagePath(matter.enquiryId)),
    ownHref: ownPagePath(matter.enquiryId),
    action: releasePath(matter),
    choice: choiceField(given),
    fields: kind === 'item' ? itemFields(item, given.posted, given.errors) : [],
    reason: reasonField(given),
    harm: harmFields(given),
    condition: takesCondition(matter) ? conditionFields(given) : undefined,
    button: kind === 'item' ? 'Give this answer' : 'Record this',
    nextHref,
  };
}

export function itemRows(item: HolderItem): SummaryRow[] {
  return [
    { key: 'Kind', value: `${CATEGORIES[item.category].label}, ${item.kind}` },
    { key: 'When', value: /^\d{4}-\d{2}-\d{2}$/.test(item.when) ? dayOfItem(item.when) : item.when },
    { key: 'Source', value: item.source },
    ...(item.reference === undefined ? [] : [{ key: 'Your reference', value: item.reference }]),
    ...(item.handling === undefined ? [] : [{ key: 'Handling', value: item.handling }]),
    ...(item.condition === undefined ? [] : [{ key: 'Condition', value: item.condition }]),
    ...(item.flags.length === 0 ? [] : [{ key: 'You marked it', value: flagWords(item.flags) }]),
  ];
}

const OF_ANOTHER = '. This was said of the same thing as you sent it another time; it counts here too';

export function statedLine(stated: HolderItem['stated'][number], now: Date): string {
  const { says, statedAt, to, reviewBy, harm, isOfAnother } = stated;
  const whom = to === undefined ? '' : ` (${recipientWords(to)})`;
  const again = reviewBy === undefined ? '' : `; look again by ${dayOfItem(reviewBy)}`;
  const which = harm === undefined ? '' : `. The harm: ${harm}`;
  const other = isOfAnother === true ? OF_ANOTHER : '';
  return `${momentWords(new Date(statedAt), now)}: ${statedWords(says)}${whom}${again}${other}${which}`;
}

/** Nothing is preselected: the machine does not lean. */
function choiceField({ matter, item, posted, errors }: ReleaseGiven): FieldView {
  const options = choicesFor(matter, mayCall(item));
  return radios({ name: 'choice', label: 'Your decision', options, value: posted?.text('choice'), errors });
}

const reasonField = ({ posted, errors }: ReleaseGiven): FieldView =>
  textArea({
    name: 'reason',
    label: 'Your reason',
    hint: 'It is sealed: it is read only if somebody asks why',
    value: posted?.text('reason'),
    rows: 3,
    maxlength: 4000,
    errors,
  });

function itemFields(
  item: HolderItem | undefined,
  posted: Posted | undefined,
  errors: readonly FieldError[],
): FieldView[] {
  const mayTellSource = item?.flags.includes('source_risk') === true;
  return [
    textArea({
      name: 'wording',
      label: 'Words that may be read',
      hint: 'Only for “Release these words”. Name nobody whom it is not about',
      value: posted?.text('wording') ?? item?.sanitisedText,
      rows: 4,
      maxlength: 8000,
      errors,
    }),
    ...(mayTellSource
      ? [
          tickBox({
            name: 'hidesSource',
            label: 'No source can be told from these words',
            ticked: posted?.ticked('hidesSource') === true,
          }),
        ]
      : []),
    radios({ name: 'ground', label: 'Ground', options: GROUNDS, value: posted?.text('ground'), errors }),
  ];
}

const HARM_CHOICES = ['harm', 'renew'];

function harmFields({ matter, posted, errors }: ReleaseGiven): ReleaseView['harm'] {
  if (matter.kind === 'letter') return undefined;
  const part = (name: 'day' | 'month' | 'year') => posted?.text(`reviewBy-${name}`) ?? '';
  return {
    isFolded: matter.kind === 'item',
    isOpen: HARM_CHOICES.includes(posted?.text('choice') ?? ''),
    fields: [
      textArea({
        name: 'harm',
        label: 'What harm to this child do you expect?',
        hint: 'To this child, from this recipient. That it would strain your work with the family is not it',
        value: posted?.text('harm'),
        rows: 3,
        maxlength: 4000,
        errors,
      }),
      dateField({
        name: 'reviewBy',
        label: 'When will you look at this again?',
        hint: '30 days off at most',
        value: { day: part('day'), month: part('month'), year: part('year') },
        errors,
      }),
    ],
  };
}

function conditionFields({ posted, errors }: ReleaseGiven): NonNullable<ReleaseView['condition']> {
  return {
    isOpen: posted?.optional('condition') !== undefined,
    fields: [
      textField({
        name: 'condition',
        label: 'Condition for whoever reads it',
        hint: 'They read it beside the words',
        value: posted?.text('condition'),
        maxlength: 200,
        errors,
      }),
    ],
  };
}
