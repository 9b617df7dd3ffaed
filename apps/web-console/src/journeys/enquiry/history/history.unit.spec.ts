import { anEnquiry, before, CHILD, READER, SEALED } from '../testing/an-enquiry';
import { historyView } from './history.presenter';
import { reasonLines } from './rating-reasons';

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
  test('stands in time order, oldest first, with the words beside each rating', () => {
    const enquiry = anEnquiry({
      ratings: [rating],
      thresholds: [{ level: 's17', version: 1, judgedBy: CHILD, judgedAt: before(45), grounds: ['neglect'] }],
      feedback: [{ feedbackId: CHILD, extent: 'full', sentAt: before(1) }],
    });
    const { rows, heading } = historyView(enquiry, new Map([[CHILD, ['Reasons: a burn']]]), READER);
    expect(heading).toBe('Rated once, not decided yet');
    expect(rows.map(({ what }) => what)).toEqual([
      'Contact received',
      'Enquiry opened',
      'Threshold judged: Section 17: child in need',
      'Rated Red',
      'The referrer was told',
    ]);
    expect(rows[3]).toMatchObject({
      by: 'You',
      lines: ['By a manager', 'The table proposed Amber (row A1); departed from', 'Reasons: a burn'],
    });
    expect(rows[2]?.by).toBe('A colleague');
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
    expect(reasonLines({ ...given, visibility: 'withheld' })).toEqual(['Reasons: withheld. Ask the manager.']);
    expect(reasonLines({ ...given, visibility: 'shown' })).toEqual(['Reasons: could not be read.']);
  });
});
