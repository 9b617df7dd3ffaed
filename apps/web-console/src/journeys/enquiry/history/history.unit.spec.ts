import { anEnquiry, before, CHILD, READER, SEALED } from '../testing/an-enquiry';
import { historyView } from './history.presenter';
import { linesOf } from '../shared/note-reader';
import { REASONS_OF_RATINGS } from './rating-reasons';

const rating = {
  ratingId: CHILD,
  version: 1,
  colour: 'red',
  proposedColour: 'amber',
  proposedRow: 'A1',
  departed: true,
  ratedBy: READER,
  ratedByRole: 'mash-manager',
  ratedAt: before(30),
  sealed: SEALED,
} as const;

describe('The history of an enquiry', () => {
  test('says that somebody was told, or handed over to, only where they were', () => {
    const told = { feedbackId: CHILD, extent: 'full', sentAt: before(9) };
    const ids = { routeId: CHILD, decisionId: CHILD, personIds: [CHILD] };
    const route = { ...ids, team: 'early-help' as const, dueAt: before(1) };
    const stayed = { ...route, state: 'returned', notGone: true } as const;
    const enquiry = anEnquiry({
      routes: [
        { ...stayed, reasonCode: 'not_released', routedAt: before(17), answeredAt: before(16) },
        { ...stayed, reasonCode: 'decided_again', routedAt: before(15), answeredAt: before(14) },
        { ...stayed, reasonCode: 'other_handover', routedAt: before(14), answeredAt: before(14) },
        { ...stayed, reasonCode: 'another_instead', routedAt: before(13.5), answeredAt: before(13.5) },
        { ...route, state: 'held', notGone: true, routedAt: before(13) },
      ],
      feedback: [
        { ...told, refused: true },
        { ...told, held: true, sentAt: before(8) },
        { ...told, extent: 'withheld', sentAt: before(7) },
        { ...told, overtaken: 'decided_again', sentAt: before(6) },
        { ...told, overtaken: 'told_otherwise', sentAt: before(5) },
        { ...told, sentAt: before(4) },
        { ...told, sentAt: before(3), acknowledgedAt: before(1) },
        { ...told, extent: 'withheld', sentAt: before(2), acknowledgedAt: before(2), toldBy: 'none' },
        { ...told, sentAt: before(3), acknowledgedAt: before(0.8), toldBy: 'telephone_task' },
        { ...told, sentAt: before(3), acknowledgedAt: before(0.6), toldBy: 'none' },
        { ...told, sentAt: before(3), acknowledgedAt: before(0.4), toldBy: 'email' },
      ],
    });
    const { rows } = historyView(enquiry, { words: new Map(), steps: [] }, READER);
    expect(rows.slice(2).map(({ what }) => what)).toEqual([
      'Handover to early help put together',
      'The handover to early help did not go: it was not let go',
      'Handover to early help put together',
      'The handover to early help did not go: something else was decided meanwhile',
      'Handover to early help put together',
      'The handover to early help did not go: it was put together for another team, or about others',
      'Handover to early help put together',
      'The handover to early help did not go: another one took its place',
      'Handover to early help put together',
      'A letter to the referrer was written, which does not go',
      'A letter to the referrer was written, which waits',
      'Recorded why the referrer is told nothing',
      'A letter to the referrer was written, which did not go: it was decided again',
      'A letter to the referrer was written, which did not go: something else was written or recorded instead',
      'A letter to the referrer was written, not delivered yet',
      'A letter to the referrer was written',
      'A letter to the referrer was written',
      'A letter to the referrer was written',
      'A letter to the referrer was written',
      'Recorded why the referrer is told nothing',
      'The referrer was told',
      'Somebody was asked to ring the referrer',
      'Nothing was sent: the referrer asked not to hear back',
      'The referrer was told',
    ]);
  });

  test('stands in time order, oldest first, with the words beside each rating', () => {
    const enquiry = anEnquiry({
      ratings: [rating],
      thresholds: [{ level: 's17', version: 1, judgedBy: CHILD, judgedAt: before(45), grounds: ['neglect'] }],
      feedback: [{ feedbackId: CHILD, extent: 'full', sentAt: before(1), acknowledgedAt: before(0) }],
    });
    const { rows, heading } = historyView(
      enquiry,
      { words: new Map([[CHILD, ['Reasons: a burn']]]), steps: [] },
      READER,
    );
    expect(heading).toBe('Rated once, not decided yet');
    expect(rows.map(({ what }) => what)).toEqual([
      'Contact received',
      'Enquiry opened',
      'Threshold judged: Section 17: child in need',
      'Rated Red',
      'A letter to the referrer was written',
      'The referrer was told',
    ]);
    expect(rows[3]).toMatchObject({
      by: 'You',
      lines: ['By a manager', 'The table proposed Amber (row A1); departed from', 'Reasons: a burn'],
    });
    expect(rows[2]?.by).toBe('A colleague');
  });

  test('has what was noted of a task, when it was done and when it was put off', () => {
    const step = { code: 'INFORM_PARENT', words: 'Tell the parent', takenBy: READER, sealedNote: SEALED } as const;
    const steps = [
      { ...step, stepId: CHILD, outcome: 'ground', ground: 'NS_CONTACT', takenAt: before(20) },
      { ...step, stepId: READER, outcome: 'done', takenAt: before(5) },
    ] as const;
    const { rows } = historyView(
      anEnquiry(),
      { words: new Map([[READER, ['What was noted: by telephone']]]), steps },
      READER,
    );
    expect(rows.slice(-2)).toMatchObject([
      { what: 'Not for now: Tell the parent', lines: ['Two tries by two means failed'] },
      { what: 'Done: Tell the parent', by: 'You', lines: ['What was noted: by telephone'] },
    ]);
  });

  test('says where nobody could say what was noted of tasks', () => {
    const { missing } = historyView(anEnquiry(), { words: new Map(), steps: 'not known' }, READER);
    expect(missing).toMatch(/^What was done of tasks is not here/);
  });

  test('shows the sentence instead of reasons that are withheld, and never half of what cannot be read', () => {
    const item = {
      envelopeId: CHILD,
      itemId: CHILD,
      outcome: 'REVIEW',
      reason: { code: 'X', sentence: 'Ask the manager.' },
      decisionId: CHILD,
      rule: 'R',
      redactions: [],
      obligations: [],
      content: { reasons: 5, strategy: 'secret' },
    } as const;
    const given = { ...item, redactions: [], obligations: [] };
    const linesIf = (visibility: 'withheld' | 'shown') => linesOf({ ...given, visibility }, REASONS_OF_RATINGS);
    expect(linesIf('withheld')).toEqual(['Reasons: withheld. Ask the manager.']);
    expect(linesIf('shown')).toEqual(['Reasons: could not be read.']);
  });
});
