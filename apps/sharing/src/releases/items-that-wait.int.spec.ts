import { newId, PersonFactsRecordedV1, type DecisionFacts } from '@mash/contracts';
import { people } from '@mash/testing';
import { AHolder } from '../../testing/a-holder';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest, type ForATest } from '../../testing/for-each-test';
import { newerFactsOf } from '../../testing/newer-facts';
import { secondManager } from '../../testing/a-review';
import type { Sharing } from '../../testing/start-sharing';
import { DecideWhatWaitsAgainWhenAFactChanges } from '../reactions/decide-what-waits-again-when-a-fact-changes.reaction';

jest.setTimeout(120_000);

describe('What humans are asked about an item', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let consent: ForATest['consent'];
  let reviews: ForATest['reviews'];
  forEachTest((its) => ({ sharing, enquiry, consent, reviews } = its));
  beforeEach(() => sharing.others.access.set(secondManager.id, { access: 'ordinary', audience: 'hub_manager' }));

  const at = (threshold: DecisionFacts['threshold'], version = 1): Partial<DecisionFacts> => ({
    ...{ threshold, thresholdVersion: version, ratingVersion: version, colour: 'green', urgent: false },
  });
  /** An analyst looks at an item of the police. */
  const looksAt = async (facts: Parameters<AnEnquiry['accepted']>[0]['facts'] = {}) => {
    const { row, itemIds } = await enquiry.accepted({ text: 'He was seen alone in the park in May.', facts });
    const look = async () => (await enquiry.released([row], { purpose: 'S17' }, people.analyst)).items[0]?.visibility;
    await look();
    return { look, itemId: itemIds[0] ?? '' };
  };
  const heard = async () => {
    const event = newerFactsOf(sharing, enquiry).recorded(2);
    expect(event.type).toBe(PersonFactsRecordedV1.type);
    await sharing.app.get(DecideWhatWaitsAgainWhenAFactChanges).again({ ...event, id: newId() });
  };
  const states = async () =>
    (
      await sharing.query<{ state: string }>('SELECT state FROM review WHERE enquiry_id = $1 ORDER BY state', [
        enquiry.enquiryId,
      ])
    ).map(({ state }) => state);

  test('is taken back once the fact for which they were asked is another, and goes on where it is not', async () => {
    const givenById = enquiry.mother();
    await consent.state({ state: 'refused', givenById });
    enquiry.factsAre({ decision: at('s17') });
    const { look } = await looksAt();
    await heard();
    expect(await states()).toEqual(['open']);
    await consent.state({ state: 'given', givenById });
    await heard();
    expect(await states()).toEqual(['superseded']);
    expect(await look()).toBe('shown');
  });

  test('is taken back as far as it fell away: the rest waits on', async () => {
    await consent.state({ state: 'refused' });
    enquiry.factsAre({ decision: at('s17') });
    await looksAt({ flags: ['source_risk'] });
    expect(await states()).toEqual(['open', 'open']);
    enquiry.factsAre({ decision: at('s47', 2) });
    await heard();
    expect(await states()).toEqual(['open', 'superseded']);
  });

  test('ends for all of them with the no of one', async () => {
    const givenById = enquiry.mother();
    await consent.state({ state: 'refused', givenById });
    enquiry.factsAre({ decision: at('s17') });
    const { look } = await looksAt({ flags: ['source_risk'] });
    const [ofManager] = await reviews.waiting();
    expect(await reviews.answer(secondManager, 'refuse', ofManager?.reviewId ?? '')).toMatchObject({ status: 204 });
    expect(await states()).toEqual(['refused', 'superseded']);
    expect(await look()).toBe('withheld');
    expect(await states()).toEqual(['refused', 'superseded']);
    await consent.state({ state: 'given', givenById });
    expect(await look()).toBe('withheld');
    expect(await states()).toEqual(['open', 'refused', 'superseded']);
  });

  test('owes no wording any more once words for everybody protect the source', async () => {
    const { itemId } = await looksAt({ flags: ['source_risk'] });
    const owed = () =>
      sharing.query(`SELECT 1 FROM obligation WHERE enquiry_id = $1 AND code = 'REQUEST_WORDING' AND done_at IS NULL`, [
        enquiry.enquiryId,
      ]);
    expect(await owed()).toHaveLength(1);
    const says = { facts: { says: 'sanitised' } as const, content: { wording: 'Somebody saw him.' } };
    expect(await new AHolder(sharing, enquiry).states(itemId, says)).toMatchObject({ status: 204 });
    expect(await owed()).toHaveLength(0);
  });
});
