import {
  WATCHED_ROWS,
  type Erasure,
  type GovernedEnquiry,
  type LegalFrameStanding,
  type LegalHold,
  type NewestRowCheck,
} from '@mash/contracts';
import { DECIDED } from '../../../browser-tests/stubs/decided-enquiry';
import { Posted } from '../../forms/posted';
import { erasureAndRowQueues } from './desk/erasures-and-rows';
import { legalFrameLine } from './desk/legal-frame-line';
import { erasuresView, erasureView } from './erasures/erasure.presenter';
import { governedEnquiryView } from './governed-enquiry/governed-enquiry.presenter';
import { holdsView, legalHoldView } from './legal-holds/legal-hold.presenter';
import { rowCheckView } from './row-check/row-check.presenter';
import { rowWords } from './row-check/row-words';
import { readPlainReference } from './shared/plain-reference';

const now = new Date('2026-11-23T14:00:00.000Z');
const AT = '2026-11-23T10:00:00.000Z';
const [OFFICER, OTHER] = ['officer-1', 'officer-2'];
const about = { enquiryId: DECIDED.enquiryId, enquiryReference: DECIDED.reference };
const erasure = (changes: Partial<Erasure> = {}): Erasure => ({
  ...{ ...about, erasureId: DECIDED.itemId, retentionRule: 'RS-4.2', state: 'requested', requestedBy: OFFICER },
  ...{ requestedAt: AT, heldBy: [], parts: [], ...changes },
});
const hold = (changes: Partial<LegalHold> = {}): LegalHold => ({
  ...{ ...about, holdId: DECIDED.itemId, reference: 'CT-2026-0193', placedBy: OFFICER, placedAt: AT, ...changes },
});
const enquiry = (changes: Partial<GovernedEnquiry> = {}): GovernedEnquiry => ({
  ...{ ...about, recordedAt: AT, closed: true, erased: false, holds: [], erasures: [], ...changes },
});
const reader = (accountId: string) => ({ accountId, mayConfirm: true, mayWithdraw: true });

describe('An erasure', () => {
  test('is offered to the second person alone, and says so to the first', () => {
    const first = erasureView(erasure(), reader(OFFICER), now);
    expect([first.confirmAction, first.notYou !== undefined]).toEqual([undefined, true]);
    const second = erasureView(erasure(), reader(OTHER), now);
    expect([second.confirmAction, second.notYou]).toEqual([`/ig/erasures/${DECIDED.itemId}/confirm`, undefined]);
  });

  test('is offered to nobody while a hold stands, and names the hold', () => {
    const view = erasureView(erasure({ heldBy: ['CT-2026-0193'] }), reader(OTHER), now);
    expect([view.heading, view.confirmAction]).toEqual(['A legal hold stops this erasure', undefined]);
  });

  test('says what is not done yet as loud as what is', () => {
    const parts = [{ service: 'sharing', doneAt: AT, rows: 2 }, { service: 'decision' }];
    const done = erasure({ state: 'erased', decidedBy: OTHER, decidedAt: AT, keysDestroyed: 2, parts });
    const view = erasureView(done, reader(OTHER), now);
    expect(view.heading).toBe('Erased; 1 of 2 parts is not done yet');
    expect(view.parts.map(({ isDone }) => isDone)).toEqual([true, false]);
    expect(view.rows).toContainEqual({ key: 'Confirmed', value: '10:00 today, by you' });
    const list = erasuresView([done, erasure(), erasure({ state: 'withdrawn', decidedAt: AT, decidedBy: OTHER })], now);
    expect(list.heading).toBe('1 waits for a second person, 1 is not done everywhere yet');
    expect(list.rows.map(({ isOpen }) => isOpen)).toEqual([true, true, false]);
  });
});

describe('An enquiry that may be held or erased', () => {
  test.each<[string, Partial<GovernedEnquiry>, string | undefined]>([
    ['closed', {}, undefined],
    ['open', { closed: false }, 'It cannot be erased before the hub has closed it.'],
    ['held', { holds: [hold()] }, 'It cannot be erased while a legal hold stands.'],
    ['asked for', { erasures: [erasure()] }, 'Somebody has asked for its erasure already.'],
    [
      'not to be told',
      { closed: undefined },
      'Whether the hub has closed it cannot be told now. Refresh in a few minutes.',
    ],
  ])('%s, says why it may not be erased, or offers it', (_, changes, whyNot) => {
    const view = governedEnquiryView(enquiry(changes), OFFICER, now);
    expect(view.whyNot).toBe(whyNot);
    expect(view.eraseHref !== undefined).toBe(whyNot === undefined);
    expect(view.holdHref).toBe(`/ig/enquiry/${DECIDED.enquiryId}/hold`);
  });

  test('offers nothing once it was erased', () => {
    const view = governedEnquiryView(enquiry({ erased: true }), OFFICER, now);
    expect([view.heading, view.holdHref, view.eraseHref]).toEqual(['This enquiry was erased', undefined, undefined]);
  });
});

