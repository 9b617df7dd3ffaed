import { DEMO_PARTNERSHIP, newId, type Ledger, type OverrideDetail, type Released } from '@mash/contracts';
import {
  generateSigningKey,
  type EnvelopeIdsOf,
  type EnvelopeType,
  type Sealer,
  type SealingPublicKey,
} from '@mash/sealing';
import { people } from '@mash/testing';
import type { PersonActor } from '@mash/authorisation';
import { AHolder } from '../../testing/a-holder';
import { establish } from '../../testing/a-partnership';
import { aRegisteredSystem } from '../../testing/a-system';
import { AnEnquiry } from '../../testing/an-enquiry';
import { anErasedKey } from '../../testing/an-erased-key';
import { foundIn } from '../../testing/found-in';
import { Governing } from '../../testing/governing';
import { aHeldItem } from '../../testing/held-item';
import { startSharing, type Sharing } from '../../testing/start-sharing';
import { KeyStore } from './key-store';
import { RulingSeal, type SealedRuling } from '../asking/ruling-seal';

jest.setTimeout(120_000);

/**
 * Somebody writes into this service's tables, and holds every signing key but its own. What this service alone may have sealed (its ledger,
 * its rulings, what an override strikes, who has accepted a condition) counts for nothing from them, and is reported once.
 */
type Forger = readonly [
  who: string,
  sealerOf: (sharing: Sharing) => Promise<Sealer>,
  keyOf?: (sharing: Sharing) => Promise<SealingPublicKey>,
];
const FORGERS: readonly Forger[] = [
  ['the console, for a manager', (its) => Promise.resolve(byConsole(its, { kind: 'person', id: people.manager.id }))],
  [
    'the console, in the name of this service',
    (its) => Promise.resolve(byConsole(its, { kind: 'system', id: 'sharing' })),
  ],
  ['an agency’s registered system', async (its) => (await aRegisteredSystem(its, { clientId: newId() })).sealer],
  [
    'an agency’s system, in the name of this service',
    async (its) => {
      const { key } = await aRegisteredSystem(its, { clientId: newId() });
      return { key, sealedBy: { kind: 'system', id: 'sharing' } };
    },
  ],
  [
    'nobody who is known, in the name of this service',
    async () => ({ key: (await generateSigningKey()).privateKey, sealedBy: { kind: 'system', id: 'sharing' } }),
  ],
  [
    'whoever gives it the key of an erased enquiry, as if its own had been destroyed',
    ({ ownKey: key }) => Promise.resolve({ key, sealedBy: { kind: 'system', id: 'sharing' } }),
    anErasedKey,
  ],
];
const byConsole = ({ consoleKey: key }: Sharing, sealedBy: Sealer['sealedBy']): Sealer => ({ key, sealedBy });

