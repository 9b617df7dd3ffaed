import { DEMO_AGENCIES, type DecisionFacts } from '@mash/contracts';
import type { AnEnquiry } from '../../../testing/an-enquiry';
import { EVENING, forEachEvening, NEXT_MORNING, type AnEvening } from '../../../testing/passed-dates';
import type { Sharing } from '../../../testing/start-sharing';

jest.setTimeout(120_000);

describe('What passes by date is looked for', () => {
  let clock: AnEvening['clock'];
  let sharing: Sharing;
  let dates: AnEvening['dates'];
  let lines: AnEvening['lines'];
  let enquiry: AnEnquiry;
  let said: AnEvening['said'];
  let nextMorning: AnEvening['nextMorning'];
  forEachEvening((its) => ({ clock, sharing, dates, lines, enquiry, said, nextMorning } = its));

  const amber: Partial<DecisionFacts> = { threshold: 's17', colour: 'amber', urgent: false };
  const special = { agencyId: DEMO_AGENCIES.health, category: 'health-injuries', purpose: 'S17' } as const;
  /** What is kept of this enquiry, all of it. */
  const everything = () =>
    sharing.query(
      ['sharing_decision', 'review', 'obligation', 'capability', 'telling_hold']
        .map((table) => `SELECT '${table}' AS "table", count(*)::int AS n FROM ${table} WHERE enquiry_id = $1`)
        .join(' UNION ALL '),
      [enquiry.enquiryId],
    );
  beforeEach(async () => {
    enquiry.factsAre({ decision: amber, child: { kind: '13_15' } });
    await said({ state: 'refused' });
  });
  const birthday = () => {
    enquiry.factsAre({ decision: amber, child: { kind: '16_17', competence: 'yes' } });
    dates.intakeSays({ ageChanged: [enquiry.enquiryId] });
    clock.set(NEXT_MORNING);
  };

  test('once, by however many instances, and heard as often as it comes', async () => {
    const lineId = await lines.decided(enquiry, special);
    const second = await sharing.another();
    birthday();
    const swept = await Promise.all([dates.sweep(), dates.sweep(second), dates.sweep()]);
    await second.close();
    expect(swept.filter((found) => found !== undefined)).toEqual([1]);
    expect(await dates.hear(enquiry)).toBe(1);
    expect(await lines.outcomes(lineId)).toEqual(['REVIEW', 'REVIEW']);
  });

  test('again, where it could not be had: nothing is passed over', async () => {
    const lineId = await lines.decided(enquiry, special);
    birthday();
    sharing.others.down.set('contact-intake', 'broken');
    await expect(dates.sweep())
      .rejects.toThrow()
      .finally(() => sharing.others.down.delete('contact-intake'));
    expect(await dates.hear(enquiry)).toBe(0);
    await dates.sweep();
    await dates.hear(enquiry);
    expect(await lines.outcomes(lineId)).toHaveLength(2);
    const [first, then] = dates.windows.map((url) => url.searchParams.get('after'));
    expect([first, then]).toEqual([EVENING, undefined]);
  });

  test('and where none has passed, nothing is written', async () => {
    await lines.decided(enquiry, special);
    const before = await everything();
    expect(await nextMorning()).toBe(0);
    expect(await everything()).toEqual(before);
  });

  test('and where one has passed that changes nothing, nothing is written but that', async () => {
    await lines.decided(enquiry, special);
    const before = await everything();
    dates.intakeSays({ ageChanged: [enquiry.enquiryId] });
    expect(await nextMorning()).toBe(1);
    expect(await everything()).toEqual(before);
  });

  test('from the first look on, in a new database: what had passed by then is not asked for', async () => {
    await lines.decided(enquiry, special);
    await sharing.query('UPDATE date_sweep SET swept_until = NULL');
    expect(await dates.sweep()).toBeUndefined();
    expect(dates.windows).toEqual([]);
    birthday();
    await dates.sweep();
    expect(dates.windows[0]?.searchParams.get('after')).toBe('2026-10-14T18:59:00.000Z');
    expect(await dates.hear(enquiry)).toBe(1);
  });
});
