import type { EnquiryView } from '@mash/contracts';
import {
  aChild,
  aClock,
  anEnquiry,
  anOpenEnquiry,
  aRoster,
  before,
  CHILD,
  READER,
  SEALED,
} from '../testing/an-enquiry';
import { nowView } from './now.presenter';

const decision = (flags: EnquiryView['decisions'][number]['flags']): EnquiryView['decisions'][number] => ({
  decisionId: CHILD,
  version: 1,
  rosterVersion: 1,
  decidedBy: READER,
  decidedAt: '2026-11-23T11:00:00.000Z',
  outcomes: [],
  agencyViews: [],
  strategy: 'held',
  whoTellsFamily: 'hub',
  sealed: SEALED,
  flags,
  dissents: [],
});

const view = (changes: Partial<EnquiryView> = {}, roster = aRoster()) =>
  nowView(anOpenEnquiry(anEnquiry(changes), roster));

describe('Where an enquiry is', () => {
  test('says what is next, and where to do it', () => {
    expect(view({ nextStep: 'rate' })).toMatchObject({
      heading: 'Next: say how urgent it is',
      next: { text: 'Rate', href: '/enquiries/E-7K2Q4X9/rate' },
    });
  });

  test('says that a decision must be looked at again, and stops once the flag is cleared', () => {
    const flag = { because: 'late_answer', at: '2026-11-23T13:40:00.000Z' };
    expect(view({ decisions: [decision([flag])] }).lookAgain?.text).toBe(
      'Decided 11:00 today; an answer came 13:40. Look again.',
    );
    expect(view({ decisions: [decision([{ ...flag, clearedAt: before(0) }])] }).lookAgain).toBeUndefined();
    expect(view({ decisions: [decision([{ ...flag, because: 'new code' }])] }).lookAgain?.text).toContain(
      'something changed',
    );
  });

  test('shows receipts of immediate protection, and silence as loud', () => {
    const notice = { noticeId: CHILD, agencyId: 'riverside-police', team: 'police' };
    const protection = { protectionId: CHILD, startedBy: READER, startedAt: before(40), outOfHours: true };
    const [strip] = view({
      protections: [
        {
          ...protection,
          notices: [
            { ...notice, receivedAt: before(35) },
            { ...notice, agencyId: 'edt' },
            { ...notice, agencyId: 'edt', recalledAt: before(35) },
          ],
        },
      ],
    }).strips;
    expect(strip?.heading).toBe('Immediate protection since 13:00 today (out of hours)');
    expect(strip?.receipts).toMatchObject([
      {
        text: 'Riverside Police: received 13:05 today',
        isMissing: false,
        wrongHref: expect.stringContaining('/notice/'),
      },
      { text: 'Edt: told, no receipt yet. Ring them.', isMissing: true },
      { text: 'Edt: taken back 13:05 today. They are not told.', isMissing: true },
    ]);
    expect(strip?.receipts[2]).not.toHaveProperty('wrongHref');
  });

  test('warns of an open case by the worker, and of a household that nobody confirmed', () => {
    const worked = aRoster([aChild({ allocatedWorker: { name: 'Lena Hart', team: 'West' } })]);
    expect(view({ openCase: true }, worked).warnings).toEqual([
      'Open case: Kian Marlowe has Lena Hart, West.',
      'Nobody has confirmed yet who lives in the household.',
    ]);
    const plain = view({ openCase: true, rosterConfirmed: true }).warnings;
    expect(plain).toEqual(['Open case: a child here has an allocated worker.']);
  });

  test('names the basis of each clock, what is assumed, and what a rating moved', () => {
    const changed = { at: before(60), fromDueAt: before(-600), rule: 'shorter-wins' };
    const [clock] = view({ clocks: [aClock(30, { basis: 'working', assumed: true, changed })] }).clocks;
    expect(clock?.notes).toEqual([
      'counted in working time',
      'no source gives this time; the pack assumes it',
      'moved by a rating 12:40 today; it was due 23:40 today',
    ]);
  });

  test('counts an enquiry whose agencies answered in part as partly answered', () => {
    const [, , , , answered] = view({ asked: 2, answered: 1 }).steps;
    expect(answered).toMatchObject({ hint: { text: '1 of 2' }, status: { tag: { text: 'Partly' } } });
  });

  test.each([
    ['nothing was written since', [], 'Not yet', undefined],
    ['a letter waits', [{ held: true }], 'Partly', 'HOLD: nothing has been sent'],
    ['a letter was refused', [{ refused: true }], 'Partly', 'Not let go: nothing has been sent'],
    ['one is on its way', [{}], 'Partly', 'not delivered yet'],
    ['another was written after one that was refused', [{ refused: true }, { acknowledgedAt: before(5) }], 'Done', ''],
    ['they were told', [{ acknowledgedAt: before(5) }], 'Done', ''],
    [
      'somebody is to ring them',
      [{ acknowledgedAt: before(5), toldBy: 'telephone_task' }],
      'Partly',
      'Somebody was asked to ring the referrer',
    ],
    [
      'they asked not to hear back',
      [{ acknowledgedAt: before(5), toldBy: 'none' }],
      'Done',
      'the referrer asked not to hear back',
    ],
    ['it is recorded why not', [{ extent: 'withheld' }], 'Done', ''],
  ])('says of the newest decision that the referrer was told only where they were: %s', (_, since, is, says) => {
    const letter = { feedbackId: CHILD, extent: 'full' };
    const earlier = { ...letter, sentAt: before(400), acknowledgedAt: before(399) };
    const feedback = [earlier, ...since.map((one) => ({ ...letter, sentAt: before(9), ...one }))];
    const step = view({ decisions: [decision([])], feedback }).steps.at(-1);
    expect(JSON.stringify(step?.status)).toContain(is);
    if (says === undefined) expect(step?.hint).toBeUndefined();
    else expect(step?.hint?.text).toContain(says);
  });
});