describe('A legal hold', () => {
  test('is lifted where it stands, by whoever may', () => {
    const lift = (one: LegalHold, mayLift: boolean) =>
      legalHoldView(one, { accountId: OFFICER, mayLift }, now).lift !== undefined;
    const lifted = hold({ liftedBy: OTHER, liftedAt: AT });
    expect([lift(hold(), true), lift(hold(), false), lift(lifted, true)]).toEqual([true, false, false]);
    expect(holdsView([hold(), lifted], now).heading).toBe('1 legal hold stands');
  });

  test('has a reference that nobody can read a name in', () => {
    const read = (typed: string) => readPlainReference(new Posted({ it: typed }), 'it', 'a reference').reference;
    expect(['CT-2026-0193', 'RS-4.2', 'INQUEST/88'].map(read)).toEqual(['CT-2026-0193', 'RS-4.2', 'INQUEST/88']);
    expect(['Marlowe', 'for Kian 2', '', '<b>1</b>', 'x'.repeat(60)].map(read)).toEqual(Array(5).fill(undefined));
  });
});

describe('The check of rows', () => {
  const check = (changes: Partial<NonNullable<NewestRowCheck['check']>>): NewestRowCheck => ({
    check: {
      checkId: DECIDED.itemId,
      startedAt: AT,
      finishedAt: AT,
      state: 'whole',
      rowsChecked: 1200,
      findings: [],
      ...changes,
    },
    unacknowledged: [],
  });
  const finding = { table: 'disclosure', key: 'k', kind: 'edited' } as const;
  const unacknowledged = (stands: boolean) => [{ ...finding, firstFoundAt: AT, lastFoundAt: AT, stands }];
  const queueOf = (newest: NewestRowCheck) =>
    erasureAndRowQueues({ isThere: true, value: [] }, { isThere: true, value: newest }, now)[1];

  test('is an alarm where a row differs, on its page and on the desk', () => {
    const differs = { ...check({ state: 'differs', findings: [finding] }), unacknowledged: unacknowledged(true) };
    const view = rowCheckView(differs, now);
    expect([view.heading, view.isAlarm]).toEqual(['1 row is not as written', true]);
    expect(view.rows).toEqual([
      {
        ...{ what: 'A line of the ledger', how: 'Changed after it was written', key: 'k' },
        found: 'Found 10:00 today, and still so',
      },
    ]);
    expect(queueOf(differs)?.rows).toMatchObject([{ href: '/ig/rows', isLate: true }]);
  });

  test('never reads as whole where it was not finished, or never made', () => {
    expect(rowCheckView(check({ state: 'unfinished' }), now).heading).toBe('The last check could not be finished');
    expect(queueOf(check({ state: 'unfinished' }))?.missing).toContain('could not be finished');
    expect(rowCheckView({ unacknowledged: [] }, now).heading).toBe('No check has been made yet');
    expect(queueOf({ unacknowledged: [] })?.empty).toContain('No check has been made yet');
    expect(rowCheckView(check({}), now).heading).toBe('Every row is as it was written');
  });

  test.each(['whole', 'unfinished'] as const)(
    'keeps what an earlier check found where the newest is %s, until an officer acknowledges it',
    (state) => {
      const newest = { ...check({ state }), unacknowledged: unacknowledged(false) };
      const view = rowCheckView(newest, now, true);
      expect([view.heading, view.isAlarm]).toEqual(['1 row was not as written', true]);
      expect(view.rows[0]?.found).toContain('put back since');
      expect(view.acknowledge).toBe(`/ig/rows/${DECIDED.itemId}/acknowledge`);
      expect(rowCheckView(newest, now).acknowledge).toBeUndefined();
      expect(queueOf(newest)?.rows).toMatchObject([{ text: '1 row was not as written', isLate: true }]);
    },
  );

  test('goes on saying what is acknowledged and still differs, without asking again', () => {
    const newest = check({ state: 'differs', findings: [finding] });
    const view = rowCheckView(newest, now, true);
    expect([view.heading, view.acknowledge]).toEqual(['1 row is not as written', undefined]);
    expect(view.rows[0]?.found).toBe('Acknowledged, and still so');
    expect(queueOf(newest)).toMatchObject({
      rows: [],
      empty: '1 row is not as written; an officer has acknowledged it.',
    });
  });

  test.each(WATCHED_ROWS)('has words for %s', (table) => {
    expect(rowWords({ table, key: 'k', kind: 'edited' }).what).toMatch(/^[A-Z][^_]+$/);
  });
});

describe('The law in the rules, on the desk of information governance', () => {
  const check = { version: '2026-11', by: 'A. Solicitor, county legal services', on: '2026-12-01' };
  const line = (value: LegalFrameStanding) => legalFrameLine({ isThere: true, value });

  test('is named with its lawyer and day where it was checked', () => {
    expect(line({ version: '2026-11', isChecked: true, check })).toEqual({
      text: 'A. Solicitor, county legal services checked the law in the rules (version 2026-11) on 1 December 2026.',
      isWarning: false,
    });
  });

  test('is a warning where nobody has, or where it has changed since', () => {
    expect(line({ version: '2026-11', isChecked: false })).toMatchObject({ isWarning: true });
    expect(line({ version: '2027-04', isChecked: false, check }).text).toMatch(
      /No lawyer has checked.*2027-04.*A\. Solicitor.* checked version 2026-11/,
    );
  });
});
