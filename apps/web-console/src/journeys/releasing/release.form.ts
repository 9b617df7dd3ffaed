import type { AnswerReview } from '@mash/contracts';
import type { HolderStatementContent, HolderStatementFacts } from '@mash/sealing';
import type { FieldError } from '../../forms/field-error';
import type { Option } from '../../forms/field-view';
import { Posted, type PostedFields } from '../../forms/posted';
import { REFUSE_GROUNDS, RELEASE_GROUNDS } from '../reviews/review-answer.form';
import { readReviewDay } from './read-review-day';
import type { ReleaseMatter } from './release-matter';

type Ground = AnswerReview['ground'];
export type Choice = 'as_it_stands' | 'wording' | 'refuse' | 'harm' | 'called' | 'clear' | 'hold' | 'end' | 'renew';

const OPTIONS = {
  as_it_stands: {
    value: 'as_it_stands',
    text: 'Release as it stands',
    hint: 'Names of others and protected places are still left out',
  },
  wording: {
    value: 'wording',
    text: 'Release these words',
    hint: 'They read your words only. The original stays sealed',
  },
  refuse: { value: 'refuse', text: 'Refuse' },
  harm: {
    value: 'harm',
    text: 'Refuse: telling them would harm this child',
    hint: 'Children Act 2004 section 16LA: worse for this child than not telling',
  },
  called: { value: 'called', text: 'They have called: show it to that person' },
  clear: { value: 'clear', text: 'Clear it: letters may go, and a parent may be told' },
  hold: { value: 'hold', text: 'Keep it for another five working days' },
  end: { value: 'end', text: 'No: it may be told under the ordinary rules' },
  renew: { value: 'renew', text: 'Yes: it would still harm this child' },
} as const satisfies Record<Choice, Option<Choice>>;

/** What may be chosen. "They have called" is offered where the condition asks for a call and somebody waits for want of it. */
export function choicesFor({ kind, call }: Pick<ReleaseMatter, 'kind' | 'call'>, mayCall: boolean): Option<Choice>[] {
  if (kind === 'letter') return [OPTIONS.clear, OPTIONS.hold];
  if (kind === 'detriment') return [OPTIONS.end, OPTIONS.renew];
  const called = mayCall && call !== undefined ? [OPTIONS.called] : [];
  return [...called, OPTIONS.as_it_stands, OPTIONS.wording, OPTIONS.refuse, OPTIONS.harm];
}

/** That the holder agrees goes without saying: it is the holder who answers. */
const OWN_RELEASE_GROUNDS = RELEASE_GROUNDS.filter(({ value }) => value !== 'holder_agrees');

/** Grounds for a plain yes or no about an item. Harm to the child is a choice of its own: it takes more than a tick. */
export const GROUNDS: readonly Option<Ground>[] = [
  ...OWN_RELEASE_GROUNDS.map(({ value, text }) => ({ value, text: `Release: ${text}` })),
  ...REFUSE_GROUNDS.filter(({ value }) => value !== 'harm_to_child').map(({ value, text }) => ({
    value,
    text: `Refuse: ${text}`,
  })),
];

export interface ReleaseAnswer {
  readonly answer: AnswerReview['answer'];
  readonly ground: Ground;
  readonly condition?: string;
  readonly facts: HolderStatementFacts;
  readonly content: HolderStatementContent;
}

/** What the form is about: what the statement will name. */
export interface FormFor {
  readonly matter: ReleaseMatter;
  readonly personId: string;
  readonly mayCall: boolean;
  readonly now: Date;
}

const REFUSING: readonly Choice[] = ['refuse', 'harm', 'hold', 'renew'];
const GROUND_OF: Readonly<Partial<Record<Choice, Ground>>> = {
  harm: 'harm_to_child',
  renew: 'harm_to_child',
  called: 'holder_agrees',
  clear: 'holder_agrees',
  hold: 'not_necessary',
  end: 'holder_agrees',
};
const NEEDS_HARM: readonly Choice[] = ['harm', 'renew'];

