import { randomUUID } from 'node:crypto';
import { newId } from '@mash/contracts';
import { freshDatabase, type FreshDatabase } from '@mash/testing';
import { Client } from 'pg';
import { ASKED } from '../browser-tests/stubs/asking/asked-ids';
import { DECIDED } from '../browser-tests/stubs/decided-enquiry';
import { RECALLED } from '../browser-tests/stubs/recalling/recall-ids';
import { REVIEWING } from '../browser-tests/stubs/reviewing/reviewing-routes';
import { startStubPlatform, type StubPlatform } from '../browser-tests/stubs/stub-platform';
import { PlainVisitor } from '../browser-tests/support/plain-visitor';
import { migrations } from './persistence/migrations';
import { HeldPosts, MOST_HELD, MOST_OF_A_BROWSER } from './session/held-posts';

const CANARY = 'a burn like a crescent moon';
const NOT_SENT = 'This has not been sent yet';
const FILLED_IN = 'Nothing has come of what you pressed';
const DECLINE = '/not-sent/decline';
const BREACH = `/ig/breaches/${RECALLED.breachId}`;
const ENQUIRY = `/enquiries/${DECIDED.reference}`;
const ROUTE = `${ENQUIRY}/route`;
const INBOX = `/inbox/${DECIDED.routeId}`;
const STATED = { says: 'what_happened', words: CANARY };
const DECISION = {
  'view-riverside-police': 'agrees',
  'view-riverside-health-trust': 'no_answer',
  [`confirm-${DECIDED.silentRequest}`]: 'yes',
  [`outcome-${DECIDED.child}`]: 'early_help',
  [`outcome-${DECIDED.baby}`]: 'universal',
  ...{ strategy: 'considered_not_held', whoTellsFamily: 'receiving_team' },
  ...{ worried: 'So.', workingWell: 'So.', needsToHappen: 'So.', strategyReason: 'So.' },
};

