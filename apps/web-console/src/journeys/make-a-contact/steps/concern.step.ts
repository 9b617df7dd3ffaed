import type { FieldError } from '../../../forms/field-error';
import { checkboxes, textArea } from '../../../forms/field-view';
import { ISSUES } from '../draft/code-lists';
import { shown, shownAll, type ContactStep } from './contact-step';

/** Characters: the whole concern has to go into one envelope. */
const LONGEST = 10_000;
const issues = ISSUES.map(({ value }) => value);

const tooLong = (field: string, text: string | undefined): FieldError[] =>
  (text?.length ?? 0) > LONGEST
    ? [{ field, text: `Shorten this to ${LONGEST.toLocaleString('en-GB')} characters or fewer` }]
    : [];

/** The concern in the referrer's own words; what they saw is kept apart from what others told them. */
export const concernStep: ContactStep = {
  read(posted, draft) {
    const concern = {
      narrative: posted.optional('narrative'),
      seenMyself: posted.optional('seenMyself'),
      toldByOthers: posted.optional('toldByOthers'),
      issues: posted.choices('issues', issues),
    };
    const errors = [
      ...(concern.narrative === undefined
        ? [{ field: 'narrative', text: 'Say what you are worried about, in your own words' }]
        : []),
      ...tooLong('narrative', concern.narrative),
      ...tooLong('seenMyself', concern.seenMyself),
      ...tooLong('toldByOthers', concern.toldByOthers),
    ];
    return { draft: { ...draft, concern }, errors };
  },

  view({ concern }, { posted, errors }) {
    const area = (name: 'narrative' | 'seenMyself' | 'toldByOthers', label: string, hint: string, rows: number) =>
      textArea({ name, label, hint, rows, value: shown(posted, name, concern[name]), errors });
    const values = shownAll(posted, 'issues', issues, concern.issues);
    return {
      heading: 'What are you worried about?',
      intro: ['Your words are kept as you wrote them and sealed: only people who may read them can open them.'],
      fields: [
        area(
          'narrative',
          'What has happened, and why does it worry you?',
          'What, when, where. What the child says. What is going well.',
          9,
        ),
        area('seenMyself', 'What did you see or hear yourself?', 'Leave empty if it is all said above', 3),
        area('toldByOthers', 'What did others tell you, and who were they?', 'Leave empty if nothing', 3),
        checkboxes({
          name: 'issues',
          label: 'What is it about?',
          columns: true,
          hint: 'Tick all that fit. None is fine.',
          options: ISSUES,
          values,
          errors,
        }),
      ],
    };
  },
};