/** Exactly what was chosen becomes the statement; text typed for another choice is dropped, and never sent by mistake. */
export function readRelease(
  fields: PostedFields,
  { matter, personId, mayCall, now }: FormFor,
): { given?: ReleaseAnswer; errors: FieldError[] } {
  const posted = new Posted(fields);
  const offered = choicesFor(matter, mayCall).map(({ value }) => value);
  const choice = posted.choice('choice', offered);
  if (choice === undefined) return { errors: [{ field: 'choice', text: 'Choose what may become of it' }] };
  const ground = GROUND_OF[choice] ?? groundOf(posted, choice);
  const reviewBy = NEEDS_HARM.includes(choice) ? readReviewDay(posted, now) : {};
  const errors = [
    ...(ground === undefined
      ? [{ field: 'ground', text: `Choose a ground for ${choice === 'refuse' ? 'refusing' : 'releasing'}` }]
      : []),
    ...textErrors(posted, choice),
    ...conditionErrors(posted, matter, choice),
    ...(reviewBy.errors ?? []),
  ];
  if (errors.length > 0 || ground === undefined) return { errors };
  const isRefusal = REFUSING.includes(choice);
  const condition = isReleasing(choice) ? posted.optional('condition') : undefined;
  return {
    given: {
      answer: isRefusal ? 'refuse' : condition === undefined ? 'release' : 'release_with_conditions',
      ground,
      ...(condition !== undefined && { condition }),
      facts: factsOf(choice, { matter, personId, mayCall, now }, posted, reviewBy.date),
      content: contentOf(posted, choice),
    },
    errors: [],
  };
}

const isReleasing = (choice: Choice): boolean => !REFUSING.includes(choice) && choice !== 'clear' && choice !== 'end';

/** A condition goes with the answer to somebody who waits. */
export const takesCondition = ({ kind, review }: Pick<ReleaseMatter, 'kind' | 'review'>): boolean =>
  kind === 'item' && review !== undefined;

/** Where nobody waits (any more, perhaps), it would be released without the condition that was written. */
function conditionErrors(posted: Posted, matter: ReleaseMatter, choice: Choice): FieldError[] {
  if (takesCondition(matter) || !isReleasing(choice) || posted.optional('condition') === undefined) return [];
  return [
    {
      field: 'choice',
      text: 'Nobody waits for this answer, so it can carry no condition: release your own words, or refuse',
    },
  ];
}

function groundOf(posted: Posted, choice: Choice): Ground | undefined {
  const offered = choice === 'refuse' ? REFUSE_GROUNDS : OWN_RELEASE_GROUNDS;
  return offered.find(({ value }) => value === posted.text('ground') && value !== 'harm_to_child')?.value;
}

function textErrors(posted: Posted, choice: Choice): FieldError[] {
  const tooLong = (field: string, most: number) =>
    posted.text(field).length > most
      ? [{ field, text: `Use ${most.toLocaleString('en-GB')} characters or fewer` }]
      : [];
  return [
    ...(choice === 'wording' && posted.text('wording') === ''
      ? [{ field: 'wording', text: 'Write the words that may be read' }]
      : []),
    ...(NEEDS_HARM.includes(choice) && posted.text('harm') === ''
      ? [{ field: 'harm', text: 'Say what harm to this child you expect' }]
      : []),
    ...(posted.text('reason') === ''
      ? [{ field: 'reason', text: 'Write your reason: it is sealed, and can be asked for later' }]
      : []),
    ...tooLong('wording', 8_000),
    ...tooLong('harm', 4_000),
    ...tooLong('reason', 4_000),
    ...tooLong('condition', 200),
  ];
}

function factsOf(
  choice: Choice,
  { matter, personId }: FormFor,
  posted: Posted,
  reviewBy?: string,
): HolderStatementFacts {
  const to = { ...matter.to };
  switch (choice) {
    case 'as_it_stands':
      return { says: 'released_as_it_stands', to };
    case 'wording':
      return { says: 'released_wording', to, hidesSource: posted.ticked('hidesSource') };
    case 'refuse':
      return { says: 'refused', to };
    case 'harm':
    case 'renew':
      return { says: 'detriment', to, personId, ...(reviewBy !== undefined && { reviewBy }) };
    case 'end':
      return { says: 'detriment_ended', to };
    case 'called':
      return { says: 'condition_met', viewerId: matter.call?.askedBy ?? '' };
    case 'clear':
      return { says: 'telling_cleared' };
    case 'hold':
      return { says: 'telling_held' };
  }
}

function contentOf(posted: Posted, choice: Choice): HolderStatementContent {
  return {
    reason: posted.text('reason'),
    ...(choice === 'wording' && { wording: posted.text('wording') }),
    ...(NEEDS_HARM.includes(choice) && { harm: posted.text('harm') }),
  };
}
