import { DEMO_AGENCIES, type DecisionFacts, type LineFacts } from '@mash/contracts';
import { NotSeenYet } from '@mash/messaging';
import { people } from '@mash/testing';
import { opensRequest, proposedLine } from '../../testing/a-line';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { newerFactsOf } from '../../testing/newer-facts';
import { releaseOnCondition } from '../../testing/release-on-condition';
import { forEachTest, type ForATest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

describe('When a fact has a newer version', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let newer: ReturnType<typeof newerFactsOf>;
  let lines: ForATest['lines'];
  let consent: ForATest['consent'];
  let reviews: ForATest['reviews'];
  forEachTest((its) => {
    ({ sharing, enquiry, lines, consent, reviews } = its);
    newer = newerFactsOf(sharing, enquiry);
  });

  const said = (state: 'given' | 'not_sought' | 'refused') =>
    consent.state(state === 'not_sought' ? { state, givenBy: 'not_applicable', how: undefined } : { state });
  const standing = (level: DecisionFacts['threshold'], version: number): Partial<DecisionFacts> => ({
    ...{ threshold: level, thresholdVersion: version, ratingVersion: version, colour: 'amber', urgent: false },
  });
  /** The threshold is judged again, and that is heard of. */
  const judged = async (level: DecisionFacts['threshold'], version: number) => {
    enquiry.factsAre({ decision: standing(level, version) });
    await newer.hearRated(newer.rated(version));
  };
  const special = { agencyId: DEMO_AGENCIES.health, category: 'health-injuries', purpose: 'SCREEN' } as const;
  const askAgain = (lineId: string) =>
    sharing.as(people.analyst)('post', `/enquiries/${enquiry.enquiryId}/lines/${lineId}/decide-again`, {});
  const kept = async () => ({
    obligations: await sharing.query<{ code: string }>('SELECT code FROM obligation WHERE enquiry_id = $1', [
      enquiry.enquiryId,
    ]),
    capabilities: await sharing.query('SELECT 1 FROM capability WHERE enquiry_id = $1', [enquiry.enquiryId]),
  });

  describe('the threshold', () => {
    test('that falls below what the purpose needs recalls the open question', async () => {
      const lineId = await lines.decided(enquiry);
      const [permit] = await lines.announced(lineId);
      await judged('early_help', 2);
      expect(await lines.announced(lineId)).toMatchObject([
        { outcome: 'PERMIT' },
        { outcome: 'DENY', byPerson: false, supersedes: permit?.sharingDecisionId },
      ]);
      expect((await lines.kept(lineId)).at(-1)).toMatchObject({ reasons: expect.arrayContaining(['ABOVE_THRESHOLD']) });
    });

    test('under which nobody sought consent holds what was asked until a manager has looked', async () => {
      await said('not_sought');
      const lineId = await lines.decided(enquiry, special);
      await judged('early_help', 2);
      expect(await lines.outcomes(lineId)).toEqual(['PERMIT', 'REVIEW']);
      expect(await reviews.ofLine(lineId)).toMatchObject([{ state: 'open', rule: 'R-CONS-07' }]);
    });

    test('that still carries the question changes nothing but the version of its decision', async () => {
      await said('given');
      enquiry.factsAre({ decision: standing('s17', 1) });
      const lineId = await lines.decided(enquiry, { purpose: 'S17' });
      const before = await kept();
      await judged('s47', 2);
      const [first, second] = await lines.announced(lineId);
      expect([first?.outcome, second?.outcome]).toEqual(['PERMIT', 'PERMIT']);
      expect(second?.supersedes).toBe(first?.sharingDecisionId);
      expect((await lines.kept(lineId)).at(-1)?.reasons).toContain('CONSENT_NOT_BASIS');
      expect((await kept()).capabilities).toEqual(before.capabilities);
      const codes = (await kept()).obligations.map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
    });

    test('that rises lets nothing through by itself: the question waits for "Ask again"', async () => {
      await said('refused');
      enquiry.factsAre({ decision: standing('s17', 1) });
      const lineId = await lines.decided(enquiry, { purpose: 'S17' });
      await judged('s47', 2);
      expect(await lines.outcomes(lineId)).toEqual(['REVIEW']);
      expect((await askAgain(lineId)).body).toMatchObject({ outcome: 'PERMIT' });
      expect(await reviews.ofLine(lineId)).toMatchObject([{ state: 'superseded' }]);
    });

    test("does not undo a person's no", async () => {
      await said('refused');
      enquiry.factsAre({ decision: standing('s17', 1) });
      const lineId = await lines.decided(enquiry, { purpose: 'S17' });
      await reviews.refuseLine(lineId);
      await judged('s47', 2);
      expect(await lines.outcomes(lineId)).toEqual(['REVIEW', 'DENY']);
    });

    test('under which an open question is not allowed any more closes it, and nobody answers it', async () => {
      await said('refused');
      enquiry.factsAre({ decision: standing('s17', 1) });
      const lineId = await lines.decided(enquiry, { purpose: 'S17' });
      await judged('early_help', 2);
      expect(await lines.outcomes(lineId)).toEqual(['REVIEW', 'DENY']);
      expect(await reviews.ofLine(lineId)).toMatchObject([{ state: 'superseded' }]);
    });

    test('leaves what has been answered as it is', async () => {
      const lineId = await lines.decided(enquiry);
      lines.lineIs(lineId, 'answered');
      await judged('early_help', 2);
      expect(await lines.outcomes(lineId)).toEqual(['PERMIT']);
    });
  });

  describe('of a person', () => {
    const child = { kind: '13_15', competence: 'yes' } as const;

    test('who now objects, the question is held', async () => {
      await said('given');
      enquiry.factsAre({ decision: standing('s17', 1), child, intake: { statedVersion: 1 } });
      await said('given');
      const lineId = await lines.decided(enquiry, { purpose: 'SCREEN' });
      const [first] = await lines.outcomes(lineId);
      enquiry.factsAre({
        ...{ decision: standing('s17', 1), intake: { statedVersion: 2 } },
        child: { ...child, objects: true },
      });
      await newer.hearRecorded(newer.recorded(2));
      expect(first).not.toBe('DENY');
      expect((await lines.kept(lineId)).at(-1)).toMatchObject({
        outcome: 'REVIEW',
        reasons: expect.arrayContaining(['CHILD_OBJECTS']),
      });
    });

    test('whose parents are now in dispute, the question is held', async () => {
      await said('given');
      const amber = standing('s17', 1);
      enquiry.factsAre({ decision: amber, intake: { statedVersion: 0 } });
      const lineId = await lines.decided(enquiry, { purpose: 'S17' });
      enquiry.factsAre({ decision: amber, child: { dispute: 'open' }, intake: { statedVersion: 1 } });
      await newer.hearRecorded(newer.recorded(1));
      expect(await lines.outcomes(lineId)).toEqual(['PERMIT', 'REVIEW']);
    });

    test('who was unmatched on the roster, the question is recalled: nobody outside is asked about somebody unconfirmed', async () => {
      const lineId = await lines.decided(enquiry);
      enquiry.factsAre({ child: { identity: 'possible' }, intake: { rosterVersion: 2 } });
      await newer.hearRoster(newer.roster(2));
      expect(await lines.outcomes(lineId)).toEqual(['PERMIT', 'DENY']);
    });
  });

  describe('in whatever order it is heard of', () => {
    test('twice at once, it has one effect', async () => {
      const lineId = await lines.decided(enquiry);
      enquiry.factsAre({ decision: standing('early_help', 2) });
      const event = newer.rated(2);
      const both = await Promise.allSettled([newer.hearRated(event), newer.hearRated(event)]);
      if (both.some(({ status }) => status === 'rejected')) await newer.hearRated(event);
      await newer.hearRated(event);
      expect(await lines.outcomes(lineId)).toEqual(['PERMIT', 'DENY']);
    });

    test('an older one that comes late changes nothing', async () => {
      await said('not_sought');
      const lineId = await lines.decided(enquiry, special);
      await judged('s47', 3);
      const after = await lines.outcomes(lineId);
      enquiry.factsAre({ decision: standing('early_help', 3) });
      await newer.hearRated(newer.rated(2));
      expect(await lines.outcomes(lineId)).toEqual(after);
    });

    test('before its owner can tell it, it waits, and nothing is kept of it', async () => {
      const lineId = await lines.decided(enquiry);
      const event = newer.rated(2);
      await expect(newer.hearRated(event)).rejects.toThrow('FACTS_CHANGED_MEANWHILE');
      enquiry.factsAre({ decision: standing('early_help', 2) });
      await newer.hearRated(event);
      expect(await lines.outcomes(lineId)).toEqual(['PERMIT', 'DENY']);
    });

    test('which its owner never tells, restored to a time before it, holds up no other enquiry: it is waited for, and not for ever', async () => {
      await lines.decided(enquiry);
      const tries = [() => newer.hearRated(newer.rated(2)), () => newer.hearRoster(newer.roster(9))];
      for (const hear of tries) expect(await hear().catch((error: unknown) => error)).toBeInstanceOf(NotSeenYet);
    });

    test('which its owner never tells: what is asked then waits until the clock of a fact, and goes to a human', async () => {
      const { line, event } = await proposedLine(enquiry);
      await newer.hearRated(newer.rated(2)); // where nobody was asked it is noted
      await expect(lines.react(event)).rejects.toThrow('FACTS_NOT_SEEN_YET');
      const proposedAt = new Date(Date.now() - 16 * 60_000).toISOString();
      await lines.react({ ...event, data: { ...event.data, proposedAt } });
      expect(await lines.outcomes(line.lineId)).toEqual(['REVIEW']);
      expect(await reviews.ofLine(line.lineId)).toMatchObject([{ rule: 'R-GATE-02' }]);
    });

    test('while a line is being decided on the older one, that line is decided on the newer one', async () => {
      const { line, event } = await proposedLine(enquiry);
      await newer.hearRated(newer.rated(2));
      await expect(lines.react(event)).rejects.toThrow('FACTS_NOT_SEEN_YET');
      enquiry.factsAre({ decision: standing('early_help', 2) });
      await lines.react(event);
      expect(await lines.outcomes(line.lineId)).toEqual(['DENY']);
    });

    test('a line that is proposed at the same moment never stays out on the older one', async () => {
      const { line, event } = await proposedLine(enquiry);
      enquiry.factsAre({ decision: standing('early_help', 2) });
      const rated = newer.rated(2);
      const [asked, changed] = await Promise.allSettled([lines.react(event), newer.hearRated(rated)]);
      if (asked.status === 'rejected') await lines.react(event);
      if (changed.status === 'rejected') await newer.hearRated(rated);
      expect((await lines.outcomes(line.lineId)).at(-1)).toBe('DENY');
    });

    test('two facts change at once, and both count', async () => {
      await said('given');
      enquiry.factsAre({ decision: standing('s17', 1), intake: { statedVersion: 0 } });
      const lineId = await lines.decided(enquiry, { purpose: 'S17' });
      enquiry.factsAre({
        ...{ decision: standing('early_help', 2), child: { dispute: 'open' }, intake: { statedVersion: 1 } },
      });
      const [first, second] = [newer.rated(2), newer.recorded(1)];
      await Promise.allSettled([newer.hearRecorded(second), newer.hearRated(first)]);
      await newer.hearRated(first);
      await newer.hearRecorded(second);
      expect((await lines.outcomes(lineId)).at(-1)).toBe('DENY');
      expect(await lines.outcomes(lineId)).toHaveLength(2);
    });

    test('of an enquiry in which nobody was asked, nothing is asked of its owners', async () => {
      sharing.others.down.set('decision', 'broken');
      await newer.hearRated(newer.rated(2)).finally(() => sharing.others.down.delete('decision'));
      const heard = 'SELECT version FROM fact_version_heard WHERE enquiry_id = $1';
      expect(await sharing.query(heard, [enquiry.enquiryId])).toEqual([{ version: 2 }]);
    });
  });

  test("a releaser's condition still reaches the agency once the permit is confirmed on newer facts", async () => {
    await said('refused');
    enquiry.factsAre({ decision: standing('s17', 1) });
    const lineId = await lines.decided(enquiry, { purpose: 'S17' });
    const reviewId = (await reviews.ofLine(lineId))[0]?.reviewId ?? '';
    expect((await releaseOnCondition(enquiry, reviewId, 'Ask the head alone.')).status).toBe(204);
    await judged('s17', 2);
    expect(await lines.outcomes(lineId)).toEqual(['REVIEW', 'PERMIT', 'PERMIT']);
    const line = sharing.others.answers.get(`/agency-requests/facts/lines/${lineId}`) as LineFacts;
    const released = await opensRequest(sharing, line);
    expect(released.body).toMatchObject({ items: [{ visibility: 'shown', condition: 'Ask the head alone.' }] });
  });
});