describe('A form that is held for whoever wrote it', () => {
  let database: FreshDatabase;
  let platform: StubPlatform;
  beforeAll(async () => {
    database = await freshDatabase('web-console', migrations);
    platform = await startStubPlatform(database.appUrl);
  });
  afterAll(async () => {
    await platform.close();
    await database.drop();
  });
  beforeEach(() => query('DELETE FROM held_post'));

  const query = async (sql: string, values: readonly unknown[] = []) => {
    const client = new Client({ connectionString: database.appUrl });
    await client.connect();
    const { rows } = await client.query<Record<string, unknown>>(sql, [...values]);
    await client.end();
    return rows;
  };
  const held = async () => (await query('SELECT 1 FROM held_post')).length;
  const signedIn = (name: string) => new PlainVisitor(platform.consoleUrl).signIn(name);
  const endSession = (someone: PlainVisitor) => someone.forget('session', 'session-key');
  /** Presses a button of the page that they have open, after its session has ended. */
  const pressLate = async (someone: PlainVisitor, html: string, path: string, fields: Record<string, string>) => {
    endSession(someone);
    someone.html = html;
    await someone.send(path, fields);
    expect(someone.path).toBe('/sign-in');
    return someone;
  };
  const breachPressed = async () => {
    const someone = await signedIn('Helen Forsyth');
    const { html } = await someone.get(BREACH);
    return { someone: await pressLate(someone, html, BREACH, STATED), html };
  };
  const stated = () => platform.recalling.stated.length;

  describe('is shown until it is sent or declined', () => {
    test('again each time that the page is asked for; and no more once it was sent', async () => {
      const { someone } = await breachPressed();
      await someone.signIn('Helen Forsyth');
      for (const _reload of [1, 2]) {
        await someone.get(BREACH);
        expect(someone.html).toContain(NOT_SENT);
        expect(someone.html).toContain(CANARY);
      }
      const before = stated();
      await someone.sendForm(BREACH);
      expect([stated(), await held(), someone.cookiesFrom('held')]).toEqual([before + 1, 0, []]);
      expect((await someone.get(BREACH)).html).not.toContain(NOT_SENT);
    });

    test('or the person says that they will not send it', async () => {
      const { someone } = await breachPressed();
      await (await someone.signIn('Helen Forsyth')).get(BREACH);
      const before = stated();
      await someone.sendForm(DECLINE);
      expect([someone.path, someone.html.includes(CANARY)]).toEqual([BREACH, false]);
      expect([stated(), await held(), someone.cookiesFrom('held')]).toEqual([before, 0, []]);
    });

    test('also where it was refused, and its errors put right', async () => {
      const someone = await signedIn('Helen Forsyth');
      const { html } = await someone.get(BREACH);
      await pressLate(someone, html, BREACH, { words: CANARY });
      await (await someone.signIn('Helen Forsyth')).get(BREACH);
      await someone.sendForm(BREACH);
      expect([someone.status, await held()]).toEqual([400, 1]);
      await someone.send(BREACH, STATED);
      expect([someone.status, await held()]).toEqual([200, 0]);
    });

    test('on a page that fills itself in too, which says that nothing came of the press', async () => {
      const page = `/contacts/new/${newId()}/adults/${newId()}`;
      const someone = await signedIn('Amara Osei');
      const { html } = await someone.get(page);
      await pressLate(someone, html, page, { surname: 'Crescent', action: 'add-another' });
      await someone.signIn('Amara Osei');
      for (const _reload of [1, 2]) {
        await someone.get(page);
        expect(someone.html).toContain(FILLED_IN);
        expect(someone.html).toContain('value="Crescent"');
      }
      await someone.send(page, { surname: 'Crescent', action: 'continue' });
      expect([someone.status, await held()]).toEqual([400, 0]); // it lacks something, and is kept in the draft
      expect((await someone.get(page)).html).toContain('value="Crescent"');
    });

    test('and is begun again without it from such a page', async () => {
      const page = `${ENQUIRY}/decide`;
      const someone = await signedIn('Grace Adeyemi');
      const { html } = await someone.get(page);
      await pressLate(someone, html, page, { worried: CANARY });
      await (await someone.signIn('Grace Adeyemi')).get(page);
      expect([someone.html.includes(FILLED_IN), someone.html.includes(CANARY)]).toEqual([true, true]);
      await someone.sendForm(DECLINE);
      expect([someone.path, someone.html.includes(CANARY), await held()]).toEqual([page, false, 0]);
    });
  });

  describe('is a press, and not only words', () => {
    test('the handover that was put together is shown as not sent, and goes when they say so', async () => {
      const someone = await signedIn('Grace Adeyemi');
      await someone.get(`${ENQUIRY}/decide`);
      await someone.send(`${ENQUIRY}/decide`, DECISION);
      expect(someone.path).toBe(ROUTE);
      const words = { toAgencyId: 'riverside-early-help', words: 'Please offer help.', act: 'put-together' };
      const form = someone.html;
      await someone.sendForm(ROUTE, words);
      expect(someone.html).toContain('name="productId"');
      endSession(someone);
      await someone.sendForm(ROUTE, { _pressed: 'Send to Early offer of help' });
      await (await someone.signIn('Grace Adeyemi')).get(ROUTE);
      expect(someone.html).toContain(NOT_SENT);
      expect(someone.html).toContain('Send to Early offer of help');
      await someone.sendForm(ROUTE);
      expect(await held()).toBe(0);
      expect((await someone.get(ROUTE)).html).not.toContain('Hand over to Early offer of help');

      // Words for a team that has the case by now are put into no other team's form.
      endSession(someone);
      someone.html = form;
      await someone.sendForm(ROUTE, words);
      await (await someone.signIn('Grace Adeyemi')).get(ROUTE);
      expect([someone.html.includes(NOT_SENT), someone.html.includes('Please offer help.')]).toEqual([true, true]);
      await someone.sendForm(ROUTE);
      expect([someone.status, someone.html.includes('nothing was put together'), await held()]).toEqual([400, true, 1]);
    });

    test('an urgent concern is shown as not sent, and goes when they say so', async () => {
      const page = `/contacts/new/${newId()}/concern`;
      const someone = await signedIn('Amara Osei');
      const { html } = await someone.get(page);
      await pressLate(someone, html, page, { narrative: CANARY, action: 'send-now' });
      await (await someone.signIn('Amara Osei')).get(page);
      expect([someone.html.includes(NOT_SENT), someone.html.includes(CANARY)]).toEqual([true, true]);
      await someone.sendForm(page);
      expect(someone.path).toMatch(/^\/contacts\/C-[2-9A-Z]{7}\/receipt$/);
      expect(await held()).toBe(0);
    });

    test('"Accept and show" is asked for again, and leaves what was written beside it waiting', async () => {
      const someone = await signedIn('Leila Haddad');
      const { html } = await someone.get(INBOX);
      await pressLate(someone, html, INBOX, { act: 'return', words: CANARY });
      await pressLate(someone, html, INBOX, { act: 'show', items: 'x', _pressed: 'Accept and show' });
      expect(await held()).toBe(2);
      await (await someone.signIn('Leila Haddad')).get(INBOX);
      expect([someone.html.includes(NOT_SENT), someone.html.includes('“Accept and show”')]).toEqual([true, true]);
      await someone.sendForm(INBOX);
      expect([someone.path, await held()]).toEqual([INBOX, 1]);
      expect(someone.html).toContain(CANARY);
      await someone.send(INBOX, { act: 'show' });
      expect([await held(), someone.html.includes(CANARY)]).toEqual([1, true]);
    });
  });

  test('is shown, and can only be discarded, where the page has no form for it any more', async () => {
    const page = `/tasks/${REVIEWING.taskId}`;
    const someone = await signedIn('Grace Adeyemi');
    const { html } = await someone.get(page);
    await pressLate(someone, html, page, { note: CANARY });
    platform.reviewing.done.push({} as never); // by somebody else
    await (await someone.signIn('Grace Adeyemi')).get(page);
    expect([someone.html.includes('This is done'), someone.html.includes(CANARY)]).toEqual([true, true]);
    for (const untrue of [FILLED_IN, 'filled in below', 'until you press it again'])
      expect(someone.html).not.toContain(untrue);
    await someone.sendForm(DECLINE);
    platform.reviewing.done.splice(0);
    expect([someone.path, someone.html.includes(CANARY), await held()]).toEqual([page, false, 0]);
  });

  test('waits behind the sign-in that an override asks for once more', async () => {
    const page = `/overrides/of/${REVIEWING.decisionId}`;
    const someone = await signedIn('Grace Adeyemi');
    await someone.get(page);
    const [, mark = ''] = /data-owner="([^"]+)"/.exec(someone.html) ?? [];
    const fields = { _owner: mark, _page: page, strikes: 'CONDITION_NOT_MET', grounds: 'OV_HARM', reason: CANARY };
    await someone.send(page, fields);
    expect(someone.html).toContain('Sign in again');
    expect(someone.html).toContain('It is kept, sealed, for 30 minutes');
    await someone.get(page);
    expect([someone.html.includes('It is kept, sealed'), someone.html.includes(NOT_SENT)]).toEqual([true, false]);
    await someone.signIn('Grace Adeyemi', `/sign-in/again?from=${page}`);
    expect([someone.path, someone.html.includes(FILLED_IN), someone.html.includes(CANARY)]).toEqual([page, true, true]);
  });

  test('stays on the page, to be copied, where an override asks for a sign-in and it cannot be kept', async () => {
    const page = `/overrides/of/${REVIEWING.decisionId}`;
    const someone = await signedIn('Grace Adeyemi');
    await someone.get(page);
    const [, mark = ''] = /data-owner="([^"]+)"/.exec(someone.html) ?? [];
    const { posts } = MOST_HELD;
    await query(
      "INSERT INTO held_post SELECT gen_random_uuid(), 'x', now() + interval '10 minutes' FROM generate_series(1, $1)",
      [posts],
    );
    const fields = { _owner: mark, _page: page, strikes: 'CONDITION_NOT_MET', grounds: 'OV_HARM', reason: CANARY };
    await someone.send(page, fields);
    expect([someone.status, someone.html.includes(CANARY)]).toEqual([400, true]);
    expect(someone.html).toContain('Copy your reason');
    expect(someone.html).toContain('href="/sign-in/again?from=');
    expect(await held()).toBe(posts);
  });

  describe('is one of several', () => {
    test('that were sent from two pages: each is kept, and shown on its own', async () => {
      const decide = `${ENQUIRY}/decide`;
      const review = `/reviews/${ASKED.reviewId}`;
      const someone = await signedIn('Grace Adeyemi');
      const [one, other] = [(await someone.get(decide)).html, (await someone.get(review)).html];
      await pressLate(someone, one, decide, { worried: CANARY });
      await pressLate(someone, other, review, { answer: 'release', reason: 'To keep her safe' });
      await someone.signIn('Grace Adeyemi');
      expect((await someone.get(decide)).html).toContain(CANARY);
      expect((await someone.get(review)).html).toContain('To keep her safe');
    });

    test('two of one page are both kept; one that was pressed twice is kept once, as it was written last', async () => {
      const { someone, html } = await breachPressed();
      await pressLate(someone, html, BREACH, { ...STATED, words: `${CANARY}, seen twice` });
      expect(await held()).toBe(1);
      const again = (await (await signedIn('Helen Forsyth')).get(BREACH)).html;
      await pressLate(someone, again, BREACH, { ...STATED, words: 'From the other tab' });
      expect(await held()).toBe(2);
      await (await someone.signIn('Helen Forsyth')).get(BREACH);
      expect(someone.html).toContain('seen twice');
      await someone.sendForm(BREACH);
      expect((await someone.get(BREACH)).html).toContain('From the other tab');
    });

    test('pressed again from the page that shows it, under a session that has ended too, is still one', async () => {
      const { someone } = await breachPressed();
      await (await someone.signIn('Helen Forsyth')).get(BREACH);
      endSession(someone);
      await someone.sendForm(BREACH);
      expect([someone.path, await held()]).toEqual(['/sign-in', 1]);
      await (await someone.signIn('Helen Forsyth')).get(BREACH);
      expect(someone.html).toContain(CANARY);
    });

    test(`up to a bound of ${String(MOST_OF_A_BROWSER)} in one browser; whose is not kept is told, and nobody’s makes place`, async () => {
      const someone = await signedIn('Helen Forsyth');
      for (let number = 1; number <= MOST_OF_A_BROWSER; number += 1) {
        const { html } = await (await signedIn('Helen Forsyth')).get(BREACH);
        await pressLate(someone, html, BREACH, { ...STATED, words: `${CANARY} ${String(number)}` });
        expect(someone.html).toContain('What you pressed has not been sent');
      }
      const { html } = await (await signedIn('Grace Adeyemi')).get(`${ENQUIRY}/decide`);
      await pressLate(someone, html, `${ENQUIRY}/decide`, { worried: CANARY });
      expect(someone.html).toContain('could not be kept');
      expect([await held(), someone.cookiesFrom('held').length]).toEqual([MOST_OF_A_BROWSER, MOST_OF_A_BROWSER]);
    });
  });

  describe('is nobody else’s', () => {
    test('to read, to decline or to take along when they sign out; its writer’s own sign-out takes it', async () => {
      const { someone } = await breachPressed();
      const [cookie = ''] = someone.cookiesFrom('held');
      expect(someone.html).toContain('What you pressed has not been sent');
      expect(someone.html).toContain('ring 999. It is kept');
      await someone.get('/sign-in'); // whoever asks for it next may be somebody else
      expect(someone.html).toContain('Something that was pressed in this browser has not been sent');
      expect(someone.html).not.toMatch(/What you pressed|You had been signed out/);
      await (await someone.signIn('Ruth Calloway')).get(BREACH);
      expect(someone.html).not.toContain('crescent');
      await someone.send(DECLINE, { _held: cookie.replace('held-', '') });
      await someone.get(BREACH);
      await someone.send(BREACH, { ...STATED, _held: cookie.replace('held-', '') });
      await someone.get('/ig');
      await someone.send('/sign-out', {});
      expect([await held(), someone.cookiesFrom('held')]).toEqual([1, [cookie]]);

      await (await someone.signIn('Helen Forsyth')).get(BREACH);
      expect(someone.html).toContain(CANARY);
      await someone.send('/sign-out', {});
      expect([await held(), someone.cookiesFrom('held')]).toEqual([0, []]);
    });

    test('whatever the cookies say: altered, made up or very many, they open and delete nothing', async () => {
      const { someone } = await breachPressed();
      const [cookie = ''] = someone.cookiesFrom('held');
      const key = someone.cookie(cookie) ?? '';
      const others = await signedIn('Helen Forsyth');
      for (const wrong of ['', 'x', key.slice(1), `${key}A`, 'A'.repeat(43), '%00', `${key}.${key}`]) {
        others.setCookie(cookie, wrong);
        await others.get(BREACH);
        expect([others.status, others.html.includes('crescent')]).toEqual([200, false]);
        await others.send(DECLINE, { _held: cookie.replace('held-', '') });
      }
      for (const name of ['held', 'held-', 'held-x', "held-' OR true --", `held-${randomUUID()}`])
        someone.setCookie(name, key);
      for (let many = 0; many < 100; many += 1) someone.setCookie(`held-${randomUUID()}`, 'A'.repeat(43));
      expect(await held()).toBe(1);
      await (await someone.signIn('Helen Forsyth')).get(BREACH);
      expect(someone.html).toContain(CANARY);
    });
  });

  describe('has its time', () => {
    test('after which it is not shown, and goes without anybody asking', async () => {
      const { someone } = await breachPressed();
      await query(`INSERT INTO held_post SELECT gen_random_uuid(), sealed, now() - interval '1 second' FROM held_post`);
      await platform.app.get(HeldPosts).sweep();
      expect(await held()).toBe(1);
      const [row] = await query('DELETE FROM held_post RETURNING *');
      const over = new Date(Date.now() - 1_000);
      await query('INSERT INTO held_post VALUES ($1, $2, $3)', [row?.['held_post_id'], row?.['sealed'], over]);
      await (await someone.signIn('Helen Forsyth')).get(BREACH);
      expect(someone.html).not.toContain('crescent');
    });

    test('a form that is too old to be held is told of as not kept', async () => {
      const someone = await signedIn('Helen Forsyth');
      const { html } = await someone.get(BREACH);
      const old = html.replace(/(name="_owner" value="[^".]+\.)(\d+)/g, (_all, before: string, hour: string) =>
        [before, String(Number(hour) - 25)].join(''),
      );
      await pressLate(someone, old, BREACH, STATED);
      expect([someone.html.includes('could not be kept'), await held()]).toEqual([true, 0]);
    });

    test('"Sign out" under a session that has ended is that, and no page to come back to', async () => {
      const someone = await signedIn('Helen Forsyth');
      await someone.get(BREACH);
      endSession(someone);
      const [, csrf = ''] = /name="_csrf" value="([^"]*)"/.exec(someone.html) ?? [];
      const { headers } = await someone.sendBare('/sign-out', { _csrf: csrf });
      const to = new URL(headers.get('location') ?? '', platform.consoleUrl);
      // Their sign-in at the identity provider may have outlived it: it is asked to end, though nothing proves whose it is.
      expect(to.origin).toBe(new URL(platform.identityUrl).origin);
      expect(Object.fromEntries(to.searchParams)).toEqual({
        client_id: expect.any(String) as string,
        post_logout_redirect_uri: `${platform.consoleUrl}/signed-out`,
      });
      expect((await someone.send('/sign-out', {})).path).toBe('/signed-out');
    });
  });
});
