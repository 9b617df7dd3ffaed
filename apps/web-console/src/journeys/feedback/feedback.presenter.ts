import type { ContactDetail } from '@mash/contracts';
import type { FieldError } from '../../forms/field-error';
import { radios, textArea, type FieldView } from '../../forms/field-view';
import type { Posted } from '../../forms/posted';
import { momentWords } from '../../presenters/clock-chip';
import type { Told } from '../deciding/shared/told-of';
import { enquiryPath } from '../enquiry/shared';
import { extentWords, WITHHELD_REASONS } from './extent-words';
import { extentsUnder, isInPacksWords, type Extent, type FeedbackRule } from './feedback-rule';

/** "What may the referrer be told?" The rule, then the exact letter. */
export interface FeedbackView {
  readonly heading: string;
  /** What becomes of the letter that waits. */
  readonly instead: string | undefined;
  readonly replaces: string | undefined;
  readonly rule: string;
  readonly how: string;
  readonly extent: Extent;
  readonly extentText: string;
  readonly less: readonly { readonly text: string; readonly href: string }[];
  /** The letter as it goes, where nobody may change a word of it. */
  readonly fixed: readonly string[];
  /** Absent where there is nothing to fill in. */
  readonly field: FieldView | undefined;
  readonly button: string;
  readonly action: string;
}

const REPLY: Readonly<Record<ContactDetail['reply'], string>> = {
  email: 'They get an email with the reference and a link. The letter opens after sign-in.',
  telephone: 'The hub rings them: a telephone task is raised. Who they are opens to whoever rings.',
  none: 'They asked not to hear back. The letter stands ready if they look.',
};

/** Whom to ring is sealed apart, and opens to whoever rings. Without that there is nobody to ring. */
const howToReach = ({ reply, sealedCaller }: FeedbackGiven['contact']): string =>
  reply === 'telephone' && sealedCaller === undefined
    ? `${REPLY.telephone} Nobody wrote down whom to ring.`
    : REPLY[reply];

export interface FeedbackGiven {
  readonly reference: string;
  readonly contact: Pick<ContactDetail, 'reply' | 'sealedCaller'>;
  readonly rule: FeedbackRule;
  readonly extent: Extent;
  /** The pack's letter for this extent. */
  readonly letter: string | undefined;
  /** The letter that waits and gives way to what is said here. */
  readonly waits?: Told | undefined;
  readonly now: Date;
  readonly posted?: Posted | undefined;
  readonly errors?: readonly FieldError[];
}

interface FormWords {
  readonly heading: string;
  readonly button: string;
}

const WORDS: Readonly<Record<'letter' | 'nothing', { readonly first: FormWords; readonly instead: FormWords }>> = {
  letter: {
    first: { heading: 'Tell the referrer', button: 'Send the letter' },
    instead: { heading: 'Write another letter instead of the one that waits', button: 'Send this letter instead' },
  },
  nothing: {
    first: { heading: 'Record why the referrer is told nothing', button: 'Record the reason' },
    instead: { heading: 'Do not send the letter that waits', button: 'Do not send it, and record the reason' },
  },
};

const insteadWords = ({ sentAt }: Told, now: Date): string =>
  `A letter was written ${momentWords(new Date(sentAt), now)} and waits. Nothing of it has been sent. What you say here takes its place: that letter never goes, whoever lets it go later.`;

function fieldOf({ extent, letter, posted, errors = [] }: FeedbackGiven): FieldView {
  if (extent === 'withheld')
    return radios({
      name: 'withheldReason',
      label: 'Why is the referrer told nothing?',
      options: WITHHELD_REASONS,
      value: posted?.text('withheldReason'),
      errors,
    });
  return textArea({
    name: 'letter',
    label: 'The letter, exactly as they read it',
    hint: 'No names, and nothing from an answer. It is decided on before it goes.',
    rows: 14,
    maxlength: 8_000,
    value: posted?.text('letter') ?? letter,
    errors,
  });
}

export function feedbackView(given: FeedbackGiven): FeedbackView {
  const { reference, contact, rule, extent, waits, now } = given;
  const { heading, button } = WORDS[extent === 'withheld' ? 'nothing' : 'letter'][waits ? 'instead' : 'first'];
  const replaces = waits?.letterId;
  const path = enquiryPath(reference, '/feedback');
  const isFixed = extent !== 'withheld' && isInPacksWords(rule);
  return {
    heading,
    instead: waits && insteadWords(waits, now),
    replaces,
    rule: rule.because,
    how: extent === 'withheld' ? 'Nothing is sent.' : howToReach(contact),
    extent,
    extentText: extentWords(extent),
    less: extentsUnder(rule)
      .filter((other) => other !== extent)
      .map((other) => ({
        text: extentWords(other),
        href: `${path}?extent=${other}${replaces ? `&replaces=${replaces}` : ''}`,
      })),
    fixed: isFixed ? (given.letter ?? '').split('\n\n') : [],
    field: isFixed ? undefined : fieldOf(given),
    button,
    action: path,
  };
}