describe.each(FORGERS.map(([who, sealerOf, keyOf]) => ({ who, sealerOf, keyOf })))(
  'Sealed by $who,',
  ({ sealerOf, keyOf }) => {
    let sharing: Sharing;
    let enquiry: AnEnquiry;
    let sealer: Sealer;
    let to: SealingPublicKey | undefined;

    beforeAll(async () => {
      sharing = await startSharing();
      await establish(sharing);
      sealer = await sealerOf(sharing);
      to = await keyOf?.(sharing);
    });
    beforeEach(async () => {
      enquiry = await AnEnquiry.begin(sharing);
    });
    afterAll(() => sharing.close());

    const where = () => ({ partnershipId: DEMO_PARTNERSHIP, enquiryId: enquiry.enquiryId, version: 1 });
    const forge = <Type extends EnvelopeType>(header: EnvelopeIdsOf<Type>, content: object, facts: object = {}) =>
      enquiry.seal<Type>(header, { content, facts, sealer, ...(to && { to }) });
    const fresh = (person: PersonActor): PersonActor => ({ ...person, signedInAt: Math.floor(Date.now() / 1000) });
    const found = () => foundIn(sharing, enquiry.enquiryId);
    const visible = async (look: () => Promise<Released>) => (await look()).items.map(({ visibility }) => visibility);

    test('a line of the ledger says nothing of what it was about', async () => {
      const { row } = await enquiry.answer([{ text: 'Known to us.' }]);
      await enquiry.released([row]);
      const [line] = await sharing.query<{ line: string; detail: string }>(
        'SELECT disclosure_id AS line, detail_id AS detail FROM disclosure WHERE enquiry_id = $1',
        [enquiry.enquiryId],
      );
      const said = [{ category: 'sexual-health', reasons: ['AGREED_DEFAULT'], rule: 'R-AGR-01', lawfulBasis: [] }];
      const { kid, envelope } = await forge<'disclosure'>(
        { typ: 'disclosure', ...where(), disclosureId: line?.detail ?? '' },
        { said, lines: { [line?.line ?? '']: [newId(), 0] } },
      );
      await sharing.query('UPDATE disclosure_detail SET kid = $2, envelope = $3 WHERE detail_id = $1', [
        ...[line?.detail, kid, envelope],
      ]);
      for (let times = 0; times < 2; times += 1) {
        const { body } = await sharing.as(people.igOfficer)('get', `/ledger?enquiryId=${enquiry.enquiryId}`);
        const [entry] = (body as Ledger).entries;
        expect(entry).toMatchObject({ outcome: 'PERMIT', doesNotOpen: true });
        expect(entry).not.toHaveProperty('category');
      }
      expect(await found()).toEqual([{ place: 'ledger', envelopeId: line?.detail }]);
      const file = await sharing.as(people.igOfficer)(
        'get',
        `/ledger/export?enquiryId=${enquiry.enquiryId}&format=csv`,
      );
      expect(file.text).toContain('does not open: reported');
    });

    test('the ruling that a yes was given to makes of it no yes', async () => {
      const held = await aHeldItem(sharing, enquiry);
      expect((await held.answer(people.policeLiaison)).status).toBe(204);
      expect(await visible(held.look)).toEqual(['shown']);
      const rows = await sharing.query<SealedRuling>(
        `SELECT sharing_decision_id AS "sharingDecisionId", partnership_id AS "partnershipId", enquiry_id AS "enquiryId",
        detail_kid AS "detailKid", detail_envelope AS "detailEnvelope" FROM sharing_decision WHERE enquiry_id = $1 AND detail_envelope IS NOT NULL`,
        [enquiry.enquiryId],
      );
      const rulings = await sharing.app.get(RulingSeal).openAll(rows);
      expect(rulings.size).toBeGreaterThan(0);
      for (const [sharingDecisionId, ruling] of rulings) {
        const { kid, envelope } = await forge<'ruling'>({ typ: 'ruling', ...where(), sharingDecisionId }, ruling);
        const update =
          'UPDATE sharing_decision SET detail_kid = $2, detail_envelope = $3 WHERE sharing_decision_id = $1';
        await sharing.query(update, [sharingDecisionId, kid, envelope]);
      }
      expect(await visible(held.look)).toEqual(['withheld']);
      expect(await visible(held.look)).toEqual(['withheld']);
      const places = (await found()).sort((a, b) => a.envelopeId.localeCompare(b.envelopeId));
      // What was decided on that yes is read by nobody who looks: the question it answered is what is found forged.
      const asked = [...rulings].filter(([, { reviews }]) => Object.keys(reviews).length > 0);
      expect(places).toEqual(asked.map(([envelopeId]) => ({ place: 'ruling', envelopeId })));
    });

    test('the kept reason of a releaser, put in the place of another, lets nothing out', async () => {
      const held = await aHeldItem(sharing, enquiry);
      expect((await held.answer(people.policeLiaison)).status).toBe(204);
      expect(await visible(held.look)).toEqual(['shown']);
      const header = { typ: 'review', ...where(), reviewId: newId() } as const;
      const { kid, envelope } = await forge<'review'>(header, { reason: 'Because.', ground: 'child_safety_outweighs' });
      const update = 'UPDATE review SET reason_kid = $2, reason_envelope = $3 WHERE review_id = $1';
      await sharing.query(update, [held.reviewId, kid, envelope]);
      expect(await visible(held.look)).toEqual(['withheld']);
      expect(await found()).toEqual([{ place: 'reason', envelopeId: held.reviewId }]);
    });

    const aProposal = async () => {
      const held = await aHeldItem(sharing, enquiry);
      sharing.others.access.set(people.deputyManager.id, { access: 'ordinary', audience: 'hub_manager' });
      const [decision] = await sharing.query<{ id: string }>(
        'SELECT sharing_decision_id AS id FROM review WHERE review_id = $1',
        [held.reviewId],
      );
      const overrideId = newId();
      const sealedReason = await enquiry.seal<'review'>(
        { typ: 'review', ...where(), reviewId: overrideId },
        { content: { reason: 'He is on his way to the school.' }, by: people.manager.id },
      );
      const proposal = { overrideId, grounds: ['OV_HARM'], strikes: ['CONDITION_NOT_MET'], sealedReason };
      const path = `/sharing-decisions/${decision?.id ?? ''}/override`;
      expect((await sharing.as(fresh(people.manager))('post', path, proposal)).status).toBe(201);
      const settle = (answer: 'confirm' | 'decline') =>
        sharing.as(fresh(people.deputyManager))('post', `/overrides/${overrideId}/confirm`, { answer });
      return { held, overrideId, settle };
    };
    const forgeStrikes = async (overrideId: string) => {
      const header = { typ: 'disclosure', ...where(), disclosureId: overrideId } as const;
      const { kid, envelope } = await forge<'disclosure'>(header, { strikes: ['CONDITION_NOT_MET'] });
      const update = 'UPDATE review_override SET kid = $2, strikes_envelope = $3 WHERE override_id = $1';
      await sharing.query(update, [overrideId, kid, envelope]);
    };

    test('what an override strikes is struck for nobody, and the rest of the answer is shown', async () => {
      const { held, overrideId, settle } = await aProposal();
      expect((await settle('confirm')).status).toBe(204);
      expect(await visible(held.look)).toEqual(['shown']);
      await forgeStrikes(overrideId);
      expect(await visible(held.look)).toEqual(['withheld']);
      const { body } = await sharing.as(people.igOfficer)('get', `/overrides/${overrideId}`);
      expect(body).toMatchObject({ reason: 'He is on his way to the school.', strikes: [], doesNotOpen: ['strikes'] });
      expect(await found()).toEqual([{ place: 'override', envelopeId: overrideId }]);
    });

    test('what waits for a second person is not confirmed, and can be declined', async () => {
      const { held, overrideId, settle } = await aProposal();
      await forgeStrikes(overrideId);
      const confirmed = await settle('confirm');
      expect([confirmed.status, confirmed.body.code]).toEqual([409, 'SHARING.OVERRIDE_DOES_NOT_OPEN']);
      expect(await visible(held.look)).toEqual(['withheld']);
      expect((await settle('decline')).status).toBe(204);
      const { body } = await sharing.as(people.igOfficer)('get', `/overrides/${overrideId}`);
      expect((body as OverrideDetail).state).toBe('declined');
      expect(await found()).toEqual([{ place: 'override', envelopeId: overrideId }]);
    });

    test('the acceptance of a condition that nobody accepted opens no words', async () => {
      const { row, itemIds } = await enquiry.answer([
        { text: 'Seen near the school.', facts: { handling: 'C', condition: { kind: 'NO_WRITE' } } },
      ]);
      const acceptanceId = newId();
      const { kid, envelope } = await forge<'acceptance'>({ typ: 'acceptance', ...where(), acceptanceId }, { itemIds });
      await sharing.query(
        `INSERT INTO condition_acceptance (acceptance_id, partnership_id, enquiry_id, account_id, accepted_at, kid, envelope)
        VALUES ($1, $2, $3, $4, now(), $5, $6)`,
        [acceptanceId, DEMO_PARTNERSHIP, enquiry.enquiryId, people.analyst.id, kid, envelope],
      );
      expect((await enquiry.released([row])).items).toMatchObject([{ visibility: 'withheld', acceptFirst: true }]);
      expect(await found()).toEqual([{ place: 'acceptance', envelopeId: acceptanceId }]);
    });

    test('the statement of a holder releases nothing', async () => {
      const held = await aHeldItem(sharing, enquiry);
      const { person } = new AHolder(sharing, enquiry);
      const [itemId] = (await held.look()).items.map((item) => item.itemId);
      const statementId = newId();
      const ids = { statementId, itemId: itemId ?? '', agencyId: person.agencyId, authorId: person.id };
      const { kid, envelope } = await forge<'statement'>(
        { typ: 'statement', ...where(), ...ids },
        { reason: 'They have called.' },
        { says: 'condition_met', viewerId: people.analyst.id },
      );
      await sharing.query(
        `INSERT INTO holder_statement (statement_id, partnership_id, enquiry_id, item_id, agency_id, stated_by, stated_at, review_id, kid, envelope)
        VALUES ($1, $2, $3, $4, $5, $6, now(), NULL, $7, $8)`,
        [statementId, DEMO_PARTNERSHIP, enquiry.enquiryId, ids.itemId, ids.agencyId, person.id, kid, envelope],
      );
      expect(await visible(held.look)).toEqual(['withheld']);
      expect(await found()).toEqual([{ place: 'statement', envelopeId: statementId }]);
    });

    test('the reason of a releaser releases nothing', async () => {
      const held = await aHeldItem(sharing, enquiry);
      const header = { typ: 'review', ...where(), reviewId: held.reviewId } as const;
      const ground = 'child_safety_outweighs';
      const { kid, envelope } = await forge<'review'>(header, { reason: 'Because.', ground });
      const body = { answer: 'release', ground, sealedReason: { kid, envelope } };
      const answered = await sharing.as(people.policeLiaison)('post', `/reviews/${held.reviewId}/answer`, body);
      expect([answered.status, answered.body.code]).toEqual([422, 'SHARING.REASON_DOES_NOT_AGREE']);
      expect(await visible(held.look)).toEqual(['withheld']);
    });
  },
);

