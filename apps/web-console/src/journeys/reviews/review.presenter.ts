import { durationWords } from '@mash/clocks';
import type { OpenedProduct, Review } from '@mash/contracts';
import type { FieldError } from '../../forms/field-error';
import { dateField, radios, textArea, textField, type FieldView, type Option } from '../../forms/field-view';
import type { Posted } from '../../forms/posted';
import { agencyWords } from '../../presenters/agency-words';
import { momentWords, type ClockChip } from '../../presenters/clock-chip';
import { RELEASER_WORDS, SEAT_WORDS } from '../../presenters/releaser-words';
import type { SummaryRow } from '../../presenters/summary-row';
import { identifierRows } from '../answering/asked/identifiers.presenter';
import type { RequestContent } from '../asking/sealing/request-content';
import { productView, type ProductView } from '../inbox/product.presenter';
import type { ProductToDecide } from './product-reader';
import { ANSWERS, REFUSE_GROUNDS, RELEASE_GROUNDS } from './review-answer.form';
import { agreementWords, consentWords, LEVEL_WORDS, reviewSentence, thresholdWords } from './review-words';

/** "Share this, on what ground?" */
export interface ReviewView {
  readonly heading: string;
  readonly clock: ClockChip;
  readonly level: string | undefined;
  readonly reasons: readonly string[];
  /** What somebody has said since it was asked: the answer is weighed on today's facts. */
  readonly changed: string | undefined;
  /** Where the hub reads what it is about. */
  readonly links: ReviewLinks | undefined;
  /** What the agency that is asked would read, where the reader may. */
  readonly question: QuestionView | undefined;
  /** What would be sent, of a letter or handover that waits, where the reader may read it. */
  readonly product: ProductView | undefined;
  readonly productHeading: string;
  /** That the reader should have read it, and cannot. */
  readonly notShown: string | undefined;
  readonly rows: readonly SummaryRow[];
  readonly action: string;
  /** Absent where it has been answered. */
  readonly fields: readonly FieldView[] | undefined;
  readonly answered: string | undefined;
  readonly nextHref: string | undefined;
  /** Why the reader cannot answer, where they cannot. */
  readonly notYours: string | undefined;
  readonly overrideHref: string | undefined;
}

export interface QuestionView {
  readonly text: string;
  readonly rows: readonly SummaryRow[];
}

export interface ReviewLinks {
  readonly contact: string;
  readonly picture: string;
  readonly consent: string | undefined;
}

export interface ReviewGiven {
  readonly review: Review;
  readonly whom: string;
  readonly readerId: string;
  /** Of hub staff alone. */
  readonly links?: ReviewLinks | undefined;
  readonly question?: RequestContent | undefined;
  readonly product?: OpenedProduct | undefined;
  readonly notShown?: ProductToDecide['notShown'];
  readonly nextId: string | undefined;
  readonly posted?: Posted;
  readonly errors: readonly FieldError[];
  readonly now: Date;
}

/** The clock of a review, by the wall: a late one climbs, and is never released by time. */
export function reviewClock(
  { dueAt, state, answeredAt }: Pick<Review, 'dueAt' | 'state'> & { readonly answeredAt?: string | undefined },
  now: Date,
): ClockChip {
  if (state !== 'open')
    return {
      look: 'met',
      text: `${state === 'superseded' ? 'Overtaken' : 'Answered'} ${answeredAt === undefined ? '' : momentWords(new Date(answeredAt), now)}`.trim(),
    };
  const left = Date.parse(dueAt) - now.getTime();
  if (left < 0) return { look: 'late', text: `${durationWords(-left, 'up')} late` };
  const text = `Due ${momentWords(new Date(dueAt), now)}, ${durationWords(left, 'down')} left`;
  return { look: left <= 30 * 60_000 ? 'due-soon' : 'in-time', text };
}

export function reviewView(given: ReviewGiven): ReviewView {
  const { review, whom, readerId, nextId, posted, errors, now } = given;
  const isOpen = review.state === 'open';
  return {
    heading: reviewSentence(review, whom),
    clock: reviewClock(review, now),
    level: isOpen && review.level !== 'releaser' ? LEVEL_WORDS[review.level] : undefined,
    reasons: review.reasons.map(({ sentence }) => sentence),
    changed: isOpen && review.consentChanged === true ? CHANGED : undefined,
    links: given.links,
    question: given.question && questionView(given.question, [review], now),
    product: given.product && productView(given.product, 'decider'),
    productHeading: isOpen ? 'What would be sent' : 'What it was about',
    notShown: given.notShown && NOT_SHOWN[given.notShown][isOpen ? 'open' : 'over'],
    rows: [
      ...(review.enquiryReference === undefined ? [] : [{ key: 'Enquiry', value: review.enquiryReference }]),
      { key: 'Threshold', value: thresholdWords(review.threshold) },
      { key: 'Consent to share', value: consentWords(review.consent) },
      { key: 'Agreement', value: agreementWords(review.agreement) },
      {
        key: 'Must the parent be told?',
        value: review.informParent ? 'Yes, unless it is unsafe' : 'Not because of this',
      },
      { key: 'Who answers', value: whoAnswers(review) },
      {
        key: 'Asked by',
        value: review.askedBy === readerId ? 'You: somebody else must answer' : 'A colleague in the hub',
      },
      { key: 'Waiting since', value: momentWords(new Date(review.raisedAt), now) },
    ],
    action: `/reviews/${review.reviewId}`,
    fields: isOpen && review.mayAnswer ? fieldsOf(review, posted, errors) : undefined,
    answered: isOpen ? undefined : answeredWords(review),
    nextHref: nextId === undefined ? undefined : `/reviews/${nextId}`,
    notYours: isOpen && !review.mayAnswer ? 'It waits for others: you see it, and they answer it.' : undefined,
    overrideHref: review.mayOverride ? `/overrides/of/${review.sharingDecisionId}` : undefined,
  };
}

