import { Posted } from '../../../forms/posted';
import { readDecision, type AskedToDecide } from './decide.form';

const CHILD = '0198cccc-0000-7000-8000-000000000002';
const SILENT = '0198cccc-0000-7000-8000-000000000007';
const asked: AskedToDecide = {
  expectedVersion: 1,
  rosterVersion: 3,
  children: [{ personId: CHILD, name: 'Child A' }],
  agencies: [{ agencyId: 'riverside-police', agencyName: 'Riverside Police' }],
  unanswered: [{ requestId: SILENT, agencyName: 'Riverside NHS Trust' }],
  outcomes: [
    { code: 'early_help', needsReason: false },
    { code: 'no_action_with_reason', needsReason: true },
  ],
};
const filled = {
  expectedVersion: '1',
  rosterVersion: '3',
  [`outcome-${CHILD}`]: 'early_help',
  'view-riverside-police': 'agrees',
  [`confirm-${SILENT}`]: 'yes',
  worried: 'He is alone at night.',
  workingWell: 'His aunt helps.',
  needsToHappen: 'Help at home.',
  strategy: 'held',
  whoTellsFamily: 'hub',
};
const read = (changes: Record<string, unknown> = {}) => readDecision(new Posted({ ...filled, ...changes }), asked);
const fieldsOf = (changes: Record<string, unknown>) => read(changes).errors.map(({ field }) => field);

describe('Reading a decision', () => {
  test('reads an outcome for each child, each agency’s view, each silence, and the reasons to be sealed', () => {
    const { stated, errors } = read();
    expect(errors).toEqual([]);
    expect(stated?.decision).toEqual({
      expectedVersion: 1,
      rosterVersion: 3,
      outcomes: [{ personId: CHILD, outcome: 'early_help' }],
      agencyViews: [{ agencyId: 'riverside-police', view: 'agrees' }],
      unansweredConfirmed: [SILENT],
      strategy: 'held',
      whoTellsFamily: 'hub',
    });
    expect(stated?.rationale).toMatchObject({ worried: 'He is alone at night.', childReasons: [] });
  });

  test('puts no word of the reasons into the plain part', () => {
    expect(JSON.stringify(read().stated?.decision)).not.toContain('alone');
  });

  test('leaves no child, agency or silence out', () => {
    expect(fieldsOf({ [`outcome-${CHILD}`]: '' })).toEqual([`outcome-${CHILD}`]);
    expect(fieldsOf({ 'view-riverside-police': '' })).toEqual(['view-riverside-police']);
    expect(fieldsOf({ [`confirm-${SILENT}`]: undefined })).toEqual([`confirm-${SILENT}`]);
  });

  test('asks why where nothing further is done, and why a strategy discussion was not held', () => {
    expect(fieldsOf({ [`outcome-${CHILD}`]: 'no_action_with_reason' })).toEqual([`reason-${CHILD}`]);
    expect(fieldsOf({ strategy: 'considered_not_held' })).toEqual(['strategyReason']);
  });

  test('takes no outcome that the pack does not have, and none for a stranger', () => {
    expect(fieldsOf({ [`outcome-${CHILD}`]: 'strategy_s47' })).toEqual([`outcome-${CHILD}`]);
    const stranger = read({ 'outcome-0198cccc-0000-7000-8000-000000000099': 'early_help' });
    expect(stranger.stated?.decision.outcomes).toHaveLength(1);
  });

  test('confirms no silence that nobody asked about', () => {
    const { stated } = read({ 'confirm-0198cccc-0000-7000-8000-000000000099': 'yes' });
    expect(stated?.decision.unansweredConfirmed).toEqual([SILENT]);
  });

  test('keeps the versions of the page that was filled in, so that the service can refuse a stale one', () => {
    expect(read({ expectedVersion: '0' }).stated?.decision.expectedVersion).toBe(0);
    expect(read({ expectedVersion: '-1; DROP' }).stated?.decision.expectedVersion).toBe(1);
  });
});