test('What an erased enquiry has left behind is no forgery, and reported to nobody', async () => {
  const sharing = await startSharing();
  await establish(sharing);
  const enquiry = await AnEnquiry.begin(sharing);
  const { enquiryId } = enquiry;
  const { row } = await enquiry.answer([{ text: 'Known to us.' }]);
  await enquiry.released([row]);
  enquiry.factsAre({ decision: { closed: true } });
  await new Governing(sharing, enquiry).erase();
  const { body } = await sharing.as(people.igOfficer)('get', `/ledger?enquiryId=${enquiryId}`);
  const [entry] = (body as Ledger).entries;
  expect(entry).toMatchObject({ outcome: 'PERMIT' });
  expect(entry).not.toHaveProperty('doesNotOpen');
  expect(await foundIn(sharing, enquiryId)).toEqual([]);
  await sharing.close();
});

test('A key that somebody emptied is no erasure: what lies under it is reported, and an answer is not called erased', async () => {
  const sharing = await startSharing();
  await establish(sharing);
  const enquiry = await AnEnquiry.begin(sharing);
  const { enquiryId } = enquiry;
  const { row } = await enquiry.answer([{ text: 'Known to us.' }]);
  await enquiry.released([row]);
  await sharing.query('UPDATE enquiry_key SET wrapped = NULL, destroyed_at = now() WHERE enquiry_id = $1', [enquiryId]);
  const { body } = await sharing.as(people.igOfficer)('get', `/ledger?enquiryId=${enquiryId}`);
  expect((body as Ledger).entries).toMatchObject([{ outcome: 'PERMIT', doesNotOpen: true }]);
  expect(await foundIn(sharing, enquiryId)).toMatchObject([{ place: 'ledger' }]);
  const opening = sharing.app
    .get(KeyStore)
    .privateKeyFor(row.sealed.kid, { partnershipId: DEMO_PARTNERSHIP, enquiryId });
  await expect(opening).rejects.toMatchObject({ code: 'SEAL.KEY_GONE' });
  await sharing.close();
});

