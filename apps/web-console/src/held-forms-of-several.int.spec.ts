import { randomUUID } from 'node:crypto';
import { ASKED } from '../browser-tests/stubs/asking/asked-ids';
import { DECIDED } from '../browser-tests/stubs/decided-enquiry';
import { BREACH, CANARY, DECLINE, formsPressedLate, STATED } from '../browser-tests/support/forms-pressed-late';
import { HeldPosts, MOST_OF_A_BROWSER, MOST_OF_A_PERSON } from './session/held-posts';

const ENQUIRY = `/enquiries/${DECIDED.reference}`;

describe('A form that is held in a browser', () => {
  const { its, held, signedIn, endSession, pressLate, breachPressed } = formsPressedLate();

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

  test(`is one of ${String(MOST_OF_A_PERSON)} of a person, in whatever browsers: nobody’s mark fills the room of the others`, async () => {
    const one = await signedIn('Helen Forsyth');
    const pages = await Promise.all([BREACH, '/ig/breaches'].map(async (page) => (await one.get(page)).html));
    const press = async (html: string) => {
      const [, mark = ''] = /data-owner="([^"]+)"/.exec(html) ?? [];
      const said = /data-page="([^"]+)"/.exec(html)?.[1] ?? '';
      const body = new URLSearchParams({ _owner: mark, _page: said, words: CANARY });
      const sent = { method: 'POST', body, redirect: 'manual' } as const;
      return (await fetch(`${its.platform.consoleUrl}${BREACH}`, sent)).headers.get('location') ?? '';
    };
    const kept = new Array<string>();
    for (let number = 0; number <= MOST_OF_A_PERSON; number += 1) kept.push(await press(pages[number % 2] ?? ''));
    expect(kept.map((to) => to.includes('kept=yes'))).toEqual([...kept.slice(1).map(() => true), false]);
    const other = await (await signedIn('Grace Adeyemi')).get(`${ENQUIRY}/decide`);
    expect(await press(other.html)).toContain('kept=yes');
    expect(await held()).toBe(MOST_OF_A_PERSON + 1);
  });

  test('pressed again takes the place of what was pressed, also where a person has no more room', async () => {
    const { someone, html } = await breachPressed();
    const [row] = await its.query('SELECT held_for FROM held_post');
    await its.query(
      `INSERT INTO held_post (held_post_id, sealed, expires_at, held_for)
       SELECT gen_random_uuid(), 'x', now() + interval '10 minutes', $1 FROM generate_series(2, $2::int)`,
      [row?.['held_for'], MOST_OF_A_PERSON],
    );
    await pressLate(someone, html, BREACH, { ...STATED, words: `${CANARY}, seen twice` });
    expect(someone.html).toContain('It is kept');
    expect(await held()).toBe(MOST_OF_A_PERSON);
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
      await its.query(
        `INSERT INTO held_post SELECT gen_random_uuid(), sealed, now() - interval '1 second' FROM held_post`,
      );
      await its.platform.app.get(HeldPosts).sweep();
      expect(await held()).toBe(1);
      const [row] = await its.query('DELETE FROM held_post RETURNING *');
      const over = new Date(Date.now() - 1_000);
      await its.query('INSERT INTO held_post VALUES ($1, $2, $3)', [row?.['held_post_id'], row?.['sealed'], over]);
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

    test('"Sign out" and "Discard it" do what they say on a page of an earlier session of the same person, and from no other site', async () => {
      const { someone } = await breachPressed();
      const { html: earlier } = await (await someone.signIn('Helen Forsyth')).get(BREACH);
      await someone.signIn('Helen Forsyth');
      someone.says = { 'sec-fetch-site': 'same-origin' };
      someone.html = earlier;
      await someone.sendForm(DECLINE);
      expect([someone.path, someone.status, await held()]).toEqual([BREACH, 200, 0]);

      for (const says of [{ 'sec-fetch-site': 'same-site' }, { origin: 'null' }]) {
        someone.html = earlier;
        someone.says = says as unknown as Record<string, string>;
        expect((await someone.sendForm('/sign-out')).status).toBe(403);
      }
      expect((await someone.get('/ig')).path).toBe('/ig');

      someone.html = earlier;
      someone.says = { 'sec-fetch-site': 'same-origin' };
      await someone.send('/sign-out', {});
      expect(someone.path).toBe('/signed-out');
      expect((await someone.get('/ig')).path).toBe('/sign-in');
    });

    test('"Sign out" under a session that has ended is that, and no page to come back to', async () => {
      const someone = await signedIn('Helen Forsyth');
      await someone.get(BREACH);
      endSession(someone);
      const [, csrf = ''] = /name="_csrf" value="([^"]*)"/.exec(someone.html) ?? [];
      const { headers } = await someone.sendBare('/sign-out', { _csrf: csrf });
      const to = new URL(headers.get('location') ?? '', its.platform.consoleUrl);
      // Their sign-in at the identity provider may have outlived it: it is asked to end, though nothing proves whose it is.
      expect(to.origin).toBe(new URL(its.platform.identityUrl).origin);
      expect(Object.fromEntries(to.searchParams)).toEqual({
        client_id: expect.any(String) as string,
        post_logout_redirect_uri: `${its.platform.consoleUrl}/signed-out`,
      });
      expect((await someone.send('/sign-out', {})).path).toBe('/signed-out');
    });
  });
});
