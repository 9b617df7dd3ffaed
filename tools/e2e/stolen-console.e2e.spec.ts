import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { KeyLeases, newId } from '@mash/contracts';
import { SignJWT } from 'jose';
import { z } from 'zod';
import { walkTables } from './support/catalogue';
import { aFamily } from './support/family';
import { call, type Answer } from './support/http';
import { once } from './support/once';
import { endpointsOf, filled } from './support/open-api';
import { ACCOUNTS } from './support/people';
import { identityUrl, secrets, SERVICES, setting, type ServiceName } from './support/platform';
import { envelopesOf } from './support/releasing';
import { Story } from './support/story';
import { systemToken } from './support/tokens';
import { Visitor } from './support/visitor';

const SEEN = 'Saffron herons were seen by the weir at dusk.';
const story = new Story({
  family: aFamily({ surname: 'Quarterjack', narrative: SEEN }),
  findings: { 'riverside-police': [{ category: 'police-incidents', text: SEEN }] },
});

/** Everything that the console has: its secrets, and every value of every table of its database while people are signed in. */
const loot = once(async () => {
  await story.checked();
  const analyst = new Visitor();
  await analyst.signIn('analyst');
  await analyst.get('/queue');
  await analyst.get(`/enquiries/${(await story.opened()).enquiryReference}/contact`);
  const dump: string[] = [];
  const ofSessions: string[] = [];
  const sessions: string[] = [];
  await walkTables('web-console', ({ column, text }) => {
    dump.push(text);
    if (column.startsWith('session.')) ofSessions.push(text);
    if (column === 'session.sid') sessions.push(text);
  });
  const Kept = z.object({ sessionSecret: z.string() });
  const { sessionSecret } = Kept.parse(JSON.parse(readFileSync(setting('MASH_TEST_SECRETS'), 'utf8')));
  const clientSecret = secrets().clients['web-console'] ?? '';
  const signingKey = secrets().signingKeys['web-console'] ?? {};
  return { analyst, dump, ofSessions, sessions, sessionSecret, clientSecret, signingKey };
});

const tokenEndpoint = async (fields: Record<string, string>): Promise<Response> => {
  const { clientSecret } = await loot();
  const authorization = `Basic ${Buffer.from(`web-console:${clientSecret}`).toString('base64')}`;
  const headers = { authorization, 'content-type': 'application/x-www-form-urlencoded' };
  return fetch(`${identityUrl()}/token`, { method: 'POST', headers, body: new URLSearchParams(fields).toString() });
};

/** Every call that could open something: each endpoint of each service, and releases with whole and valid bodies. */
async function everything(token: string): Promise<Answer[]> {
  const enquiryId = await story.enquiryId();
  const answers: Answer[] = [];
  for (const service of SERVICES)
    for (const { method, path } of await endpointsOf(service)) {
      const url = filled(path, (parameter) => (parameter === 'enquiryId' ? enquiryId : newId()));
      answers.push(await call(token, service, url, { method, ...(method === 'GET' ? {} : { body: {} }) }));
    }
  const envelopes = (await story.checked()).flatMap(envelopesOf);
  for (const mode of ['content', 'ask', 'onward', 'protect']) {
    const body = { releaseId: newId(), enquiryId, mode, purpose: 'EH', envelopes };
    answers.push(await call(token, 'sharing', '/releases', { method: 'POST', body }));
  }
  return answers;
}
const hasSeen = (text: string): boolean => /saffron|herons|quarterjack/i.test(text);