test('A forged line is reported once, by however many processes it is come across', async () => {
  const sharing = await startSharing();
  await establish(sharing);
  const enquiry = await AnEnquiry.begin(sharing);
  const { enquiryId } = enquiry;
  const { row } = await enquiry.answer([{ text: 'Known to us.' }]);
  await enquiry.released([row]);
  const [line] = await sharing.query<{ detail: string }>(
    'SELECT detail_id AS detail FROM disclosure WHERE enquiry_id = $1',
    [enquiryId],
  );
  const forge = 'UPDATE disclosure_detail SET envelope = $2 WHERE detail_id = $1';
  const read = (by: Pick<Sharing, 'as'>) => by.as(people.igOfficer)('get', `/ledger?enquiryId=${enquiryId}`);
  await sharing.query(forge, [line?.detail, row.sealed.envelope]);
  const second = await sharing.another();
  await Promise.all([read(sharing), read(second), read(second)]);
  const once = [{ place: 'ledger', envelopeId: line?.detail }];
  expect(await foundIn(sharing, enquiryId)).toEqual(once);
  await sharing.query(forge, [line?.detail, 'not.even.an.envelope.here']);
  await read(second);
  expect(await foundIn(sharing, enquiryId)).toEqual([...once, ...once]);
  await second.close();
  await sharing.close();
});
