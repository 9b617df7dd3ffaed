import { eventually, people } from '@mash/testing';
import { forEachTest, type ForATest } from '../../testing/for-each-test';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { aHeldItem } from '../../testing/held-item';
import { newerFactsOf } from '../../testing/newer-facts';
import type { Sharing } from '../../testing/start-sharing';
import { LadderClimber } from '../features/climb-ladder/ladder-climber';
import { ReviewStepRepository } from './review-step.repository';

jest.setTimeout(120_000);

const MINUTE = 60_000;

describe('A REVIEW that waits while its enquiry is rated again', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let lines: ForATest['lines'];
  let reviews: ForATest['reviews'];
  let newer: ReturnType<typeof newerFactsOf>;
  let consent: ForATest['consent'];
  forEachTest((its) => {
    ({ sharing, enquiry, lines, reviews, consent } = its);
    newer = newerFactsOf(sharing, enquiry);
  });

  afterEach(() => {
    sharing.others.down.clear();
    jest.restoreAllMocks();
  });

  const ratingIs = (colour: 'red' | 'amber' | 'green', ratingVersion: number) => {
    enquiry.factsAre({ decision: { threshold: 's47', thresholdVersion: 1, ratingVersion, colour, urgent: false } });
  };
  /** Rated again; the threshold stays. */
  const ratingOf = (colour: 'red' | 'green', version: number, ratedAt: Date) => {
    ratingIs(colour, version);
    const { data, ...event } = newer.rated(version);
    const its = { colour, threshold: 's47', thresholdVersion: 1, ratedAt: ratedAt.toISOString() } as const;
    return { ...event, data: { ...data, ...its } };
  };
  const rated = async (colour: 'red' | 'green', version: number, ratedAt = new Date()) => {
    await newer.hearRated(ratingOf(colour, version, ratedAt));
    return ratedAt.getTime();
  };
  const rungs = () =>
    sharing.query<{ raised: Date; deputy: Date; due: Date; double: Date }>(
      `SELECT raised_at AS raised, deputy_at AS deputy, due_at AS due, double_at AS double FROM review WHERE enquiry_id = $1 ORDER BY review_id`,
      [enquiry.enquiryId],
    );
  const taskDue = async (code: string) =>
    (
      await sharing.query<{ due: Date }>('SELECT due_at AS due FROM obligation WHERE enquiry_id = $1 AND code = $2', [
        enquiry.enquiryId,
        code,
      ])
    ).map(({ due }) => due.getTime());

  test('has the clock of the more urgent colour from that rating on, whether it is of an item or of a question', async () => {
    ratingIs('green', 1);
    await aHeldItem(sharing, enquiry, { flags: ['source_risk'] });
    ratingIs('green', 1);
    const lineId = await lines.decided(enquiry, { need: 'unclear' });
    expect(await lines.outcomes(lineId)).toEqual(['REVIEW']);
    const before = await rungs();
    expect(before).toHaveLength(2);

    const at = await rated('red', 2);

    for (const [index, { raised, deputy, due, double }] of (await rungs()).entries()) {
      expect(raised).toEqual(before[index]?.raised);
      expect([deputy, due, double].map((rung) => rung.getTime() - at)).toEqual([7.5, 15, 30].map((m) => m * MINUTE));
    }
    expect(await taskDue('REQUEST_WORDING')).toEqual([at + 15 * MINUTE]);
    const [listed] = await reviews.waiting(people.manager);
    expect(listed?.dueAt).toBe(new Date(at + 15 * MINUTE).toISOString());
  });

  test('has it also where nobody was asked or told anything yet, and is never given longer', async () => {
    ratingIs('green', 1);
    await aHeldItem(sharing, enquiry, { flags: ['source_risk'] });
    const at = await rated('red', 2);
    const red = await rungs();
    expect(red.map(({ due }) => due.getTime())).toEqual([at + 15 * MINUTE]);
    await rated('green', 3);
    expect(await rungs()).toEqual(red);
  });

  test('has it at once while the owners of facts do not answer, and what was asked is decided again once they do', async () => {
    ratingIs('green', 1);
    const lineId = await lines.decided(enquiry, { need: 'unclear' });
    sharing.others.down.set('contact-intake', 'broken');
    const ratedAt = new Date();
    const event = ratingOf('red', 2, ratedAt);
    const dues = async () => (await rungs()).map(({ due }) => due.getTime() - ratedAt.getTime());
    await expect(newer.hearRated(event)).rejects.toThrow();
    expect(await dues()).toEqual([15 * MINUTE]);
    sharing.others.down.clear();
    await newer.hearRated(event);
    await newer.hearRated(event);
    expect(await dues()).toEqual([15 * MINUTE]);
    expect(await lines.outcomes(lineId)).toEqual(['REVIEW']);
  });

  test('that was raised after the rating, and before that was heard of, counts from when it was raised', async () => {
    await consent.state({ state: 'given' });
    const ratedAt = new Date(Date.now() - 10 * MINUTE);
    ratingIs('green', 1);
    await aHeldItem(sharing, enquiry, { flags: ['source_risk'] });
    await rated('red', 2, ratedAt);
    for (const { raised, due } of await rungs()) expect(due.getTime() - raised.getTime()).toBe(15 * MINUTE);
  });

  /** A row's lock is waited for in its holder's transaction, which is of no database. */
  const WAITING = `SELECT 1 FROM pg_locks WHERE NOT granted
    AND (locktype = 'transactionid' OR database = (SELECT oid FROM pg_database WHERE datname = current_database()))`;

  test.each([
    ['first', 'the rating'],
    ['second', 'the rating'],
    ['second', 'another fact'],
  ] as const)(
    'is told of on its ladder at that moment, and neither is undone: the %s of two that are taken back by %s',
    async (which, what) => {
      ratingIs('green', 1);
      const asked = [
        await lines.decided(enquiry, { need: 'unclear' }),
        await lines.decided(enquiry, { need: 'unclear' }),
      ];
      const [line] = which === 'first' ? asked : [...asked].reverse();
      const reviewId = (await reviews.ofLine(line ?? ''))[0]?.reviewId;
      const steps = sharing.app.get(ReviewStepRepository);
      const add = steps.add.bind(steps);
      let heard: Promise<'heard'> | undefined;
      jest.spyOn(steps, 'add').mockImplementation(async (tx, step) => {
        await add(tx, step);
        if (step.reviewId !== reviewId || heard !== undefined) return;
        const below = { threshold: 'early_help', thresholdVersion: 2, ratingVersion: 2, urgent: false } as const;
        enquiry.factsAre({ decision: below, intake: { rosterVersion: 2 } });
        const hear = () =>
          what === 'the rating' ? newer.hearRated(newer.rated(2)) : newer.hearRoster(newer.roster(2));
        heard = hear().then(() => 'heard');
        void heard.catch(() => undefined);
        await eventually(async () => expect(await sharing.query(WAITING)).not.toEqual([]));
      });
      expect(await sharing.app.get(LadderClimber).climbAll()).toBeGreaterThan(0);
      expect(await heard).toBe('heard');
      for (const one of asked) expect((await lines.outcomes(one)).at(-1)).toBe('DENY');
    },
  );

  test('stays as it was once it is answered', async () => {
    ratingIs('green', 1);
    const lineId = await lines.decided(enquiry, { need: 'unclear' });
    await reviews.refuseLine(lineId);
    const before = await rungs();
    await rated('red', 2);
    expect(await rungs()).toEqual(before);
  });
});
