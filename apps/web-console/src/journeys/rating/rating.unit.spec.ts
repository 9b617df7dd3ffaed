import { RateEnquiry, type RatingProposal } from '@mash/contracts';
import { ServiceProblem } from '../../api-clients/service-errors';
import { Posted } from '../../forms/posted';
import { aChild, anEnquiry, before, NOW, READER, SEALED } from '../enquiry/testing/an-enquiry';
import { readFacts } from './facts.form';
import { mayRate } from './may-rate';
import { isRatedMeanwhile, ratingRefusal } from './rating-refusal';
import { LONGEST_REASONS, readRating } from './rating.form';
import { ratingView } from './rating.presenter';

const proposal: RatingProposal = {
  pack: { id: 'thurrock', version: '2026.1' },
  proposed: { colour: 'amber', row: 'A1', reason: 'Graded medium.' },
  inputs: [
    { id: 'harm', label: 'Harm?', type: 'choice', options: [{ value: 'yes', label: 'Yes' }] },
    { id: 'earlier', label: 'Earlier contacts?', type: 'number', known: 2 },
    { id: 'told', label: 'Told?', type: 'boolean', known: true },
  ],
  rows: [
    { id: 'R1', colour: 'red', reason: 'Danger now.', when: 'danger now: yes' },
    { id: 'A1', colour: 'amber', reason: 'Graded medium.', when: 'grade: medium' },
    { id: 'G1', colour: 'green', reason: 'None.', when: 'issues: 0' },
  ],
  colours: [
    {
      colour: 'red',
      label: 'Red',
      criteria: 'Now',
      clocks: [{ code: 'decide', words: 'Decide in 4 hours (assumed)', assumed: true }],
    },
    { colour: 'amber', label: 'Amber', criteria: 'Soon', clocks: [] },
    { colour: 'green', label: 'Green', criteria: 'Later', clocks: [] },
  ],
};

const whole = {
  expectedVersion: '1',
  colour: 'red',
  departureReason: 'seriousness',
  threshold: 's47',
  grounds: ['injury', 'made_up'],
  strategy: 'considered_not_held',
  strategyReason: 'Police met us already',
  reasons: 'A burn that nobody explains',
};
const read = (changes: Record<string, unknown> = {}, given = proposal) =>
  readRating(new Posted({ ...whole, ...changes }), { harm: 'yes' }, given);
const wrong = (changes: Record<string, unknown>): string[] => read(changes).errors.map(({ field }) => field);

describe('A rating as it is stated', () => {
  test('keeps colour, threshold, grounds and strategy in plain, and every word apart to be sealed', () => {
    const { rating } = read();
    expect(RateEnquiry.safeParse({ ...rating?.plain, sealed: SEALED }).success).toBe(true);
    expect(rating?.plain).toMatchObject({
      expectedVersion: 1,
      colour: 'red',
      departureReason: 'seriousness',
      threshold: { level: 's47', grounds: ['injury'] },
      strategy: 'considered_not_held',
    });
    expect(JSON.stringify(rating?.plain)).not.toMatch(/burn|Police/);
    expect(rating?.reasons).toEqual({ reasons: 'A burn that nobody explains', strategy: 'Police met us already' });
  });

  test('chooses nothing for the rater: an empty form is refused at each judgement', () => {
    expect(readRating(new Posted({}), {}, proposal).errors.map(({ field }) => field)).toEqual([
      'colour',
      'threshold',
      'reasons',
    ]);
  });

  test('takes no threshold from the colour, and no colour that the pack does not use', () => {
    expect(wrong({ threshold: '' })).toEqual(['threshold']);
    expect(wrong({ colour: 'blue' })).toContain('colour');
  });

  test('asks why where the rater departs, and not where the table could not propose', () => {
    expect(wrong({ departureReason: '' })).toEqual(['departureReason']);
    const silent = { ...proposal, proposed: undefined };
    expect(read({ departureReason: '' }, silent).rating?.plain.departureReason).toBeUndefined();
    expect(read({ colour: 'amber', strategy: '' }).rating?.plain).not.toHaveProperty('departureReason');
  });

  test('asks Red for the strategy discussion, and why where none is held', () => {
    expect(wrong({ strategy: '' })).toEqual(['strategy']);
    expect(wrong({ strategy: 'not_indicated' })).toEqual(['strategy']);
    expect(wrong({ strategyReason: '' })).toEqual(['strategyReason']);
    expect(read({ colour: 'amber', strategy: '' }).rating?.plain.strategy).toBe('not_indicated');
  });

  test('asks for grounds of a threshold, and takes no more words than an envelope holds', () => {
    expect(wrong({ grounds: [] })).toEqual(['grounds']);
    expect(read({ threshold: 'none', grounds: [] }).rating).toBeDefined();
    expect(wrong({ reasons: 'x'.repeat(LONGEST_REASONS + 1) })).toEqual(['reasons']);
  });
});

