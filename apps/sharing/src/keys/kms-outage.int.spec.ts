import { AnswerAcceptedV1, DEMO_AGENCIES, DEMO_PARTNERSHIP, newId, type EnvelopeRefusals } from '@mash/contracts';
import { isPassing } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { HttpKms, SealingPublicKey } from '@mash/sealing';
import { eventually, KmsDouble, people } from '@mash/testing';
import { AHolder, SOCIAL_CARE } from '../../testing/a-holder';
import { linesWith, opensRequest, proposedLine } from '../../testing/a-line';
import { aRegisteredSystem, opensByCapability } from '../../testing/a-system';
import { establish } from '../../testing/a-partnership';
import { productsWith } from '../../testing/a-product';
import { AnEnquiry } from '../../testing/an-enquiry';
import { aHeldItem } from '../../testing/held-item';
import { releaseAllOnCondition } from '../../testing/release-on-condition';
import { startSharing, type Sharing } from '../../testing/start-sharing';
import { RulingSeal, type SealedRuling } from '../asking/ruling-seal';
import { KeyStore } from './key-store';
import { CheckAnswerWhenItIsReceived } from '../reactions/check-answer-when-it-is-received.reaction';

jest.setTimeout(120_000);

/** What a release holds in common with others of its enquiry, from its claim until it commits. */
const HELD = `SELECT mode FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ShareLock'
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
const CALL_FIRST = { handling: 'C', condition: { kind: 'CALL_FIRST' } } as const;
const UNREACHABLE = [503, 'SEAL.KMS_UNREACHABLE'];

/** Nothing opens meanwhile: and what did not open for that is no forgery, no refusal, and no yes that is lost. */
describe('While the key management service does not answer', () => {
  let kms: KmsDouble;
  let sharing: Sharing;
  let enquiry: AnEnquiry;

  beforeAll(async () => {
    kms = await KmsDouble.start();
    sharing = await startSharing({ keyEncryption: new HttpKms(kms.settings) });
    await establish(sharing);
  });
  beforeEach(async () => {
    kms.fail(false);
    enquiry = await AnEnquiry.begin(sharing);
  });
  afterAll(async () => {
    await sharing.close();
    await kms.close();
  });

  const answered = ({ status, body }: { status: number; body: unknown }) => [status, (body as { code: string }).code];
  const reviews = () => sharing.query('SELECT review_id FROM review WHERE enquiry_id = $1', [enquiry.enquiryId]);
  const refused = async () => {
    const { body } = await sharing.as(people.igOfficer)('get', '/envelope-refusals');
    const audited = await sharing.query(
      `SELECT 1 FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'outcome' = 'refused' AND envelope -> 'data' ->> 'enquiryId' = $1`,
      [enquiry.enquiryId],
    );
    return [...(body as EnvelopeRefusals).refusals.filter((one) => one.enquiryId === enquiry.enquiryId), ...audited];
  };

  test('a release shows nothing, and a holder’s yes is neither lost nor asked for again', async () => {
    const held = await aHeldItem(sharing, enquiry);
    expect((await held.answer(people.policeLiaison)).status).toBe(204);
    const [asked, shown] = [await reviews(), (await held.look()).items];
    expect(shown).toMatchObject([{ visibility: 'shown' }]);
    kms.fail(true);
    await expect(held.look()).rejects.toThrow('SEAL.KMS_UNREACHABLE');
    kms.fail(false);
    expect((await held.look()).items).toMatchObject([{ visibility: 'shown' }]);
    expect(await reviews()).toEqual(asked);
    expect(await refused()).toEqual([]);
  });

  test('a release that waits for it holds up nobody else: no transaction waits with it', async () => {
    const { row } = await enquiry.accepted({ text: 'He was seen near the school.' });
    const body = {
      releaseId: newId(),
      enquiryId: enquiry.enquiryId,
      mode: 'content',
      purpose: 'S47',
      envelopes: [row],
    };
    const asked = kms.calls.length;
    const goOn = kms.hang();
    const answer = sharing
      .as(people.analyst)('post', '/releases', body)
      .then((got) => got);
    await eventually(() => expect(kms.calls.length).toBeGreaterThan(asked));
    await new Promise((resolve) => setTimeout(resolve, 300)); // everything else that it does beside has been done
    const held = await sharing.query(HELD).finally(goOn);
    expect(held).toEqual([]);
    expect((await answer).body).toMatchObject({ items: [{ visibility: 'shown' }] });
  });

  describe('no key is asked for within a transaction', () => {
    /** For each call that it takes meanwhile: how many claims are held. */
    const heldDuring = async (calls: () => Promise<unknown>): Promise<number[]> => {
      const held: number[] = [];
      const end = kms.whileItWaits(async () => held.push((await sharing.query(HELD)).length));
      await calls().finally(end);
      return held;
    };
    const never = (held: readonly number[]) => {
      expect(held.length).toBeGreaterThan(0);
      expect(held.filter((claims) => claims > 0)).toEqual([]);
    };

    test('of a release that rests on what releasers said, or asks them', async () => {
      const held = await aHeldItem(sharing, enquiry);
      expect((await held.answer(people.policeLiaison)).status).toBe(204);
      never(await heldDuring(async () => expect((await held.look()).items).toMatchObject([{ visibility: 'shown' }])));
      const { row } = await enquiry.accepted({ text: 'Ring first.', facts: CALL_FIRST });
      const look = () => enquiry.release([row]);
      never(
        await heldDuring(async () =>
          expect((await look()).body).toMatchObject({ items: [{ visibility: 'withheld' }] }),
        ),
      );
    });

    test('of a release of what lies under one key, where what was said of it lies under another', async () => {
      const own = await sharing.app
        .get(UnitOfWork)
        .run((tx) => sharing.app.get(KeyStore).makeBound(tx, DEMO_PARTNERSHIP, 'enquiry', enquiry.enquiryId));
      const publicKey = SealingPublicKey.parse(own.publicJwk);
      const answer = await enquiry.answer([{ text: 'Seen at the gate.' }], undefined, undefined, publicKey);
      await sharing.app.get(CheckAnswerWhenItIsReceived).handle(enquiry.received(answer));
      const to = { audience: 'hub_analyst', agencyId: DEMO_AGENCIES.council };
      await new AHolder(sharing, enquiry).states(answer.itemIds[0] ?? '', { facts: { says: 'refused', to } });
      const look = () => enquiry.release([answer.row]);
      never(
        await heldDuring(async () =>
          expect((await look()).body).toMatchObject({ items: [{ visibility: 'withheld' }] }),
        ),
      );
    });

    test('of a question that was let through on a condition', async () => {
      enquiry.factsAre({ decision: { threshold: 's17', colour: 'amber', urgent: false } });
      const { line, event } = await proposedLine(enquiry, { purpose: 'S17', purposeText: 'A worry about her.' });
      await linesWith(sharing).react(event);
      await releaseAllOnCondition(enquiry, 'Ask the head alone.');
      const open = async () => expect((await opensRequest(sharing, line)).body).toMatchObject({ items: [{}] });
      never(await heldDuring(open));
    });

    test('of a handover, though another went before', async () => {
      sharing.others.access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
      const held = await aHeldItem(sharing, enquiry);
      const products = productsWith(sharing, enquiry);
      const make = () => products.make({ itemIds: [held.itemId] });
      expect(await make()).toMatchObject({ state: 'made' });
      never(await heldDuring(async () => expect(await make()).toMatchObject({ state: 'made' })));
    });

    test('of a handover that is opened, by whom it went to and by the hub, once its holder has said more', async () => {
      sharing.others.access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
      const { itemIds } = await enquiry.accepted({ text: 'He was seen near the school.' });
      const products = productsWith(sharing, enquiry);
      const { productId, included } = await products.make({ itemIds });
      expect(included).toEqual(itemIds);
      const stays = { facts: { says: 'released_as_it_stands', to: SOCIAL_CARE } } as const;
      expect((await new AHolder(sharing, enquiry).states(itemIds[0] ?? '', stays)).status).toBe(204);
      for (const by of [people.socialCareManager, people.manager])
        never(await heldDuring(async () => expect((await products.open(productId, by)).status).toBe(200)));
    });

    test('of a letter that is opened', async () => {
      const products = productsWith(sharing, enquiry);
      const { productId } = await products.make({
        ...{ kind: 'letter', purpose: 'FEEDBACK', audience: 'referrer_pro', toAgencyId: DEMO_AGENCIES.school },
        people: [],
      });
      never(await heldDuring(async () => expect((await products.open(productId, people.manager)).status).toBe(200)));
    });

    test('of a question that an agency’s own system opens, let through on a condition', async () => {
      enquiry.factsAre({ decision: { threshold: 's17', colour: 'amber', urgent: false } });
      const school = await aRegisteredSystem(sharing, { clientId: 'school-records', agencyId: DEMO_AGENCIES.school });
      const { line, event } = await proposedLine(enquiry, { purpose: 'S17', purposeText: 'A worry about her.' });
      await linesWith(sharing).react(event);
      await releaseAllOnCondition(enquiry, 'Ask the head alone.');
      const open = async () => expect((await opensByCapability(sharing, school, line.lineId)).status).toBe(200);
      never(await heldDuring(open));
    });

    test('of what an agency reads of its own', async () => {
      sharing.others.access.set(people.policeLiaison.id, { access: 'ordinary', audience: 'police' });
      const { itemIds } = await enquiry.accepted({ text: 'He was seen near the school.' });
      const itemId = itemIds[0] ?? '';
      const police = new AHolder(sharing, enquiry);
      expect((await police.states(itemId, { facts: { says: 'refused', to: SOCIAL_CARE } })).status).toBe(204);
      for (const path of ['/holder-items/open', '/holder-items/open-own']) {
        const body = () => ({ releaseId: newId(), enquiryId: enquiry.enquiryId, itemId });
        const open = () => sharing.as(people.policeLiaison)('post', path, body());
        never(await heldDuring(async () => expect((await open()).status).toBe(200)));
      }
    });
  });

  test('a ruling that lies here is not taken for one that is gone', async () => {
    const held = await aHeldItem(sharing, enquiry);
    await held.answer(people.policeLiaison);
    const rows = await sharing.query<SealedRuling>(
      `SELECT sharing_decision_id AS "sharingDecisionId", partnership_id AS "partnershipId", enquiry_id AS "enquiryId",
        detail_kid AS "detailKid", detail_envelope AS "detailEnvelope" FROM sharing_decision WHERE enquiry_id = $1 AND detail_envelope IS NOT NULL`,
      [enquiry.enquiryId],
    );
    const rulings = sharing.app.get(RulingSeal);
    kms.fail(true);
    await expect(rulings.openAll(rows)).rejects.toMatchObject({ code: 'SEAL.KMS_UNREACHABLE', passing: true });
    kms.fail(false);
    expect((await rulings.openAll(rows)).size).toBe(rows.length);
  });

  test('a holder’s statement waits: it is called no forgery, and is taken in afterwards', async () => {
    const { itemIds } = await enquiry.accepted({ text: 'He was seen near the school.' });
    const police = new AHolder(sharing, enquiry);
    const itemId = itemIds[0] ?? '';
    const statement = await police.statement(itemId, {
      facts: { says: 'released_wording', to: SOCIAL_CARE, hidesSource: true },
      content: { wording: 'Seen in the area.' },
    });
    const state = () =>
      sharing.as(police.person)('post', '/holder-statements', { ...statement, enquiryId: enquiry.enquiryId, itemId });
    kms.fail(true);
    expect(answered(await state())).toEqual(UNREACHABLE);
    expect(await refused()).toEqual([]);
    kms.fail(false);
    expect((await state()).status).toBe(204);
  });

  test('a releaser’s answer waits, with its reason', async () => {
    const held = await aHeldItem(sharing, enquiry);
    kms.fail(true);
    expect(answered(await held.answer(people.policeLiaison))).toEqual(UNREACHABLE);
    expect(await refused()).toEqual([]);
    kms.fail(false);
    expect((await held.answer(people.policeLiaison)).status).toBe(204);
    expect((await held.look()).items).toMatchObject([{ visibility: 'shown' }]);
  });

  test('an answer that was received is neither rejected nor buried: its reaction waits', async () => {
    const answer = await enquiry.answer([{ text: 'Known to us.' }]);
    const event = { ...enquiry.received(answer), id: newId() };
    const check = () => sharing.app.get(CheckAnswerWhenItIsReceived).handle(event);
    kms.fail(true);
    const failure: unknown = await check().catch((error: unknown) => error);
    expect([failure, isPassing(failure)]).toMatchObject([{ code: 'SEAL.KMS_UNREACHABLE' }, true]);
    kms.fail(false);
    await check();
    const said = await sharing.query<{ type: string }>(
      `SELECT type FROM (SELECT type, envelope FROM outbox UNION ALL SELECT type, envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'answerId' = $1`,
      [answer.ids.answerId],
    );
    expect(said).toEqual([{ type: AnswerAcceptedV1.type }]);
  });
});
