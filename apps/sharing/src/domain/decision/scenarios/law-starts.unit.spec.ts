import { decide } from '../decide';
import { compileRules } from '../engine/compile-rules';
import { framePeriods } from '../law/frame-periods';
import { LEGAL_FRAME } from '../law/legal-frame';
import { startOfLondonDay } from '../law/london-day';
import type { Tale } from './tale.scenarios';
import { asking, content, onward } from './tale.scenarios';

const rules = compileRules();
const basesOf = (tale: Tale): string[] => decide(tale.question, rules).lawfulBasis.map(({ code }) => code);
const outcomeOf = (tale: Tale): string => decide(tale.question, rules).outcome;

describe('A law starts at midnight in London', () => {
  test('the duty to share is cited from 29 September 2026 23:00 UTC, British summer time, and not one minute earlier', () => {
    expect(basesOf(content().on('2026-09-29T22:59:59.999Z'))).toEqual(['TASK']);
    expect(basesOf(content().on('2026-09-29T23:00:00Z'))).toEqual(['TASK', 'DUTY']);
  });

  test('a lapsed agreement between bound bodies turns from a refusal into a review in that minute', () => {
    expect(outcomeOf(content().agreed('expired').on('2026-09-29T22:59:59.999Z'))).toBe('DENY');
    expect(outcomeOf(content().agreed('expired').on('2026-09-29T23:00:00Z'))).toBe('REVIEW');
  });

  test('AB v Haringey: asking for special-category data with no consent and no ground was refused and is reviewed since', () => {
    const askedWithoutConsent = asking().special().consent('not_sought');

    expect(outcomeOf(askedWithoutConsent.on('2026-09-29T22:59:00Z'))).toBe('DENY');
    expect(outcomeOf(askedWithoutConsent.on('2026-09-29T23:00:00Z'))).toBe('REVIEW');
  });

  test('recognised legitimate interests start on 5 February 2026 at midnight, Greenwich time', () => {
    const charityAnswers = content().heldBy('voluntary').unboundHolder().where({ statesTask: 'yes' });

    expect(basesOf(charityAnswers.on('2026-02-04T23:59:59.999Z'))).toEqual([]);
    expect(basesOf(charityAnswers.on('2026-02-05T00:00:00Z'))).toEqual(['RLI']);
  });

  test('the Encompass section starts on 7 November 2025', () => {
    const schoolLead = onward()
      .for('ENCOMPASS')
      .heldBy('police')
      .to('agency', 'education')
      .where({ encompassRole: 'school_lead' });

    expect(basesOf(schoolLead.on('2025-11-06T23:59:59.999Z'))).toEqual(['TASK']);
    expect(basesOf(schoolLead.on('2025-11-07T00:00:00Z'))).toEqual(['TASK', 'ENC']);
  });

  test('an entry that ends is not cited from the day after its last', () => {
    const ending = LEGAL_FRAME.entries.map((entry) =>
      entry.code === 'DUTY' ? { ...entry, until: '2027-06-30' } : entry,
    );
    const periods = framePeriods({ ...LEGAL_FRAME, entries: ending });
    const last = periods.at(-1);

    expect(last?.startsAt).toBe(Date.parse('2027-06-30T23:00:00Z'));
    expect(last?.inForce.has('DUTY')).toBe(false);
    expect(periods.at(-2)?.inForce.has('DUTY')).toBe(true);
  });

  test.each([
    ['2026-03-29', '2026-03-29T00:00:00Z'],
    ['2026-03-30', '2026-03-29T23:00:00Z'],
    ['2026-10-25', '2026-10-24T23:00:00Z'],
    ['2026-10-26', '2026-10-26T00:00:00Z'],
  ])('the day %s begins at %s, where the clocks change', (day, instant) => {
    expect(startOfLondonDay(day)).toBe(Date.parse(instant));
  });

  test('every day of ten years begins when the time zone database says so', () => {
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    for (let noon = Date.UTC(2024, 0, 1, 12); noon < Date.UTC(2034, 0, 1); noon += 86_400_000) {
      const day = new Date(noon).toISOString().slice(0, 10);
      const [year, month, date] = day.split('-');

      expect(clock.format(startOfLondonDay(day))).toBe(`${date!}/${month!}/${year!}, 00:00`);
    }
  });
});
