import { DEMO_PARTNERSHIP } from '@mash/contracts';
import { grantsOf, createDataSource } from '@mash/persistence';
import { STUB_PEOPLE } from '../browser-tests/stubs/stub-people';
import { PlainVisitor } from '../browser-tests/support/plain-visitor';
import { PlatformOnStubs } from '../browser-tests/support/platform-on-stubs';
import { HeldPosts, MOST_HELD } from './session/held-posts';

const CANARY = 'a burn like a crescent moon on his left arm';

describe('The console', () => {
  const its = PlatformOnStubs.forTheseTests();
  const visitor = () => new PlainVisitor(its.platform.consoleUrl);
  const teacher = () => visitor().signIn('Amara Osei');

  afterEach(() => its.platform.state.down.clear());

  test('the first two pages after sign-in carry one and the same token for their forms', async () => {
    const someone = await visitor().signIn('Amara Osei', '/sign-in/start?from=/session');
    const cookie = ['session', 'session-key'].map((name) => `${name}=${someone.cookie(name) ?? ''}`).join('; ');
    const tokenOf = async () => {
      const page = await fetch(`${its.platform.consoleUrl}/contacts`, { headers: { cookie } });
      return /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1];
    };
    const [one, other] = await Promise.all([tokenOf(), tokenOf()]);
    expect(one).toBeDefined();
    expect(other).toBe(one);
  });

  describe('signing in', () => {
    test('leads each person to the start page of their role', async () => {
      expect((await teacher()).path).toBe('/contacts');
      expect((await visitor().signIn('Sophie Lindqvist')).path).toBe('/intake');
    });

    test('leads back to the page that was asked for', async () => {
      const someone = await visitor().get('/mailbox');
      expect([someone.path, someone.status]).toEqual(['/sign-in', 200]);
      await someone.get('/sign-in/start?from=/mailbox');
      const [, link = ''] = /href="([^"]+)">Amara Osei</.exec(someone.html) ?? [];
      expect(link).toContain('redirect_uri');
    });

    test('keeps no name, no token and no refresh token readable in the session table', async () => {
      const someone = await teacher();
      const [, sid = ''] = /^s%3A([^.]+)\./.exec(someone.cookie('session') ?? '') ?? [];
      const [row] = await its.query('SELECT sess::text AS text FROM session WHERE sid = $1', [sid]);
      const text = String(row?.['text']);
      expect(text).toContain('sealed');
      for (const word of ['Amara', 'referrer', STUB_PEOPLE.teacher.sub, 'refresh', 'eyJ'])
        expect(text).not.toContain(word);
    });

    test('ends where the cookie that holds the key is gone, or is another session’s', async () => {
      const [one, other] = [await teacher(), await teacher()];
      one.setCookie('session-key', other.cookie('session-key') ?? '');
      expect((await one.get('/contacts')).path).toBe('/sign-in');
      other.forget('session-key');
      expect((await other.get('/contacts')).path).toBe('/sign-in');
    });

    test('ends where the provider has ended it, and leads to sign-in rather than round', async () => {
      const someone = await visitor().signIn('Priya Raman');
      await fetch(`${its.platform.identityUrl}/end-all`, { method: 'POST' });
      expect((await someone.get('/reviews')).path).toBe('/sign-in');
      expect(someone.status).toBe(200);
      expect((await someone.signIn('Priya Raman')).status).toBe(200);
    });

    test('ends both sessions on sign-out', async () => {
      const someone = await teacher();
      expect((await someone.send('/sign-out', {})).path).toBe('/signed-out');
      expect((await someone.get('/contacts')).path).toBe('/sign-in');
    });
  });

  describe('each page', () => {
    test('is kept by nobody’s cache, hands on no address, and runs only its own scripts', async () => {
      const response = await fetch(`${its.platform.consoleUrl}/sign-in`);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
      expect(response.headers.get('content-security-policy')).toMatch(
        /default-src 'none';script-src 'self' 'nonce-[^']+'/,
      );
    });

    test('that one’s role is not offered reads like one that does not exist', async () => {
      const someone = await teacher();
      for (const path of ['/intake', '/nothing-here', '/contacts/C-2222222']) {
        await someone.get(path);
        expect([someone.status, someone.html.includes('Page not found')]).toEqual([404, true]);
      }
    });

    test('refuses a form that was not made for this session', async () => {
      const response = await (await teacher()).sendBare('/sign-out', { _csrf: 'forged' });
      expect(response.status).toBe(403);
    });

    test('says that audit is down, and shows nothing', async () => {
      const someone = await teacher();
      its.platform.state.down.add('audit');
      await someone.get('/contacts');
      expect([someone.status, someone.html.includes('We cannot record that you looked')]).toEqual([503, true]);
    });

    test('says which service does not answer', async () => {
      const someone = await teacher();
      its.platform.state.down.add('contact-intake');
      await someone.get('/mailbox');
      expect([someone.status, someone.html.includes('The contacts service does not answer')]).toEqual([503, true]);
    });
  });

  describe('a concern', () => {
    const begin = async (): Promise<{ someone: PlainVisitor; base: string }> => {
      const someone = await (await teacher()).get('/contacts/new');
      return { someone, base: someone.path.replace(/\/danger$/, '') };
    };

    test('is sealed whenever a step is left, and read back as it was typed', async () => {
      const { someone, base } = await begin();
      await someone.send(`${base}/danger`, { danger: 'no', action: 'continue' });
      await someone.get(`${base}/concern`);
      await someone.send(`${base}/concern`, { narrative: CANARY, action: 'continue' });
      expect(someone.path).toBe(`${base}/children`);
      expect(JSON.stringify([...its.platform.state.drafts])).not.toContain('crescent');
      expect((await someone.get(`${base}/concern`)).html).toContain(CANARY);
    });

    test('keeps what was typed where something is missing, and links the error to its field', async () => {
      const { someone, base } = await begin();
      await someone.get(`${base}/you`);
      await someone.send(`${base}/you`, {
        source: '2A',
        reply: 'telephone',
        knowsFamilyHow: 'Year 4',
        action: 'continue',
      });
      expect([someone.status, someone.path]).toEqual([400, `${base}/you`]);
      expect(someone.html).toContain('href="#telephone"');
      expect((await someone.get(`${base}/you`)).html).toContain('Year 4');
    });

    test('left half-way is on the list of its author, leads to where something is missing, and leaves the list when sent', async () => {
      const { someone, base } = await begin();
      await someone.send(`${base}/danger`, { danger: 'no', action: 'continue' });
      await someone.get('/contacts');
      expect(someone.html).toContain(`href="${base}"`);
      expect((await someone.get(base)).path).toBe(`${base}/concern`);
      await someone.send(`${base}/concern`, { narrative: CANARY, action: 'send-now' });
      expect((await someone.get('/contacts')).html).not.toContain(`href="${base}"`);
    });

    test('belongs to its author: to anybody else it is a new and empty one', async () => {
      const { someone, base } = await begin();
      await someone.get(`${base}/concern`);
      await someone.send(`${base}/concern`, { narrative: CANARY, action: 'continue' });
      const other = await (await visitor().signIn('Tom Whitlock')).get(`${base}/concern`);
      expect(other.html).not.toContain('crescent');
    });

    test('marked urgent goes with one line, whatever is missing', async () => {
      const { someone, base } = await begin();
      await someone.get(`${base}/concern`);
      await someone.send(`${base}/concern`, { narrative: CANARY, action: 'send-now' });
      expect(someone.path).toMatch(/^\/contacts\/C-[2-9A-Z]{7}\/receipt$/);
      const [, , reference = ''] = someone.path.split('/');
      const kept = its.platform.state.contacts.get(reference);
      expect(kept?.sent).toMatchObject({ urgent: true, people: [] });
      expect(someone.html).not.toContain('crescent');

      const { kid, envelope } = kept?.sealed ?? { kid: '', envelope: '' };
      const expected = {
        typ: 'contact',
        partnershipId: DEMO_PARTNERSHIP,
        version: 1,
        contactId: kept?.contactId ?? '',
      } as const;
      const concern = await its.platform.state.open(kid, envelope, expected);
      expect(concern).toMatchObject({ narrative: CANARY });
      expect(JSON.stringify(concern)).not.toContain('Osei');
      const caller = kept?.sent.sealedCaller?.envelope ?? '';
      expect(await its.platform.state.open(kid, caller, { ...expected, typ: 'caller' })).toMatchObject({
        name: 'Amara Osei',
      });
    });

    test('without a word asks for one line before it goes', async () => {
      const { someone, base } = await begin();
      await someone.send(`${base}/danger`, { danger: 'yes', action: 'send-now' });
      expect(someone.path).toBe(`${base}/urgent`);
      expect((await someone.send(`${base}/urgent`, {})).path).toMatch(/receipt$/);
    });

    test('that is not urgent is not sent while something is left silent', async () => {
      const { someone, base } = await begin();
      await someone.get(`${base}/check`);
      const before = its.platform.state.contacts.size;
      await someone.send(`${base}/check`, { action: 'send' });
      expect([someone.status, its.platform.state.contacts.size]).toEqual([400, before]);
      expect(someone.html).toContain(`href="${base}/children"`);
    });

    test('typed on a page whose session has ended is kept sealed, and given back to the same person only', async () => {
      const { someone, base } = await begin();
      await someone.get(`${base}/concern`);
      someone.forget('session', 'session-key');
      await someone.send(`${base}/concern`, { narrative: CANARY, action: 'continue' });
      expect(someone.path).toBe('/sign-in');
      expect(someone.html).toContain('What you pressed has not been sent');
      expect(JSON.stringify(await its.query('SELECT * FROM held_post'))).not.toContain('crescent');

      const other = new PlainVisitor(its.platform.consoleUrl);
      for (const name of someone.cookiesFrom('held')) other.setCookie(name, someone.cookie(name) ?? '');
      await (await other.signIn('Tom Whitlock')).get(`${base}/concern`);
      expect(other.html).not.toContain('crescent');

      await (await someone.signIn('Amara Osei')).get(`${base}/concern`);
      expect(someone.html).toContain(CANARY);
      expect(await its.query('SELECT * FROM held_post')).toEqual([]);
    });

    test('typed by somebody who has never signed in is not kept, whatever they claim', async () => {
      const { someone, base } = await begin();
      const mine =
        new RegExp('name="_owner" value="([^"]+)"').exec((await someone.get(`${base}/concern`)).html)?.[1] ?? '';
      const [owner = '', hour = '', proof = ''] = mine.split('.');
      const long = `${owner}.${String(Number(hour) - 25)}.${proof}`;
      for (const mark of ['', 'x', 'x.1.y', owner, `${owner}.${hour}.${owner}`, long, `x.${hour}.${proof}`]) {
        const body = new URLSearchParams({ _owner: mark, narrative: 'x'.repeat(100_000) });
        const sent = await fetch(`${its.platform.consoleUrl}${base}/concern`, {
          method: 'POST',
          body,
          redirect: 'manual',
        });
        expect([sent.status, sent.headers.get('set-cookie') ?? '']).toEqual([
          303,
          expect.not.stringContaining('held-'),
        ]);
      }
      expect(await its.query('SELECT 1 FROM held_post')).toEqual([]);
    });

    test('is not kept where as much lies there as may; when that has run out it is kept again', async () => {
      const { someone, base } = await begin();
      await someone.get(`${base}/concern`);
      const form = someone.html;
      const mark = new RegExp('name="_owner" value="([^"]+)"').exec(form)?.[1] ?? '';
      const send = async () => {
        const body = new URLSearchParams({ _owner: mark, narrative: CANARY });
        return fetch(`${its.platform.consoleUrl}${base}/concern`, { method: 'POST', body, redirect: 'manual' });
      };
      const count = async () => (await its.query('SELECT 1 FROM held_post')).length;
      const fill = (left: string) =>
        its.query(
          `INSERT INTO held_post SELECT gen_random_uuid(), 'x', now() + $1::interval FROM generate_series(1, $2::int)`,
          [left, MOST_HELD.posts],
        );
      await fill('1 hour');
      expect((await send()).headers.get('set-cookie') ?? '').not.toContain('held-');
      expect(await count()).toBe(MOST_HELD.posts);
      await its.query('DELETE FROM held_post');
      await fill('-1 day');
      expect((await send()).headers.get('set-cookie')).toContain('held-');
      await its.platform.app.get(HeldPosts).sweep();
      expect(await count()).toBe(1);
      await its.query('DELETE FROM held_post');
    });

    test('added to an earlier one is linked to it', async () => {
      const { someone, base } = await begin();
      await someone.get(`${base}/urgent`);
      await someone.send(`${base}/urgent`, { narrative: 'First' });
      const [, , reference = ''] = someone.path.split('/');
      await someone.get(`/contacts/${reference}`);
      await someone.send(`/contacts/${reference}/add`, {});
      await someone.get(someone.path.replace('danger', 'concern'));
      await someone.send(someone.path, { narrative: 'More', action: 'send-now' });
      const [, , second = ''] = someone.path.split('/');
      expect(its.platform.state.contacts.get(second)?.sent.linkedContactId).toBe(
        its.platform.state.contacts.get(reference)?.contactId,
      );
    });
  });

  describe('a call', () => {
    test('seals who called apart from what they said', async () => {
      const officer = await (await visitor().signIn('Sophie Lindqvist')).get('/intake/call');
      const fields = {
        kind: 'public',
        narrative: CANARY,
        'caller-name': 'Mrs Underhill',
        'caller-telephone': '01632 960 777',
        'child1-forenames': 'Rosa',
        urgent: 'no',
      };
      await officer.send(officer.path, { ...fields, action: 'record' });
      const [, , reference = ''] = officer.path.split('/');
      const kept = its.platform.state.contacts.get(reference);
      expect(kept?.sent).toMatchObject({ referrerKind: 'public', source: '1B', reply: 'telephone' });
      expect(JSON.stringify(kept?.sent)).not.toMatch(/Underhill|960 777/);

      const ids = { partnershipId: DEMO_PARTNERSHIP, version: 1, contactId: kept?.contactId ?? '' };
      const { kid, envelope } = kept?.sealed ?? { kid: '', envelope: '' };
      const concern = await its.platform.state.open(kid, envelope, { typ: 'contact', ...ids });
      expect(JSON.stringify(concern)).not.toContain('Underhill');
      const caller = kept?.sent.sealedCaller?.envelope ?? '';
      expect(await its.platform.state.open(kid, caller, { typ: 'caller', ...ids })).toMatchObject({
        name: 'Mrs Underhill',
      });
    });

    test('seals nothing of a caller who will not say who they are', async () => {
      const officer = await (await visitor().signIn('Sophie Lindqvist')).get('/intake/call');
      const fields = { kind: 'anonymous', narrative: CANARY, 'child1-forenames': 'Rosa', urgent: 'no' };
      await officer.send(officer.path, { ...fields, action: 'record' });
      const [, , reference = ''] = officer.path.split('/');
      expect(its.platform.state.contacts.get(reference)?.sent).not.toHaveProperty('sealedCaller');
    });
  });

  test('has only the grants that sessions, held posts and overflow leases need', async () => {
    const owner = createDataSource({ url: its.database.ownerUrl, poolSize: 1 });
    await owner.initialize();
    expect(await grantsOf(owner, its.database.appRole)).toEqual({
      held_post: ['DELETE', 'INSERT', 'SELECT'],
      overflow_lease: ['INSERT', 'SELECT', 'UPDATE'],
      session: ['DELETE', 'INSERT', 'SELECT', 'UPDATE'],
    });
    await owner.destroy();
  });
});
