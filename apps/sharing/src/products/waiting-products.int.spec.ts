import { DEMO_AGENCIES, EnquiryRatedV1, newId, type HandoversWaiting } from '@mash/contracts';
import { people } from '@mash/testing';
import type { consentWith } from '../../testing/a-consent';
import { AHolder } from '../../testing/a-holder';
import { letProductsBeRead, TO_EARLY_HELP, TO_REFERRER, type productsWith } from '../../testing/a-product';
import { secondManager, type reviewsWith } from '../../testing/a-review';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import { newerFactsOf } from '../../testing/newer-facts';
import type { Sharing } from '../../testing/start-sharing';
import { DecideWhatWaitsAgainWhenAFactChanges } from '../reactions/decide-what-waits-again-when-a-fact-changes.reaction';

jest.setTimeout(120_000);

const EARLY_HELP = { threshold: 'early_help', colour: 'amber', urgent: false } as const;
const FIFTEEN = { kind: '13_15', objects: true } as const;
const coordinator = people.earlyHelpCoordinator;

describe('A letter or handover that waits for a human', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let products: ReturnType<typeof productsWith>;
  let consent: ReturnType<typeof consentWith>;
  let reviews: ReturnType<typeof reviewsWith>;

  forEachTest((its) => ({ sharing, enquiry, consent, products, reviews } = its));
  beforeEach(() => letProductsBeRead(sharing));

  /** The family agrees to sharing, and nobody has asked about help. */
  const handover = async (changes: object = {}) => {
    enquiry.factsAre({ decision: EARLY_HELP });
    await consent.state({});
    return products.make({ ...TO_EARLY_HELP, ...changes });
  };
  const letter = async (changes: object = {}) => {
    enquiry.factsAre({ decision: { ...EARLY_HELP, threshold: 's17' }, child: FIFTEEN });
    return products.make({ ...TO_REFERRER, ...changes });
  };

  describe('and another that is put together instead of it', () => {
    test.each([
      ['handover', handover, coordinator],
      ['letter', letter, people.teacher],
    ] as const)(
      'takes its place: of the older %s nobody is asked any more, and it never goes',
      async (_, make, reader) => {
        const older = await make();
        const newer = await make({ words: 'Please ring her mother first.' });
        expect([older.state, newer.state]).toEqual(['waiting_review', 'waiting_review']);
        expect(await reviews.ofProduct(older.productId)).toEqual(['superseded']);
        expect((await reviews.waiting()).map(({ about }) => about.id)).toEqual([newer.productId]);
        expect(await products.announced(older.productId)).toEqual(['REVIEW', 'DENY']);
        await reviews.answerTheOne('release');
        expect(await products.announced(newer.productId)).toEqual(['REVIEW', 'PERMIT']);
        expect((await products.open(newer.productId, reader)).status).toBe(200);
        expect((await products.open(older.productId, reader)).status).toBe(404);
        expect((await products.open(older.productId, people.manager)).status).toBe(200);
        expect(await reviews.waiting()).toEqual([]);
      },
    );

    test('about another child leaves it as it is, and so does one that is refused', async () => {
      const other = newId();
      const child = {
        kind: 'u13',
        relation: 'concern',
        identity: 'confirmed',
        objects: false,
        dispute: 'none',
      } as const;
      const rest = { parentalResponsibilityProven: true, competence: 'not_assessed', protected: [] } as const;
      const both = [enquiry.personId, other].map((personId) => ({ ...child, ...rest, personId, protected: [] }));
      enquiry.factsAre({ decision: EARLY_HELP, intake: { people: both } });
      for (const personId of [enquiry.personId, other]) await consent.state({ personId });
      const { productId } = await products.make(TO_EARLY_HELP);
      await products.make({ ...TO_EARLY_HELP, personIds: [other], people: [] });
      await consent.state({ state: 'refused', kind: 'service', personId: other });
      expect(await products.make({ ...TO_EARLY_HELP, personIds: [enquiry.personId, other] })).toMatchObject({
        state: 'refused',
      });
      expect(await reviews.ofProduct(productId)).toEqual(['open']);
    });

    test('takes its place also where it is for another agency of that team: a child is handed to a team once', async () => {
      const older = await handover();
      const { productId } = await handover({ toAgencyId: DEMO_AGENCIES.council });
      expect(await reviews.ofProduct(older.productId)).toEqual(['superseded']);
      expect(await products.announced(older.productId)).toEqual(['REVIEW', 'DENY']);
      expect(await products.replacedBy(older.productId)).toBe(productId);
    });

    test('is told before: which wait, for which team and about whom; and afterwards that it took the place of one', async () => {
      const waiting = async (as: typeof people.manager = people.manager) => {
        const { status, body } = await sharing.as(as)('get', `/enquiries/${enquiry.enquiryId}/handovers-waiting`);
        return status === 200 ? (body as HandoversWaiting).waiting : status;
      };
      expect(await waiting()).toEqual([]);
      const older = await handover();
      const one = { audience: 'team_eh', personIds: [enquiry.personId] };
      expect([await waiting(), older.takesBack]).toEqual([[one], undefined]);
      const newer = await handover({ words: 'Please ring her mother first.' });
      expect([await waiting(), newer.takesBack]).toEqual([[one], true]);
      await reviews.answerTheOne('release');
      expect(await waiting()).toEqual([]);
      for (const nobody of [coordinator, people.policeLiaison, people.teacher]) expect(await waiting(nobody)).toBe(404);
      const other = await letter();
      expect((await letter({ words: 'We have looked at it.' })).takesBack).toBeUndefined(); // of a letter nobody is told
      expect([other.state, await waiting()]).toEqual(['waiting_review', []]);
    });

    test('leaves what has gone as it is', async () => {
      const older = await handover();
      await reviews.answerTheOne('release');
      await handover({ words: 'Please ring her mother first.' });
      expect(await products.announced(older.productId)).toEqual(['REVIEW', 'PERMIT']);
      expect((await products.open(older.productId, coordinator)).status).toBe(200);
    });
  });

  describe('and to which the human says no', () => {
    test('stays for good: a letter is said not to go, and another one is asked about anew', async () => {
      const refused = await letter();
      await reviews.answerTheOne('refuse');
      expect(await products.announced(refused.productId)).toEqual(['REVIEW', 'DENY']);
      expect(await products.replacedBy(refused.productId)).toBeNull();
      const another = await letter({ words: 'We have looked at it.' });
      expect(another.state).toBe('waiting_review');
      await reviews.answerTheOne('release');
      expect((await products.open(another.productId, people.teacher)).status).toBe(200);
      expect((await products.open(refused.productId, people.teacher)).status).toBe(404);
    });

    test('does not go by itself, whatever the family says since', async () => {
      const { productId } = await handover();
      await reviews.answerTheOne('refuse');
      for (const kind of ['sharing', 'service'] as const) await consent.state({ kind });
      await consent.hear();
      expect(await products.announced(productId)).toEqual(['REVIEW', 'DENY']);
      expect((await products.open(productId, coordinator)).status).toBe(404);
    });

    test('a letter that one manager let go says nothing of another', async () => {
      await letter();
      await reviews.answerTheOne('release');
      expect((await letter({ words: 'She lives with her aunt now.' })).state).toBe('waiting_review');
    });
  });

  describe('and the family, of whom something is said meanwhile', () => {
    test('goes by itself once they agree: nobody is asked any more', async () => {
      const { productId } = await handover();
      await consent.state({ kind: 'service' });
      await consent.hear();
      expect(await reviews.ofProduct(productId)).toEqual(['superseded']);
      expect(await products.announced(productId)).toEqual(['REVIEW', 'PERMIT']);
      expect((await products.open(productId, coordinator)).status).toBe(200);
    });

    test('is asked about as far as it is a question still', async () => {
      enquiry.factsAre({ decision: EARLY_HELP });
      const { productId } = await products.make(TO_EARLY_HELP);
      expect(await reviews.ofProduct(productId)).toEqual(['open', 'open']);
      await consent.state({});
      await consent.hear();
      expect((await reviews.ofProduct(productId)).sort()).toEqual(['open', 'superseded']);
      expect(await products.announced(productId)).toEqual(['REVIEW']);
      await reviews.answerTheOne('release');
      expect(await products.announced(productId)).toEqual(['REVIEW', 'PERMIT']);
    });

    test('is asked about anew where another question stands in its way', async () => {
      const { productId } = await handover();
      await consent.state({ kind: 'service' });
      enquiry.factsAre({ decision: EARLY_HELP, child: FIFTEEN });
      await consent.hear();
      expect((await reviews.ofProduct(productId)).sort()).toEqual(['open', 'superseded']);
      const [review] = await reviews.waiting();
      expect(review?.reasons.map(({ code }) => code)).toContain('CHILD_OBJECTS');
    });

    test('does not go once they refuse help, and whoever waits for it hears so', async () => {
      const { productId } = await handover();
      await consent.state({ kind: 'service', state: 'refused' });
      await consent.hear();
      expect(await reviews.ofProduct(productId)).toEqual(['superseded']);
      expect(await products.announced(productId)).toEqual(['REVIEW', 'DENY']);
      for (const kind of ['sharing', 'service'] as const) await consent.state({ kind });
      await consent.hear();
      expect((await products.open(productId, coordinator)).status).toBe(404);
    });
  });

  describe('and another of the same enquiry, of which somebody says something', () => {
    const permitted = (productId: string) =>
      sharing.query<{ byPerson: string | null; actor: string; said: boolean }>(
        `SELECT d.by_person AS "byPerson", o.envelope -> 'actor' ->> 'id' AS actor, (o.envelope -> 'data' ->> 'byPerson')::boolean AS said
           FROM sharing_decision d JOIN (SELECT envelope FROM outbox UNION SELECT envelope FROM outbox_archive) o
             ON o.envelope -> 'data' ->> 'sharingDecisionId' = d.sharing_decision_id::text WHERE d.about_id = $1 AND d.outcome = 'PERMIT'`,
        [productId],
      );
    const byNobody = [{ byPerson: null, actor: 'sharing', said: false }];
    const by = (id: string) => [{ byPerson: id, actor: id, said: true }];

    test('goes by nobody, where it may by then: a holder lets the letters go that they held, and no handover', async () => {
      const { itemIds } = await enquiry.accepted({ text: 'He is watched.', facts: { flags: ['do_not_alert'] } });
      const older = await handover();
      const held = await products.make(TO_REFERRER);
      expect([older.state, held.state]).toEqual(['waiting_review', 'waiting_review']);
      await consent.state({ kind: 'service' });
      const cleared = { facts: { says: 'telling_cleared' } } as const;
      expect((await new AHolder(sharing, enquiry).states(itemIds[0] ?? '', cleared)).status).toBe(204);
      expect(await permitted(held.productId)).toEqual(by(people.policeLiaison.id));
      expect(await permitted(older.productId)).toEqual(byNobody);
    });

    test('goes by nobody, where it may by then: a manager lets that one go which they were asked about', async () => {
      const other = await handover();
      await consent.state({ kind: 'service' });
      enquiry.factsAre({ decision: EARLY_HELP, child: FIFTEEN });
      const asked = await products.make(TO_REFERRER);
      enquiry.factsAre({ decision: EARLY_HELP });
      const review = (await reviews.waiting()).find(({ about }) => about.id === asked.productId);
      expect(await reviews.answer(secondManager, 'release', review?.reviewId ?? '')).toMatchObject({ status: 204 });
      expect(await permitted(asked.productId)).toEqual(by(secondManager.id));
      expect(await permitted(other.productId)).toEqual(byNobody);
    });
  });

  test('goes by itself once another threshold needs nobody to look', async () => {
    const { productId } = await handover();
    enquiry.factsAre({ decision: { ...EARLY_HELP, threshold: 's47', ratingVersion: 2 } });
    const event: EnquiryRatedV1 = newerFactsOf(sharing, enquiry).rated(2);
    await sharing.app.get(DecideWhatWaitsAgainWhenAFactChanges).again(event);
    expect(await products.announced(productId)).toEqual(['REVIEW', 'PERMIT']);
  });
});
