import { MovableClock } from '@mash/testing';
import { DatePassedV1, type ConsentStatedV1, type PassedDates } from '@mash/contracts';
import { SweepPassedDatesHandler } from '../src/features/sweep-passed-dates/sweep-passed-dates.handler';
import { DecideAgainWhenAFactChanges } from '../src/reactions/decide-again-when-a-fact-changes.reaction';
import { LookAtTellingAgainWhenAFactChanges } from '../src/reactions/look-at-telling-again-when-a-fact-changes.reaction';
import type { AnEnquiry } from './an-enquiry';
import { forEachTest, type ForATest } from './for-each-test';
import type { Sharing } from './start-sharing';

const PUT_DOWN = `(SELECT id, type, seq, envelope FROM outbox UNION SELECT id, type, seq, envelope FROM outbox_archive) AS put_down`;

/** What `contact-intake` says has passed, looking for it, and hearing of it. */
export function passedDatesOf(sharing: Sharing) {
  let said: PassedDates = { ageChanged: [], judged: [] };
  const windows: URL[] = [];
  sharing.others.asked.set('/contact-intake/facts/passed-dates', (url) => {
    windows.push(url);
    return Promise.resolve(said);
  });
  const announced = (enquiryId: string) =>
    sharing.query<{ envelope: DatePassedV1 }>(
      `SELECT envelope FROM ${PUT_DOWN} WHERE type = $1 AND envelope -> 'data' ->> 'enquiryId' = $2 ORDER BY seq`,
      [DatePassedV1.type, enquiryId],
    );
  const heard = new Set<string>();
  return {
    windows,
    /** As if everything before had been looked for. */
    async begin(at: string): Promise<void> {
      said = { ageChanged: [], judged: [] };
      windows.length = 0;
      await sharing.query('UPDATE date_sweep SET swept_until = $1', [at]);
    },
    intakeSays: (what: Partial<PassedDates>): void => {
      said = { ...said, ...what };
    },
    sweep: (app: Pick<Sharing, 'app'> = sharing) => app.app.get(SweepPassedDatesHandler).execute(),
    /** Everything that was said of this enquiry and not heard yet. @returns how much that was */
    async hear({ enquiryId }: AnEnquiry): Promise<number> {
      const news = (await announced(enquiryId)).filter(({ envelope }) => !heard.has(envelope.id));
      for (const { envelope } of news) {
        await sharing.app.get(DecideAgainWhenAFactChanges).datePassed(envelope);
        await sharing.app.get(LookAtTellingAgainWhenAFactChanges).datePassed(envelope);
        heard.add(envelope.id);
      }
      return news.length;
    },
  };
}

/** A Wednesday in October, in summer time: midnight in London is eleven in the evening. */
export const EVENING = '2026-10-14T19:00:00.000Z';
export const NEXT_MORNING = '2026-10-15T07:00:00.000Z';

export interface AnEvening extends Pick<ForATest, 'sharing' | 'enquiry' | 'lines' | 'consent' | 'reviews'> {
  readonly clock: MovableClock;
  readonly dates: ReturnType<typeof passedDatesOf>;
  /** What their parent, or the child, has said the day before. */
  readonly said: (statement: Partial<ConsentStatedV1['data']>) => Promise<ConsentStatedV1>;
  /** It is the next morning, and what has passed by then was looked for and heard. @returns how much was found */
  readonly nextMorning: () => Promise<number | undefined>;
}

/** As `forEachTest`, on an evening by which everything that had passed was looked for. */
export function forEachEvening(given: (its: AnEvening) => void): void {
  const clock = new MovableClock(EVENING);
  let dates: AnEvening['dates'] | undefined;
  let its: AnEvening;
  forEachTest(
    ({ sharing, enquiry, lines, consent, reviews }) => {
      const found = (dates ??= passedDatesOf(sharing));
      const said: AnEvening['said'] = (statement) =>
        consent.came({ ...statement, personId: enquiry.personId, statedAt: '2026-10-13T09:00:00.000Z' });
      const nextMorning = async () => {
        clock.set(NEXT_MORNING);
        const swept = await found.sweep();
        await found.hear(enquiry);
        return swept;
      };
      its = { ...{ clock, dates: found, sharing, enquiry, lines, consent, reviews }, said, nextMorning };
    },
    { clock },
  );
  beforeEach(async () => {
    clock.set(EVENING);
    await its.dates.begin(EVENING);
    given(its);
  });
}
