import type { Agencies, StrategyDiscussions, StrategyStep } from '@mash/contracts';
import type { FieldError } from '../../forms/field-error';
import { checkboxes, radios, textArea, type FieldView } from '../../forms/field-view';
import type { Posted } from '../../forms/posted';
import { agencyWords } from '../../presenters/agency-words';
import { momentWords } from '../../presenters/clock-chip';
import { enquiryPath } from '../enquiry/shared';

const STEP_WORDS: Readonly<Record<StrategyStep, string>> = {
  considered: 'Considered: it is being thought about',
  started: 'Started: these agencies take part now',
  held: 'Held',
  not_held: 'Considered and not held',
};
const HEADINGS: Readonly<Record<StrategyStep | 'nothing', string>> = {
  nothing: 'No strategy discussion yet',
  considered: 'A strategy discussion is being considered',
  started: 'A strategy discussion is running',
  held: 'A strategy discussion was held',
  not_held: 'A strategy discussion was considered and not held',
};

type Discussion = StrategyDiscussions['discussions'][number];

/** "Was there a strategy discussion, with whom; and if not, why?" */
export interface StrategyView {
  readonly heading: string;
  readonly steps: readonly { readonly when: string; readonly what: string }[];
  readonly action: string;
  readonly discussionId: string | undefined;
  readonly fields: readonly FieldView[];
}

export interface StrategyGiven {
  readonly reference: string;
  readonly discussions: readonly Discussion[];
  readonly agencies: Agencies['agencies'];
  readonly posted: Posted | undefined;
  readonly errors: readonly FieldError[];
  readonly now: Date;
}

/** The one that goes on; a new one can be begun once the last has ended. */
export const runningOne = (discussions: readonly Discussion[]): Discussion | undefined =>
  discussions.findLast(({ mayBecome }) => mayBecome.length > 0);

export function strategyView({ reference, discussions, agencies, posted, errors, now }: StrategyGiven): StrategyView {
  const running = runningOne(discussions);
  const newest = running ?? discussions.at(-1);
  const offered = running?.mayBecome ?? (['considered', 'started'] as const);
  const taking = running?.steps.at(-1)?.agencies ?? [];
  const ids = agencies.map(({ agencyId }) => agencyId);
  return {
    heading: HEADINGS[newest?.standing ?? 'nothing'],
    steps: discussions.flatMap(({ steps }) =>
      steps.map(({ step, agencies: who, takenAt }) => ({
        when: momentWords(new Date(takenAt), now),
        what: [STEP_WORDS[step], ...(who.length === 0 ? [] : [who.map(agencyWords).join(', ')])].join('. '),
      })),
    ),
    action: enquiryPath(reference, '/strategy'),
    discussionId: running?.discussionId,
    fields: [
      radios({
        name: 'step',
        label: 'What happened?',
        options: offered.map((step) => ({ value: step, text: STEP_WORDS[step] })),
        value: posted?.text('step'),
        errors,
      }),
      checkboxes({
        name: 'agencies',
        label: 'Who takes part?',
        hint: 'Recorded, no more: nothing opens on their own screens. Say in the discussion what each holder lets you say',
        options: agencies.map(({ agencyId, name }) => ({ value: agencyId, text: name })),
        values: posted?.choices('agencies', ids) ?? taking,
        columns: true,
        errors,
      }),
      textArea({
        name: 'note',
        label: 'What was concluded, or why it is not held',
        hint: 'Sealed. Needed when it was held, or is not held',
        value: posted?.text('note'),
        rows: 4,
        maxlength: 4000,
        errors,
      }),
    ],
  };
}
