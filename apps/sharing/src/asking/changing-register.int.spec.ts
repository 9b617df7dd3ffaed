import { DEMO_AGENCIES } from '@mash/contracts';
import { people } from '@mash/testing';
import { proposedLine } from '../../testing/a-line';
import { anAgreement, approveByAll, conclude, pathOf, propose } from '../../testing/an-agreement';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest, type ForATest } from '../../testing/for-each-test';
import { newerFactsOf } from '../../testing/newer-facts';
import type { Sharing } from '../../testing/start-sharing';
import { SentText } from './sent-text';

jest.setTimeout(120_000);

describe('When the register or an agreement of the partnership changes', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let newer: ReturnType<typeof newerFactsOf>;
  let agreement: ForATest['agreement'];
  let lines: ForATest['lines'];
  let consent: ForATest['consent'];
  forEachTest((its) => {
    ({ sharing, agreement, enquiry, lines, consent } = its);
    newer = newerFactsOf(sharing, enquiry);
  });

  const nobodyWasAsked = async () => {
    await consent.state({ state: 'not_sought', givenBy: 'not_applicable', how: undefined });
    enquiry.factsAre({
      decision: { threshold: 'early_help', thresholdVersion: 1, ratingVersion: 1, colour: 'amber', urgent: false },
    });
  };
  const asRegistered = { kind: 'health', bound: true, s47List: true, answersFor: ['health'] } as const;
  const register = (reveals: 'none' | 'camhs', name = `The body ${DEMO_AGENCIES.health}`) =>
    sharing.as(people.admin)('put', '/register/agencies', {
      agencies: [{ ...asRegistered, agencyId: DEMO_AGENCIES.health, name, reveals }],
    });

  /** What a line asks is being read, its facts at hand, as this happens. */
  const meanwhile = (happens: () => Promise<{ status: number }>) => {
    const sentText = sharing.app.get(SentText);
    const read = sentText.of.bind(sentText);
    jest.spyOn(sentText, 'of').mockImplementationOnce(async (...asked) => {
      expect((await happens()).status).toBe(204);
      return read(...asked);
    });
  };

  test('a body whose name gives a category away is not asked any more by an analyst alone', async () => {
    await nobodyWasAsked();
    const lineId = await lines.decided(enquiry, {
      ...{ agencyId: DEMO_AGENCIES.health, category: 'hub-summary', purpose: 'SCREEN' },
    });
    await newer.hearOfPartnership();
    const [first] = await lines.outcomes(lineId);
    expect((await register('camhs', 'Child mental health')).status).toBe(204);
    expect(await newer.hearOfPartnership()).toBe(1);
    const then = await lines.outcomes(lineId);
    expect((await register('none')).status).toBe(204);
    expect([first, ...then.slice(1)]).toEqual(['PERMIT', 'REVIEW']);
  });

  test('a line that is being decided as the register changes is decided on the newer one: nobody else would find it', async () => {
    await nobodyWasAsked();
    const its = { agencyId: DEMO_AGENCIES.health, category: 'hub-summary', purpose: 'SCREEN' } as const;
    const { line, event } = await proposedLine(enquiry, its);
    meanwhile(() => register('camhs', 'Child mental health'));
    const first = await lines.react(event).catch((error: unknown) => String(error));
    if (first !== undefined) await lines.react(event);
    expect((await register('none')).status).toBe(204);
    expect([first, await lines.outcomes(line.lineId)]).toEqual([
      expect.stringContaining('FACTS_CHANGED_MEANWHILE'),
      ['REVIEW'],
    ]);
  });

  test('a register that says what it said before reopens nothing', async () => {
    await lines.decided(enquiry);
    await newer.hearOfPartnership();
    expect((await register('none')).status).toBe(204);
    expect(await newer.hearOfPartnership()).toBe(0);
  });

  test('a version is heard of once when it takes the place of one in force, and not when it takes that of one on its way', async () => {
    await lines.decided(enquiry);
    await newer.hearOfPartnership();
    const one = await conclude(sharing, anAgreement());
    expect(await newer.hearOfPartnership()).toBe(1);
    await propose(sharing, { ...one, version: 2 });
    const third = { ...one, version: 3 };
    await propose(sharing, third);
    expect(await newer.hearOfPartnership()).toBe(0);
    await approveByAll(sharing, third);
    expect((await sharing.as(people.admin)('post', pathOf(third, 'put-in-force'))).status).toBe(204);
    expect(await newer.hearOfPartnership()).toBe(1);
  });

  test('an agreement that is stopped holds what rests on it', async () => {
    const lineId = await lines.decided(enquiry);
    await newer.hearOfPartnership();
    const { line, event } = await proposedLine(enquiry);
    meanwhile(() => sharing.as(people.igOfficer)('post', `/agreements/${agreement.agreementId}/stop`));
    await expect(lines.react(event)).rejects.toThrow('FACTS_CHANGED_MEANWHILE');
    await lines.react(event);
    expect(await lines.outcomes(line.lineId)).toEqual(['REVIEW']);
    expect(await newer.hearOfPartnership()).toBe(1);
    expect((await lines.outcomes(lineId)).at(-1)).toBe('REVIEW');
    expect((await lines.kept(lineId)).at(-1)).toMatchObject({
      reasons: expect.arrayContaining(['AGREEMENT_STOPPED']),
    });
  });
});