describe('Facts for the table', () => {
  const facts = (sent: Record<string, string>) => readFacts(new Posted(sent), proposal.inputs);

  test('are read with their types; "not known" is an answer and a blank is none', () => {
    expect(facts({ 'fact-harm': 'yes', 'fact-earlier': '3', 'fact-told': 'no' }).facts).toEqual({
      harm: 'yes',
      earlier: 3,
      told: false,
    });
    expect(facts({ 'fact-harm': 'not_known', 'fact-earlier': 'Not known' }).facts).toEqual({
      harm: 'not_known',
      earlier: 'not_known',
    });
    expect(facts({}).facts).toEqual({});
  });

  test('of no pack, and values that it does not offer, are left out or said to be wrong', () => {
    expect(facts({ 'fact-harm': 'perhaps', 'fact-other': 'yes' }).facts).toEqual({});
    expect(facts({ 'fact-earlier': '-1' }).errors).toEqual([
      { field: 'fact-earlier', text: 'Enter a whole number, or "not known"' },
    ]);
  });
});

describe('The rating page', () => {
  const view = (given = proposal, enquiry = anEnquiry()) =>
    ratingView({ enquiry, proposal: given, posted: undefined, errors: [], mayRate: true, now: NOW });

  test('says what is proposed, what fits, what does not, and marks the row', () => {
    expect(view()).toMatchObject({
      heading: 'The table proposes Amber',
      proposed: { look: 'proposed', text: 'Proposed: Amber' },
      fits: 'Row A1: Graded medium.',
      doesNotFit: ['Red, row R1, would need: danger now: yes'],
    });
    expect(
      view()
        .criteria.rows.filter(({ matched }) => matched)
        .map(({ id }) => id),
    ).toEqual(['A1']);
  });

  test('says what it still needs where it cannot propose', () => {
    const silent = { ...proposal, proposed: undefined, cannotPropose: ["the child's age"] };
    expect(view(silent)).toMatchObject({
      heading: "Cannot propose: needs the child's age",
      proposed: undefined,
      doesNotFit: [],
    });
  });

  test('preselects neither colour nor threshold, whatever was rated before, and shows new clocks with each colour', () => {
    const rating = {
      ...({ ratingId: READER, version: 1, colour: 'red', departed: true, ratedBy: READER } as const),
      ...{ ratedByRole: 'mash-manager', ratedAt: before(10), sealed: SEALED },
    } as const;
    const shown = view(proposal, anEnquiry({ ratings: [rating], colour: 'red' }));
    expect(JSON.stringify([shown.judgement, shown.threshold, shown.reasons])).not.toContain('"checked":true');
    expect(JSON.stringify(shown.judgement)).toContain('Decide in 4 hours (assumed)');
    expect(shown.expectedVersion).toBe(1);
    expect(shown.history[0]).toBe('Rated Red 13:30 today, departing from the table');
  });

  test('warns of a blank roster: a roster of adults is one', () => {
    const { personId } = aChild();
    const adults = anEnquiry({ people: [{ personId, kind: 'adult', ageBand: 'adult', relation: 'household' }] });
    expect([view(proposal, adults).isBlank, view().isBlank]).toEqual([true, false]);
  });
});

describe('Who rates, and what is refused', () => {
  test('managers, and analysts who are qualified social workers, are offered to rate; nobody else is', () => {
    expect(mayRate({ roles: ['mash-manager'], clearances: [] })).toBe(true);
    expect(mayRate({ roles: ['mash-analyst'], clearances: ['social-worker'] })).toBe(true);
    expect(mayRate({ roles: ['mash-analyst'], clearances: [] })).toBe(false);
    expect(mayRate({ roles: ['contact-officer'], clearances: ['social-worker'] })).toBe(false);
  });

  test('a blank roster and a clash are said at the form; what is not its business goes on', () => {
    const problem = (code: string, status = 422) => new ServiceProblem('decision', status, code, 'Only Red.');
    expect(ratingRefusal(problem('DECISION.ROSTER_BLANK'))).toEqual([{ field: 'colour', text: 'Only Red.' }]);
    expect(isRatedMeanwhile(problem('DECISION.RATED_MEANWHILE', 409))).toBe(true);
    expect(ratingRefusal(problem('DECISION.NOT_QUALIFIED_TO_RATE', 403))).toBeUndefined();
    expect(ratingRefusal(new Error('x'))).toBeUndefined();
  });
});