describe('With everything stolen from the console', () => {
  test('the dump itself says nothing: no word of a family, no name of who is signed in, no token', async () => {
    const { dump, sessions, analyst } = await loot();
    expect(sessions.length).toBeGreaterThan(0);
    expect(hasSeen(analyst.html)).toBe(true); // the person signed in reads it: so there is something to steal
    for (const text of dump) {
      expect(hasSeen(text)).toBe(false);
      expect(text).not.toContain('Callum');
      // The overflow key lies there as `sharing` signed it: a public key, with which one can seal and open nothing.
      for (const [, header = ''] of text.matchAll(/(eyJ[\w-]+)\.[\w-]+\.[\w-]+/g))
        expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toMatchObject({ typ: 'mash-key-lease' });
    }
  });

  test('its own credentials get no scope but the lease of public keys', async () => {
    for (const service of SERVICES)
      for (const scope of [
        'facts:read',
        'facts:dates',
        'facts:named',
        'internal',
        'capabilities:use',
        'requests:read',
        'contacts:create',
      ]) {
        const resource = `urn:mash:${service}`;
        const response = await tokenEndpoint({ grant_type: 'client_credentials', resource, scope });
        expect({ service, scope, status: response.status }).toEqual({ service, scope, status: 400 });
      }
  });

  test.each(SERVICES)('a token of its own for %s opens nothing anywhere', async (audience) => {
    const token = await systemToken('web-console', audience, 'keys:lease');
    const answers = await everything(token);
    expect(answers.filter(({ body }) => hasSeen(JSON.stringify(body)))).toEqual([]);
    const granted = answers.filter(({ status }) => status < 300).length;
    expect(granted).toBeLessThanOrEqual(audience === 'sharing' ? 2 : 0); // the overflow key asks for a partnership; a bound key is public
  });

  test('no value of any session is a refresh token or a bearer token', async () => {
    const { ofSessions } = await loot();
    const parts = [...new Set(ofSessions.flatMap((text) => text.match(/[\w.~+/=-]{20,}/g) ?? []))];
    expect(parts.length).toBeGreaterThan(0);
    for (const value of parts) {
      const resource = 'urn:mash:sharing';
      const refreshed = await tokenEndpoint({ grant_type: 'refresh_token', refresh_token: value, resource });
      expect(refreshed.status).toBe(400);
      expect((await call(value, 'sharing', '/reviews')).status).toBe(401);
    }
  });

  test('a token that it signs itself is nobody’s', async () => {
    const { signingKey } = await loot();
    const claims = { roles: ['mash-manager'], agency: 'riverside-council', agency_kind: 'council', clearances: [] };
    for (const service of SERVICES) {
      const token = await new SignJWT({ ...claims, partnership: '01980000-0000-7000-8000-000000000001' })
        .setProtectedHeader({ alg: 'EdDSA', kid: String(signingKey['kid']), typ: 'at+jwt' })
        .setIssuer(identityUrl())
        .setAudience(`urn:mash:${service}`)
        .setSubject(ACCOUNTS.manager)
        .setIssuedAt()
        .setExpirationTime('300s')
        .sign(signingKey);
      for (const { status } of await everything(token)) expect([401, 404, 405]).toContain(status);
    }
  });

  test('a session that is made up from its row and the session secret is not signed in, though its person is just now', async () => {
    const { sessions, sessionSecret, analyst } = await loot();
    const madeUp: string[] = [];
    const { enquiryReference } = await story.opened();
    for (const sid of sessions) {
      const signature = createHmac('sha256', sessionSecret).update(sid).digest('base64').replace(/=+$/, '');
      const thief = new Visitor();
      madeUp.push(encodeURIComponent(`s:${sid}.${signature}`));
      thief.setCookie('session', madeUp.at(-1) ?? '');
      for (const path of [
        '/queue',
        `/enquiries/${enquiryReference}/contact`,
        `/enquiries/${enquiryReference}/picture`,
      ]) {
        await thief.get(path);
        expect({ path, at: thief.path, seen: hasSeen(thief.html) }).toMatchObject({ path, seen: false });
        expect(thief.path).not.toBe(path);
      }
    }
    expect(madeUp).toContain(analyst.cookie('session')); // it is the very cookie: what lacks is the key beside it
  });

  test('the demo tokens are not the console’s to ask for', async () => {
    const { clientSecret } = await loot();
    const authorization = `Basic ${Buffer.from(`web-console:${clientSecret}`).toString('base64')}`;
    const body = JSON.stringify({ accountId: ACCOUNTS.manager, resource: 'urn:mash:sharing' });
    const headers = { authorization, 'content-type': 'application/json' };
    expect((await fetch(`${identityUrl()}/demo/token`, { method: 'POST', headers, body })).status).toBe(401);
  });

  test('what is left: one can lease public keys, to which anybody may seal and nobody can open', async () => {
    const token = await systemToken('web-console', 'sharing', 'keys:lease');
    const body = { partnershipId: '01980000-0000-7000-8000-000000000001', use: 'enquiry', count: 1 };
    const { body: leased } = await call(token, 'sharing' satisfies ServiceName, '/keys/leases', {
      method: 'POST',
      body,
    });
    const [lease] = KeyLeases.parse(leased).leases;
    expect(Object.keys(lease?.publicKey ?? {}).sort()).toEqual(['crv', 'kid', 'kty', 'x']);
  });
});
