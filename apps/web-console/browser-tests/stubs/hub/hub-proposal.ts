import type { RatingFacts, RatingProposal } from '@mash/contracts';

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** A small table: it proposes Amber once the harm is known not to be suspected; with "yes" it proposes Red. */
export function hubProposal(facts: RatingFacts): RatingProposal {
  const harm = facts['suspectedHarm'];
  const outcome =
    harm === 'yes'
      ? { proposed: { colour: 'red' as const, row: 'R3', reason: 'Significant harm is suspected.' } }
      : harm === 'no'
        ? { proposed: { colour: 'amber' as const, row: 'A1', reason: 'Domestic abuse graded medium.' } }
        : { cannotPropose: ['whether significant harm is suspected', "the child's age"] };
  return {
    pack: { id: 'thurrock', version: '2026.1' },
    ...outcome,
    inputs: [
      { id: 'suspectedHarm', label: 'Is significant harm suspected?', type: 'choice', options: YES_NO },
      { id: 'openCase', label: 'Is there an allocated worker?', type: 'choice', options: YES_NO, known: 'no' },
      { id: 'repeatContacts', label: 'How many contacts in 12 months?', type: 'number', known: 2 },
    ],
    rows: [
      { id: 'R3', colour: 'red', reason: 'Significant harm is suspected.', when: 'significant harm is suspected: yes' },
      { id: 'A1', colour: 'amber', reason: 'Domestic abuse graded medium.', when: 'domestic abuse: medium' },
    ],
    colours: [
      {
        colour: 'red',
        label: 'Red',
        criteria: 'A child may need protection',
        clocks: [{ code: 'decide', words: 'Decide in 4 hours (assumed)', assumed: false }],
      },
      {
        colour: 'amber',
        label: 'Amber',
        criteria: 'Significant concern',
        clocks: [{ code: 'decide', words: 'Decide in 24 hours', assumed: true }],
      },
      { colour: 'green', label: 'Green', criteria: 'A wellbeing concern', clocks: [] },
    ],
  };
}
