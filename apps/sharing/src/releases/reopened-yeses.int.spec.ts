import type { DecisionFacts, IntakeFacts } from '@mash/contracts';
import { people } from '@mash/testing';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest, type ForATest } from '../../testing/for-each-test';
import { newerFactsOf } from '../../testing/newer-facts';
import type { Sharing } from '../../testing/start-sharing';
import { secondManager } from '../../testing/a-review';

jest.setTimeout(120_000);

type Child = IntakeFacts['people'][number];
type Fact = NonNullable<Child['stated']>[number]['fact'];

describe('A yes that a releaser said', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let lines: ForATest['lines'];
  let consent: ForATest['consent'];
  let reviews: ForATest['reviews'];
  forEachTest((its) => ({ sharing, enquiry, lines, consent, reviews } = its));
  beforeEach(() => sharing.others.access.set(secondManager.id, { access: 'ordinary', audience: 'hub_manager' }));

  const at = (threshold: DecisionFacts['threshold'], version = 1): Partial<DecisionFacts> => ({
    ...{ threshold, thresholdVersion: version, ratingVersion: version, colour: 'amber', urgent: false },
  });
  /** A young person of whom this was put on record just now. */
  const recorded = (fact: Fact, its: Partial<Child>, threshold: DecisionFacts['threshold'] = 's17'): void => {
    const recordedAt = new Date().toISOString();
    const stated = [{ fact, by: 'a worker', at: '2026-11-01T12:00:00.000Z', recordedAt }];
    enquiry.factsAre({ decision: at(threshold), child: { kind: '13_15', competence: 'yes', stated, ...its } });
  };
  /** An item of the police, as an analyst is shown it. */
  const anItem = async () => {
    const { row } = await enquiry.accepted({ text: 'He was seen alone in the park in May.' });
    return async (purpose = 'S17') => (await enquiry.released([row], { purpose }, people.analyst)).items[0]?.visibility;
  };
  const yes = async () => expect(await reviews.answerTheOne('release')).toMatchObject({ status: 204 });

  test('to an objection falls when they object anew', async () => {
    await consent.state({ state: 'given', givenBy: 'self' });
    recorded('objects', { objects: true });
    const look = await anItem();
    expect(await look()).toBe('withheld');
    await yes();
    expect(await look()).toBe('shown');
    recorded('objects', { objects: false });
    expect(await look()).toBe('shown');
    recorded('objects', { objects: true });
    expect(await look()).toBe('withheld');
    await yes();
    expect(await look()).toBe('shown');
  });

  test('to a dispute falls with a new order', async () => {
    await consent.state({ state: 'given' });
    recorded('dispute', { kind: 'u13', competence: 'not_assessed', dispute: 'open' });
    const look = await anItem();
    await look();
    await yes();
    expect(await look()).toBe('shown');
    recorded('dispute', { kind: 'u13', competence: 'not_assessed', dispute: 'open' });
    expect(await look()).toBe('withheld');
  });

  test('against a refusal falls once the threshold is lower than the one at which it was said, and not by being judged again', async () => {
    await consent.state({ state: 'refused' });
    enquiry.factsAre({ decision: at('s17') });
    const look = await anItem();
    await look();
    await yes();
    expect(await look()).toBe('shown');
    enquiry.factsAre({ decision: at('s17', 2) });
    expect(await look()).toBe('shown');
    enquiry.factsAre({ decision: at('early_help', 3) });
    expect(await look('EH')).toBe('withheld');
    await yes();
    expect(await look('EH')).toBe('shown');
  });

  test('for want of one fact is none for want of another', async () => {
    await consent.state({ state: 'given' });
    const stale = (fact: Fact) => [{ fact, by: 'a worker', at: '2026-01-01T12:00:00.000Z' }];
    const young = { kind: '13_15', competence: 'not_assessed', objects: true } as const;
    enquiry.factsAre({ decision: at('s17'), child: { ...young, stated: stale('objects') } });
    const look = await anItem();
    await look();
    await yes();
    expect(await look()).toBe('shown');
    enquiry.factsAre({ decision: at('s17'), child: { kind: 'unknown' } });
    expect(await look()).toBe('withheld');
  });

  test('of a question is put to a manager again, and nobody opens the question meanwhile', async () => {
    await consent.state({ state: 'given', givenBy: 'self' });
    recorded('objects', { objects: true });
    const newer = newerFactsOf(sharing, enquiry);
    const lineId = await lines.decided(enquiry, { purpose: 'S17' });
    await yes();
    expect(await lines.outcomes(lineId)).toEqual(['REVIEW', 'PERMIT']);
    recorded('objects', { objects: true });
    await newer.hearRecorded(newer.recorded(2));
    expect(await lines.outcomes(lineId)).toEqual(['REVIEW', 'PERMIT', 'REVIEW']);
    await yes();
    expect((await lines.outcomes(lineId)).at(-1)).toBe('PERMIT');
  });
});