/** Its words, whom it names, and what is asked of them: what releasing it tells the agency. */
export function questionView(content: RequestContent, reviews: readonly Review[], now: Date): QuestionView {
  const asked = reviews.map(({ category }) => category);
  const whys = content.questions.flatMap(({ category, label, why }) =>
    why === undefined || !asked.includes(category) ? [] : [{ key: `Why ${label.toLowerCase()} too`, value: why }],
  );
  return { text: content.purposeText, rows: [...identifierRows({ content }, now), ...whys] };
}

const NOT_SHOWN = {
  cannot: {
    open: 'What would be sent cannot be shown to you now: do not release what you have not read.',
    over: 'What it was about cannot be shown to you now.',
  },
  recalled: {
    open: 'What would be sent was recalled, and cannot be read any more: do not release it.',
    over: 'What it was about was recalled, and cannot be read any more.',
  },
} as const;

const STANDS_IN: Readonly<Partial<Record<Review['releaser'], string>>> = {
  legal: 'Nobody is named: a hub manager answers on legal advice, and records whose.',
  adoption_agency:
    'Nobody is named, so it stays shut. Ask the partnership administrator to name who answers for the adoption agency.',
};

/** Of a question the holder is the hub's own body: asking is its telling. Its managers stand in where it has named nobody. */
function deskWords({ mode, releaser, releaserAgencyId }: Review): {
  readonly whose: string;
  readonly ifNobody: string;
} {
  if (mode === 'ask' && releaserAgencyId !== undefined)
    return {
      whose: `The hub's own body, ${agencyWords(releaserAgencyId)}`,
      ifNobody: 'Nobody is named: a hub manager who did not ask answers.',
    };
  const ifNobody = STANDS_IN[releaser] ?? 'Nobody is named: whoever is on the desk answers.';
  return { whose: RELEASER_WORDS[releaser], ifNobody };
}

/** Whose answer it is, and who sits there by name; that nobody does, and what then; and whom to ring. */
function whoAnswers(review: Review): string {
  const { nobodyNamed, seated = [], dutyRoutes } = review;
  const { whose, ifNobody } = deskWords(review);
  const nobody = nobodyNamed ? [ifNobody] : [];
  const named = seated.map(({ seat, name }) => `${SEAT_WORDS[seat]}: ${name}`);
  const ring = dutyRoutes.map(({ name, telephone }) => `Ring ${name}, ${telephone}.`);
  return [`${whose}.`, ...named, ...nobody, ...ring].join('\n');
}
const CHANGED =
  'Somebody has said something about consent since this was asked. Your answer is weighed on what is known today.';

const GROUNDS: readonly Option[] = [...RELEASE_GROUNDS, ...REFUSE_GROUNDS];

const SUPERSEDED =
  'The question has changed since, or what it is about was taken back. It is asked anew, answered by the rules, or asked no more.';
const NOT_DECIDED =
  'Nobody decides about this any more: another took its place, it was refused, or the rules answer it.';

function answeredWords({ state, ground, about }: Review): string {
  if (state === 'superseded') return about.kind === 'product' ? NOT_DECIDED : SUPERSEDED;
  const why = GROUNDS.find(({ value }) => value === ground)?.text;
  const done = { open: '', released: 'Released', refused: 'Refused', overridden: 'Set aside by an override' }[state];
  return `${done}${why === undefined ? '' : `: ${why.toLowerCase()}`}`;
}

/** Of a legal question that no lawyer is named for: who advised, and when. It is sealed with the reason. */
function fieldsOf({ adviceNeeded }: Review, posted: Posted | undefined, errors: readonly FieldError[]): FieldView[] {
  const asked = answerFields(posted, errors);
  if (adviceNeeded !== true) return asked;
  const typed = (part: string): string => posted?.text(`adviceOn-${part}`) ?? '';
  const by = {
    ...{ name: 'adviceBy', label: 'Who gave you the legal advice?', maxlength: 200 },
    hint: 'Name and office. It is sealed with your reason.',
  };
  const on = {
    ...{ name: 'adviceOn', label: 'When was it given?' },
    value: { day: typed('day'), month: typed('month'), year: typed('year') },
  };
  return [...asked, textField({ ...by, value: posted?.text('adviceBy'), errors }), dateField({ ...on, errors })];
}

/** Nothing is preselected: the machine does not lean. */
export function answerFields(posted: Posted | undefined, errors: readonly FieldError[]): FieldView[] {
  const grounds: Option[] = [
    ...RELEASE_GROUNDS.map((one) => ({ ...one, text: `Release: ${one.text}` })),
    ...REFUSE_GROUNDS.map((one) => ({ ...one, text: `Refuse: ${one.text}` })),
  ];
  return [
    radios({ name: 'answer', label: 'Your answer', options: ANSWERS, value: posted?.text('answer'), errors }),
    textField({
      name: 'condition',
      label: 'Condition',
      hint: 'Only for a release with conditions',
      value: posted?.text('condition'),
      maxlength: 200,
      errors,
    }),
    radios({ name: 'ground', label: 'Ground', options: grounds, value: posted?.text('ground'), errors }),
    textArea({
      name: 'reason',
      label: 'Your reason',
      hint: 'In your own words. It is sealed: it is read only if somebody asks why',
      value: posted?.text('reason'),
      rows: 4,
      maxlength: 4000,
      errors,
    }),
  ];
}
