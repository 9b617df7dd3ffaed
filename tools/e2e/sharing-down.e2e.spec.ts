import { ContactDetail, DEMO_PARTNERSHIP, KeyLease, KeyLeases, newId } from '@mash/contracts';
import { KeyPool, SealingPublicKey, SigningPublicKey } from '@mash/sealing';
import { establishedPartnership } from './support/established-partnership';
import { eventually } from './support/eventually';
import { aFamily } from './support/family';
import { call, callAs, read } from './support/http';
import { once } from './support/once';
import { secrets } from './support/platform';
import { contactOf, send } from './support/recording';
import { release } from './support/releasing';
import { keyOf } from './support/sealing';
import { restart, without } from './support/service-switch';
import { systemToken } from './support/tokens';
import { Visitor } from './support/visitor';

const AFTER_A_RESTART = 'She has rung twice and nobody came.';
const THROUGH_THE_CONSOLE = 'He stands in the yard and will not go home.';

async function asClient(path: string, body?: unknown): Promise<unknown> {
  const token = await systemToken('web-console', 'sharing', 'keys:lease');
  return (await call(token, 'sharing', path, body === undefined ? {} : { method: 'POST', body })).body;
}

/** A pool as the console and agencies' clients keep it: two keys in advance, and the overflow key. */
function aPool(): KeyPool {
  const { d: _private, ...sharingKey } = secrets().signingKeys['sharing'] ?? {};
  return new KeyPool({
    partnershipId: DEMO_PARTNERSHIP,
    use: 'enquiry',
    sharingKey: SigningPublicKey.parse(sharingKey),
    now: () => new Date(),
    lowWater: 1,
    highWater: 2,
    retryAfter: 200,
    lease: async (count) => ({
      keys: KeyLeases.parse(await asClient('/keys/leases', { partnershipId: DEMO_PARTNERSHIP, use: 'enquiry', count }))
        .leases,
      overflow: KeyLease.parse(await asClient(`/keys/overflow?partnershipId=${DEMO_PARTNERSHIP}`)),
    }),
  });
}

const SURNAMES = ['Kestrelman', 'Larkfield', 'Merlinson', 'Nightjar'];

/** `sharing` is stopped, concerns come in by the console and by the API, and it is started again. */
const story = once(async () => {
  await establishedPartnership();
  const [pool, teacher] = [aPool(), new Visitor()];
  await pool.start();
  await teacher.signIn('teacher');
  await teacher.get('/contacts/new/urgent'); // the console keeps a pool from its start
  const down = await without('sharing', async () => {
    const isDown = await callAs('analyst', 'sharing', '/agencies').then(
      () => false,
      () => true,
    );
    const uses: string[] = [];
    const receipts = [];
    for (const surname of SURNAMES) {
      const lease = pool.take();
      uses.push(lease.use);
      const family = aFamily({ surname, narrative: `The worry about ${surname}.` });
      const contact = await contactOf(family, 'teacher', { publicKey: SealingPublicKey.parse(lease.publicKey) });
      receipts.push(await send('teacher', contact));
    }
    await teacher.get('/contacts/new/urgent');
    const page = teacher.status;
    await teacher.send(teacher.path, { narrative: THROUGH_THE_CONSOLE, forenames: 'Invented' });
    const sent = { status: teacher.status, path: teacher.path };
    await restart('web-console');
    await teacher.get('/contacts/new/urgent');
    await teacher.send(teacher.path, { narrative: AFTER_A_RESTART, forenames: 'Invented' });
    const afterRestart = { status: teacher.status, path: teacher.path };
    return { isDown, uses, receipts, page, sent, afterRestart };
  });
  await eventually(() => expect(pool.size).toBeGreaterThan(0), 60);
  pool.stop();
  return { ...down, pool };
});

/** The concern of an enquiry as an analyst reads it, once `sharing` has bound its key. */
const concernOf = (enquiryId: string): Promise<string> =>
  eventually(async () => {
    const { contactId, sealed } = await read(
      'analyst',
      'contact-intake',
      `/enquiries/${enquiryId}/contact`,
      ContactDetail,
    );
    const row = { typ: 'contact', version: 1, envelopeId: contactId, contactId, sealed } as const;
    const { items, refused } = await release('analyst', { enquiryId, envelopes: [row] });
    if (refused.length > 0 || items.length === 0) throw new Error(`not bound yet: ${JSON.stringify(refused)}`);
    return JSON.stringify(items);
  }, 60);

describe('While sharing is down', () => {
  test('concerns are taken in: sealed to keys leased before, and to the overflow key when there are none', async () => {
    const { isDown, uses, receipts } = await story();
    expect(isDown).toBe(true);
    expect(uses).toEqual(['enquiry', 'enquiry', 'overflow', 'overflow']);
    expect(receipts.every(({ reference }) => reference.startsWith('C-'))).toBe(true);
  });

  test('the console still takes an urgent concern', async () => {
    const { page, sent } = await story();
    expect(page).toBe(200);
    expect(sent).toMatchObject({ status: 200, path: expect.stringMatching(/^\/contacts\/C-[0-9A-Z]+/) as string });
  });

  test('so does a console that was started anew meanwhile, with an empty pool: the overflow key was kept', async () => {
    const { afterRestart } = await story();
    const receipt = expect.stringMatching(/^\/contacts\/C-[0-9A-Z]+/) as string;
    expect(afterRestart).toMatchObject({ status: 200, path: receipt });
  });
});

describe('When it is there again', () => {
  test.each(SURNAMES.map((surname, at) => [at, surname] as const))(
    'the concern of family %i opens to the hub',
    async (at, surname) => {
      const { receipts } = await story();
      expect(await concernOf(receipts[at]?.enquiryId ?? '')).toContain(`The worry about ${surname}.`);
    },
  );

  test('each enquiry has a key of its own: those that shared the overflow key too', async () => {
    const { receipts } = await story();
    const kids = await Promise.all(
      receipts.map(({ enquiryId }) => eventually(async () => (await keyOf(enquiryId)).kid)),
    );
    expect(new Set(kids).size).toBe(SURNAMES.length);
  });

  test('a concern that shared the overflow key opens in its own enquiry alone', async () => {
    const { receipts } = await story();
    const [, , one, other] = receipts;
    const path = `/enquiries/${one?.enquiryId ?? ''}/contact`;
    const { contactId, sealed } = await read('analyst', 'contact-intake', path, ContactDetail);
    const row = { typ: 'contact', version: 1, envelopeId: contactId, contactId, sealed } as const;
    const elsewhere = await release('analyst', { enquiryId: other?.enquiryId ?? newId(), envelopes: [row] });
    expect(elsewhere).toMatchObject({ items: [], refused: [{ code: expect.stringMatching(/^S/) as string }] });
  });

  test('what came through the console opens as well, before and after its restart', async () => {
    const { sent, afterRestart } = await story();
    for (const [{ path }, words] of [
      [sent, THROUGH_THE_CONSOLE],
      [afterRestart, AFTER_A_RESTART],
    ] as const) {
      const contact = /C-[2-9A-Z]{7}/.exec(path)?.[0] ?? `no receipt at ${path}`;
      const { enquiryId } = await read('teacher', 'contact-intake', `/contacts/${contact}`, ContactDetail);
      expect(await concernOf(enquiryId)).toContain(words);
    }
  });

  test('the pool fills itself again in the background', async () => {
    const { pool } = await story();
    expect(pool.size).toBeGreaterThan(0);
  });
});
