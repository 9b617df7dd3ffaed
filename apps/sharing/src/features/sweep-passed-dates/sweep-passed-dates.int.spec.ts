import {
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  type Category,
  type ConsentStatedV1,
  type DecisionFacts,
} from '@mash/contracts';
import { MovableClock, people } from '@mash/testing';
import { aLine, anAgreement, conclude } from '../../../testing/an-agreement';
import { consentWith } from '../../../testing/a-consent';
import { linesWith } from '../../../testing/a-line';
import { establish } from '../../../testing/a-partnership';
import { AnEnquiry } from '../../../testing/an-enquiry';
import { productsWith } from '../../../testing/a-product';
import { passedDatesOf } from '../../../testing/passed-dates';
import { startSharing, type Sharing } from '../../../testing/start-sharing';

jest.setTimeout(120_000);

/** A Wednesday in October, in summer time: midnight in London is eleven in the evening. */
const EVENING = '2026-10-14T19:00:00.000Z';
const NEXT_MORNING = '2026-10-15T07:00:00.000Z';

describe('A date that passes', () => {
  const clock = new MovableClock(EVENING);
  let sharing: Sharing;
  let dates: ReturnType<typeof passedDatesOf>;
  let lines: ReturnType<typeof linesWith>;
  let enquiry: AnEnquiry;
  beforeAll(async () => {
    sharing = await startSharing({ clock });
    await establish(sharing);
    dates = passedDatesOf(sharing);
    lines = linesWith(sharing);
  });
  beforeEach(async () => {
    clock.set(EVENING);
    await dates.begin(EVENING);
    enquiry = await AnEnquiry.begin(sharing);
  });
  afterAll(() => sharing.close());

  const amber: Partial<DecisionFacts> = { threshold: 's17', colour: 'amber', urgent: false };
  const said = (statement: Partial<ConsentStatedV1['data']>) =>
    consentWith(sharing, enquiry).came({
      ...statement,
      personId: enquiry.personId,
      statedAt: '2026-10-13T09:00:00.000Z',
    });
  const special = { agencyId: DEMO_AGENCIES.health, category: 'health-injuries', purpose: 'S17' } as const;
  /** What is kept of this enquiry, all of it. */
  const everything = () =>
    sharing.query(
      ['sharing_decision', 'review', 'obligation', 'capability', 'telling_hold']
        .map((table) => `SELECT '${table}' AS "table", count(*)::int AS n FROM ${table} WHERE enquiry_id = $1`)
        .join(' UNION ALL '),
      [enquiry.enquiryId],
    );
  const basesOf = (lineId: string) =>
    sharing.query<{ outcome: string; duty: boolean }>(
      `SELECT outcome, array_to_string(lawful_basis, ' ') LIKE '%s16LA%' AS duty FROM sharing_decision WHERE about_id = $1 ORDER BY decided_at`,
      [lineId],
    );
  const reviews = (lineId: string) =>
    sharing.query<{ reviewId: string; state: string; rule: string }>(
      `SELECT r.review_id AS "reviewId", r.state, r.rule FROM review r JOIN sharing_decision d USING (sharing_decision_id) WHERE d.about_id = $1 ORDER BY r.raised_at, r.review_id`,
      [lineId],
    );
  const refuse = async (lineId: string) => {
    const [open] = await reviews(lineId);
    const ids = { enquiryId: enquiry.enquiryId, reviewId: open?.reviewId ?? '' };
    const header = { typ: 'review', version: 1, partnershipId: DEMO_PARTNERSHIP, ...ids } as const;
    const content = { reason: 'Because.', ground: 'not_necessary' } as const;
    const sealedReason = await enquiry.seal<'review'>(header, { content, by: people.manager.id });
    const body = { answer: 'refuse', ground: 'not_necessary', sealedReason };
    const answered = await sharing.as(people.manager)('post', `/reviews/${ids.reviewId}/answer`, body);
    expect(answered.status).toBe(204);
  };
  const nextMorning = async () => {
    clock.set(NEXT_MORNING);
    const swept = await dates.sweep();
    await dates.hear(enquiry);
    return swept;
  };

  describe('a birthday', () => {
    const fifteen = { kind: '13_15', competence: 'not_assessed' } as const;
    const sixteen = { kind: '16_17', competence: 'yes' } as const;

    test('the sixteenth, puts a question that waited for a parent’s refusal to the manager anew: the child speaks now', async () => {
      enquiry.factsAre({ decision: amber, child: fifteen });
      await said({ state: 'refused' });
      const lineId = await lines.decided(enquiry, special);
      expect(await reviews(lineId)).toMatchObject([{ state: 'open', rule: 'R-CONS-02' }]);
      enquiry.factsAre({ decision: amber, child: sixteen });
      dates.intakeSays({ ageChanged: [enquiry.enquiryId] });
      await nextMorning();
      expect(await lines.outcomes(lineId)).toEqual(['REVIEW', 'REVIEW']);
      expect(await reviews(lineId)).toMatchObject([
        { state: 'superseded', rule: 'R-CONS-02' },
        { state: 'open', rule: 'R-CONS-07' },
      ]);
    });

    test('the sixteenth, lets a question to which a manager said no be asked again; until then nothing has changed', async () => {
      const askAgain = (lineId: string) =>
        sharing.as(people.analyst)('post', `/enquiries/${enquiry.enquiryId}/lines/${lineId}/decide-again`, {});
      enquiry.factsAre({ decision: amber, child: fifteen });
      await said({ state: 'refused' });
      const lineId = await lines.decided(enquiry, special);
      await refuse(lineId);
      expect((await askAgain(lineId)).body.code).toBe('SHARING.NOTHING_CHANGED');
      enquiry.factsAre({ decision: amber, child: sixteen });
      dates.intakeSays({ ageChanged: [enquiry.enquiryId] });
      await nextMorning();
      expect(await lines.outcomes(lineId)).toEqual(['REVIEW', 'DENY']);
      expect((await askAgain(lineId)).body).toMatchObject({ outcome: 'REVIEW' });
      expect((await askAgain(lineId)).body.code).toBe('SHARING.NOTHING_CHANGED');
    });

    test('the sixteenth, holds what went out on a parent’s yes', async () => {
      enquiry.factsAre({ decision: amber, child: fifteen });
      await said({ state: 'given' });
      const lineId = await lines.decided(enquiry, special);
      enquiry.factsAre({ decision: amber, child: sixteen });
      dates.intakeSays({ ageChanged: [enquiry.enquiryId] });
      await nextMorning();
      expect(await lines.outcomes(lineId)).toEqual(['PERMIT', 'REVIEW']);
    });

    test('the thirteenth, of a child who objects, holds telling the parent', async () => {
      enquiry.factsAre({ child: { kind: 'u13', objects: true } });
      await lines.decided(enquiry);
      enquiry.factsAre({ child: { kind: '13_15', objects: true } });
      dates.intakeSays({ ageChanged: [enquiry.enquiryId] });
      await nextMorning();
      const held = 'SELECT person_id AS "personId" FROM telling_hold WHERE enquiry_id = $1 AND lifted_at IS NULL';
      expect(await sharing.query(held, [enquiry.enquiryId])).toEqual([{ personId: enquiry.personId }]);
    });

    test('is seen, once, where a line was decided after it on facts that were fetched before', async () => {
      enquiry.factsAre({ decision: amber, child: fifteen });
      await said({ state: 'refused' });
      clock.set('2026-10-14T23:00:30.000Z');
      const lineId = await lines.decided(enquiry, special);
      enquiry.factsAre({ decision: amber, child: sixteen });
      dates.intakeSays({ ageChanged: [enquiry.enquiryId] });
      clock.set('2026-10-14T23:01:05.000Z');
      expect(await dates.sweep()).toBe(1);
      expect(await dates.hear(enquiry)).toBe(1);
      expect(await lines.outcomes(lineId)).toEqual(['REVIEW', 'REVIEW']);
      dates.intakeSays({ ageChanged: [] });
      expect(await nextMorning()).toBe(0);
      expect(await lines.outcomes(lineId)).toHaveLength(2);
    });

    test('the sixteenth, of a child who said no before it: whoever was sent a handover is told, though nobody was asked', async () => {
      enquiry.factsAre({ decision: amber, child: fifteen });
      for (const kind of ['sharing', 'service'] as const) await said({ state: 'given', kind });
      const handover = { audience: 'team_eh', toAgencyId: DEMO_AGENCIES.earlyHelp, purpose: 'EH' };
      expect(await productsWith(sharing, enquiry).make(handover)).toMatchObject({ state: 'made' });
      clock.set('2026-10-14T20:00:00.000Z');
      const consent = consentWith(sharing, enquiry);
      await consent.came({ state: 'refused', givenBy: 'self', personId: enquiry.personId, statedAt: EVENING });
      await consent.hear();
      const told = () =>
        sharing.query('SELECT agency_id, state FROM consent_notice WHERE enquiry_id = $1', [enquiry.enquiryId]);
      expect(await told()).toEqual([]);
      enquiry.factsAre({ decision: amber, child: sixteen });
      dates.intakeSays({ ageChanged: [enquiry.enquiryId] });
      expect(await nextMorning()).toBe(1);
      expect(await told()).toEqual([{ agency_id: DEMO_AGENCIES.earlyHelp, state: 'refused' }]);
    });

    test('of an enquiry in which nothing stands is nothing to anybody', async () => {
      dates.intakeSays({ ageChanged: [enquiry.enquiryId] });
      expect(await nextMorning()).toBe(0);
    });
  });

  test('a finding of competence that is six months old holds what went out on that child’s own yes', async () => {
    const at = '2026-04-14T21:00:00.000Z';
    const stated = [{ fact: 'competence' as const, by: 'a professional', at }];
    enquiry.factsAre({ decision: amber, child: { kind: '13_15', competence: 'yes', stated } });
    await said({ state: 'given', givenBy: 'self' });
    const lineId = await lines.decided(enquiry, special);
    dates.intakeSays({ judged: [{ enquiryId: enquiry.enquiryId, at }] });
    await nextMorning();
    expect(await lines.outcomes(lineId)).toEqual(['PERMIT', 'REVIEW']);
    const [asked] = dates.windows;
    expect(Date.parse(asked?.searchParams.get('judgedAfter') ?? '')).toBeLessThan(Date.parse(at));
    expect(Date.parse(asked?.searchParams.get('judgedUntil') ?? '')).toBeGreaterThan(Date.parse(at));
  });

  describe('of an agreement', () => {
    /** What no other agreement covers, so that this one alone carries it. */
    const ours = { agencyId: DEMO_AGENCIES.police, category: 'missing-episodes', purpose: 'S47' } as const;
    const agreed = (
      term: { inForceFrom?: string; inForceTo?: string; reviewDue?: string },
      category: Category = ours.category,
    ) => conclude(sharing, anAgreement({ ...term, lines: [aLine({ categories: [category], purposes: ['S47'] })] }));
    const stopAll = () =>
      sharing.query(`UPDATE agreement SET state = 'superseded' WHERE slug LIKE 'ours-%' AND state = 'in_force'`);
    afterEach(stopAll);

    test('its last day, holds what has not been answered', async () => {
      await agreed({ inForceTo: '2026-10-14' });
      const lineId = await lines.decided(enquiry, ours);
      clock.set('2026-10-14T22:59:30.000Z');
      await dates.sweep();
      expect(await dates.hear(enquiry)).toBe(0);
      clock.set('2026-10-14T23:01:30.000Z');
      await dates.sweep();
      expect(await dates.hear(enquiry)).toBe(1);
      expect(await lines.outcomes(lineId)).toEqual(['PERMIT', 'REVIEW']);
      expect((await lines.kept(lineId)).at(-1)?.reasons).toContain('AGREEMENT_GAP');
    });

    test('its last day, leaves what was answered', async () => {
      await agreed({ inForceTo: '2026-10-14' });
      const lineId = await lines.decided(enquiry, ours);
      lines.lineIs(lineId, 'answered');
      await nextMorning();
      expect(await lines.outcomes(lineId)).toEqual(['PERMIT']);
    });

    test('its first day, lets nothing through by itself: what waits may be asked again', async () => {
      await agreed({ inForceFrom: '2026-10-15' });
      const lineId = await lines.decided(enquiry, ours);
      expect(await nextMorning()).toBeGreaterThan(0);
      expect(await lines.outcomes(lineId)).toEqual(['REVIEW']);
    });

    test('that was stopped, its first day, holds what another one let through until then', async () => {
      const category = 'protective-orders'; // that of no other test, as is the day: a stop stays
      await agreed({}, category);
      const stopped = await agreed({ inForceFrom: '2027-03-01' }, category);
      const stop = `/agreements/${stopped.agreementId}/stop`;
      expect((await sharing.as(people.admin)('post', stop)).status).toBe(204);
      const lineId = await lines.decided(enquiry, { ...ours, category });
      await dates.begin('2027-02-28T20:00:00.000Z');
      clock.set('2027-03-01T07:00:00.000Z');
      await dates.sweep();
      expect(await dates.hear(enquiry)).toBe(1);
      expect(await lines.outcomes(lineId)).toEqual(['PERMIT', 'REVIEW']);
      expect((await lines.kept(lineId)).at(-1)?.reasons).toContain('AGREEMENT_STOPPED');
    });

    test('its review, is said by the decision, and ninety days later by a question to information governance', async () => {
      await agreed({ reviewDue: '2026-10-14' });
      const lineId = await lines.decided(enquiry, ours);
      await nextMorning();
      expect((await lines.kept(lineId)).at(-1)).toMatchObject({
        ...{ outcome: 'PERMIT', reasons: expect.arrayContaining(['AGR_OVERDUE']) },
      });
      clock.set('2027-01-14T07:00:00.000Z');
      await dates.sweep();
      await dates.hear(enquiry);
      expect(await lines.outcomes(lineId)).toEqual(['PERMIT', 'PERMIT', 'REVIEW']);
    });
  });

  test('the first of a law, is seen in the bases of what stands', async () => {
    const [before, after] = ['2026-09-29T20:00:00.000Z', '2026-09-29T23:02:00.000Z'];
    clock.set(before);
    await dates.begin(before);
    const lineId = await lines.decided(enquiry);
    clock.set(after);
    await dates.sweep();
    await dates.hear(enquiry);
    expect(await basesOf(lineId)).toEqual([
      { outcome: 'PERMIT', duty: false },
      { outcome: 'PERMIT', duty: true },
    ]);
  });

  describe('of the register, on which the duty to share begins to name a body,', () => {
    const { health } = DEMO_AGENCIES;
    const namedFrom = async (boundFrom: string | null) => {
      const its = { agencyId: health, name: `The body ${health}`, kind: 'health', answersFor: ['health'] };
      const body = { ...its, bound: true, reveals: 'none', s47List: true, boundFrom };
      expect((await sharing.as(people.admin)('put', '/register/agencies', { agencies: [body] })).status).toBe(204);
    };
    beforeEach(() => namedFrom('2026-10-15'));
    afterEach(() => namedFrom(null));

    test('is seen in the bases of what stands, from midnight in London', async () => {
      const lineId = await lines.decided(enquiry, { ...special, purpose: 'S47' });
      clock.set('2026-10-14T22:59:30.000Z');
      await dates.sweep();
      expect(await dates.hear(enquiry)).toBe(0);
      clock.set('2026-10-14T23:01:30.000Z');
      await dates.sweep();
      expect(await dates.hear(enquiry)).toBe(1);
      expect(await basesOf(lineId)).toEqual([
        { outcome: 'PERMIT', duty: false },
        { outcome: 'PERMIT', duty: true },
      ]);
    });

    test('lets what a manager said no to be asked again; until then nothing has changed, and nor has it for others', async () => {
      const askAgain = (lineId: string) =>
        sharing.as(people.analyst)('post', `/enquiries/${enquiry.enquiryId}/lines/${lineId}/decide-again`, {});
      enquiry.factsAre({ decision: amber });
      await said({ state: 'refused' });
      const lineId = await lines.decided(enquiry, special);
      const other = await lines.decided(enquiry, { ...special, agencyId: DEMO_AGENCIES.police });
      for (const one of [lineId, other]) await refuse(one);
      expect((await askAgain(lineId)).body.code).toBe('SHARING.NOTHING_CHANGED');
      await nextMorning();
      expect(await lines.outcomes(lineId)).toEqual(['REVIEW', 'DENY']);
      expect((await askAgain(other)).body.code).toBe('SHARING.NOTHING_CHANGED');
      expect((await askAgain(lineId)).body).toMatchObject({ outcome: 'REVIEW' });
    });
  });

  describe('is looked for', () => {
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
});
