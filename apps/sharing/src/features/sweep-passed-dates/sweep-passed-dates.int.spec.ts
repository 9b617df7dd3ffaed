import { DEMO_AGENCIES, type Category, type DecisionFacts } from '@mash/contracts';
import { people } from '@mash/testing';
import { aLine, anAgreement, conclude } from '../../../testing/an-agreement';
import { consentWith } from '../../../testing/a-consent';
import type { AnEnquiry } from '../../../testing/an-enquiry';
import { productsWith } from '../../../testing/a-product';
import { EVENING, forEachEvening, type AnEvening } from '../../../testing/passed-dates';
import type { Sharing } from '../../../testing/start-sharing';

jest.setTimeout(120_000);

describe('A date that passes', () => {
  let clock: AnEvening['clock'];
  let sharing: Sharing;
  let dates: AnEvening['dates'];
  let lines: AnEvening['lines'];
  let reviews: AnEvening['reviews'];
  let enquiry: AnEnquiry;
  let said: AnEvening['said'];
  let nextMorning: AnEvening['nextMorning'];
  forEachEvening((its) => ({ clock, sharing, dates, lines, reviews, enquiry, said, nextMorning } = its));

  const amber: Partial<DecisionFacts> = { threshold: 's17', colour: 'amber', urgent: false };
  const special = { agencyId: DEMO_AGENCIES.health, category: 'health-injuries', purpose: 'S17' } as const;
  const basesOf = (lineId: string) =>
    sharing.query<{ outcome: string; duty: boolean }>(
      `SELECT outcome, array_to_string(lawful_basis, ' ') LIKE '%s16LA%' AS duty FROM sharing_decision WHERE about_id = $1 ORDER BY decided_at`,
      [lineId],
    );

  describe('a birthday', () => {
    const fifteen = { kind: '13_15', competence: 'not_assessed' } as const;
    const sixteen = { kind: '16_17', competence: 'yes' } as const;

    test('the sixteenth, puts a question that waited for a parent’s refusal to the manager anew: the child speaks now', async () => {
      enquiry.factsAre({ decision: amber, child: fifteen });
      await said({ state: 'refused' });
      const lineId = await lines.decided(enquiry, special);
      expect(await reviews.ofLine(lineId)).toMatchObject([{ state: 'open', rule: 'R-CONS-02' }]);
      enquiry.factsAre({ decision: amber, child: sixteen });
      dates.intakeSays({ ageChanged: [enquiry.enquiryId] });
      await nextMorning();
      expect(await lines.outcomes(lineId)).toEqual(['REVIEW', 'REVIEW']);
      expect(await reviews.ofLine(lineId)).toMatchObject([
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
      await reviews.refuseLine(lineId);
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
      const products = productsWith(sharing, enquiry);
      const { productId, state } = await products.make(handover);
      expect(state).toBe('made');
      await products.handedOver(productId);
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
      for (const one of [lineId, other]) await reviews.refuseLine(one);
      expect((await askAgain(lineId)).body.code).toBe('SHARING.NOTHING_CHANGED');
      await nextMorning();
      expect(await lines.outcomes(lineId)).toEqual(['REVIEW', 'DENY']);
      expect((await askAgain(other)).body.code).toBe('SHARING.NOTHING_CHANGED');
      expect((await askAgain(lineId)).body).toMatchObject({ outcome: 'REVIEW' });
    });
  });
});
