import { newId } from '@mash/contracts';
import { ASKED } from '../browser-tests/stubs/asking/asked-ids';
import { ownItems } from '../browser-tests/stubs/asking/holder-routes';
import { DECIDED } from '../browser-tests/stubs/decided-enquiry';
import { REVIEWING } from '../browser-tests/stubs/reviewing/reviewing-routes';
import { BREACH, CANARY, DECLINE, formsPressedLate, STATED } from '../browser-tests/support/forms-pressed-late';
import { MOST_HELD } from './session/held-posts';

const NOT_SENT = 'This has not been sent yet';
const FILLED_IN = 'Nothing has come of what you pressed';
const ENQUIRY = `/enquiries/${DECIDED.reference}`;
const ROUTE = `${ENQUIRY}/route`;
const INBOX = `/inbox/${DECIDED.routeId}`;
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
  const { its, held, signedIn, endSession, pressLate, breachPressed } = formsPressedLate();
  /** What the button that says itself what it does sends along. */
  const buttonOf = (html: string) =>
    /name="_pressed"[^>]* value="([^"]+)"|value="([^"]+)" name="_pressed"/.exec(html)?.slice(1).join('') ?? '';
  const stated = () => its.platform.recalling.stated.length;

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
      const button = buttonOf(someone.html);
      expect(button).toMatch(/^[\w-]{43}\.Send to Early offer of help, locality team$/);
      endSession(someone);
      await someone.sendForm(ROUTE, { _pressed: button });
      await (await someone.signIn('Grace Adeyemi')).get(ROUTE);
      expect(someone.html).toContain(NOT_SENT);
      expect(someone.html).toContain('Send to Early offer of help');
      await someone.sendForm(ROUTE);
      expect(await held()).toBe(0);
      expect((await someone.get(ROUTE)).html).not.toContain('Hand over to Early offer of help');

      // Words for a team that has the case by now are put into no other team's form, and sent by none.
      endSession(someone);
      someone.html = form;
      await someone.sendForm(ROUTE, words);
      await (await someone.signIn('Grace Adeyemi')).get(ROUTE);
      expect([someone.html.includes(NOT_SENT), someone.html.includes('Please offer help.')]).toEqual([true, true]);
      expect([someone.html.includes('cannot be sent from here'), await held()]).toEqual([true, 1]);
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
      await pressLate(someone, html, INBOX, { act: 'show', items: 'x', _pressed: buttonOf(html) });
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

  test('is not said to be filled in where its page cannot be shown, and is shown there once more', async () => {
    const page = `/what-we-said/${ASKED.enquiryId}/${ASKED.itemId}/wording`;
    const someone = await signedIn('Callum Reyes');
    const { html } = await someone.get(page);
    expect(html).toContain(`action="${page}"`);
    await pressLate(someone, html, page, { wording: CANARY, reason: CANARY });
    await someone.signIn('Callum Reyes');

    its.platform.state.down.add('sharing');
    await someone.get(page);
    its.platform.state.down.clear();
    expect(someone.status).toBe(503);
    expect(someone.html).not.toMatch(/filled in below|Begin again without it/);
    expect((await someone.get(page)).html).toContain(FILLED_IN);

    its.platform.asking.holder.own = { ...ownItems(), items: [] }; // their agency may not speak of it any more
    await someone.get(page);
    its.platform.asking.holder.own = ownItems();
    expect([someone.status, someone.html.includes(NOT_SENT), someone.html.includes(CANARY)]).toEqual([200, true, true]);
    expect([someone.html.includes('Send it'), await held()]).toEqual([false, 1]);
  });

  describe('is never another website’s', () => {
    const pressedElsewhere = async (headers: Record<string, string>, fields: Record<string, string>) => {
      const someone = await signedIn('Helen Forsyth');
      const { html } = await someone.get(BREACH);
      const [, mark = ''] = /data-owner="([^"]+)"/.exec(html) ?? [];
      const body = new URLSearchParams({ _owner: mark, _page: BREACH, ...fields }).toString();
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      const sent = { method: 'POST', headers: { ...type, ...headers }, body, redirect: 'manual' } as const;
      const answer = await fetch(`${its.platform.consoleUrl}${BREACH}`, sent);
      for (const set of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/s);
        if (name.startsWith('held-')) someone.setCookie(name, value);
      }
      return { someone, to: answer.headers.get('location') };
    };

    test.each([
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://else.example' },
    ])('what a form of its own sent is not held: %j', async (headers) => {
      const { to } = await pressedElsewhere(headers as unknown as Record<string, string>, STATED);
      expect([to, await held()]).toEqual([`/sign-in?from=${encodeURIComponent(BREACH)}`, 0]);
    });

    test('nor does it say what stands on the button', async () => {
      const { someone } = await pressedElsewhere({}, { odd: 'x', _pressed: 'Record it', whom: 'y' });
      expect(await held()).toBe(1);
      await someone.get(BREACH);
      expect(someone.html).toContain(NOT_SENT);
      expect(someone.html).not.toMatch(/“Record it”|Send it/);
    });
  });

  test('is shown, and can only be discarded, where the page has no form for it any more', async () => {
    const page = `/tasks/${REVIEWING.taskId}`;
    const someone = await signedIn('Grace Adeyemi');
    const { html } = await someone.get(page);
    await pressLate(someone, html, page, { note: CANARY });
    its.platform.reviewing.done.push({} as never); // by somebody else
    await (await someone.signIn('Grace Adeyemi')).get(page);
    expect([someone.html.includes('This is done'), someone.html.includes(CANARY)]).toEqual([true, true]);
    for (const untrue of [FILLED_IN, 'filled in below', 'until you press it again'])
      expect(someone.html).not.toContain(untrue);
    await someone.sendForm(DECLINE);
    its.platform.reviewing.done.splice(0);
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
    await its.query(
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
});
