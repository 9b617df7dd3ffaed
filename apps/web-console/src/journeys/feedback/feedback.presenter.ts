import type { ContactDetail } from '@mash/contracts';
import type { FieldError } from '../../forms/field-error';
import { radios, textArea, type FieldView } from '../../forms/field-view';
import type { Posted } from '../../forms/posted';
import { enquiryPath } from '../enquiry/shared';
import { extentWords, WITHHELD_REASONS } from './extent-words';
import { extentsUnder, isInPacksWords, type Extent, type FeedbackRule } from './feedback-rule';

/** "What may the referrer be told?" The rule, then the exact letter. */
export interface FeedbackView {
  readonly heading: string;
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
  readonly posted?: Posted | undefined;
  readonly errors?: readonly FieldError[];
}

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
  const { reference, contact, rule, extent } = given;
  const path = enquiryPath(reference, '/feedback');
  const isFixed = extent !== 'withheld' && isInPacksWords(rule);
  return {
    heading: extent === 'withheld' ? 'Record why the referrer is told nothing' : 'Tell the referrer',
    rule: rule.because,
    how: extent === 'withheld' ? 'Nothing is sent.' : howToReach(contact),
    extent,
    extentText: extentWords(extent),
    less: extentsUnder(rule)
      .filter((other) => other !== extent)
      .map((other) => ({ text: extentWords(other), href: `${path}?extent=${other}` })),
    fixed: isFixed ? (given.letter ?? '').split('\n\n') : [],
    field: isFixed ? undefined : fieldOf(given),
    button: extent === 'withheld' ? 'Record the reason' : 'Send the letter',
    action: path,
  };
}
