import { newId } from '@mash/contracts';
import { ASKED } from '../browser-tests/stubs/asking/asked-ids';
import { aStatement } from '../browser-tests/stubs/consent/consent-routes';
import { DECIDED } from '../browser-tests/stubs/decided-enquiry';
import { HUB } from '../browser-tests/stubs/hub/hub-ids';
import { RECALLED } from '../browser-tests/stubs/recalling/recall-ids';
import { PlainVisitor } from '../browser-tests/support/plain-visitor';
import { PlatformOnStubs } from '../browser-tests/support/platform-on-stubs';

const CANARY = 'a burn like a crescent moon';
const ANSWER = `/requests/${ASKED.requestId}/answer`;
const REVIEW = `/reviews/${ASKED.reviewId}`;
const BREACH = `/ig/breaches/${RECALLED.breachId}`;
const LETTER = `/recall/${DECIDED.enquiryId}/product/${DECIDED.letterId}`;
const GROUND = newId();
const BEFORE = '2020-01-01T00:00:00.000Z';
const CONSENT = `/enquiries/${HUB.reference}/people/${HUB.child}/consent`;

interface OneForm {
  readonly who: string;
  readonly page: string;
  readonly to?: string;
  readonly fields: Record<string, string>;
  /** How many of it the service has had. */
  readonly taken: () => number;
}

describe('What was pressed under a session that has ended', () => {
  const its = PlatformOnStubs.forTheseTests();
  beforeAll(() => {
    const notAsked = {
      state: 'not_sought',
      ground: 'NS_TEXT',
      givenBy: 'not_applicable',
      statementId: GROUND,
    } as const;
    its.platform.consent.statements = [aStatement(notAsked)];
  });

  const draftsKept = () => its.platform.state.drafts.size;
  const FORMS: Record<string, OneForm> = {
    'an answer': {
      ...{ who: 'Callum Reyes', page: ANSWER, taken: draftsKept },
      fields: { 'item-text': CANARY, [`state-${HUB.child}`]: 'not_known', action: 'save' },
    },
    'an answer to a REVIEW': {
      ...{ who: 'Grace Adeyemi', page: REVIEW, taken: () => its.platform.asking.reasons.length },
      fields: { answer: 'release', ground: 'child_safety_outweighs', reason: CANARY },
    },
    'a statement about a breach': {
      ...{ who: 'Helen Forsyth', page: BREACH, taken: () => its.platform.recalling.stated.length },
      fields: { says: 'what_happened', words: CANARY },
    },
    'that something went to the wrong place, from a page with a way back': {
      ...{ who: 'Amara Osei', page: LETTER, taken: () => its.platform.recalling.said.length },
      fields: { says: 'wrong_recipient', hours: '5', reason: CANARY, from: '/contacts', asked: '' },
    },
    'a form that is sent elsewhere than to its page': {
      ...{ who: 'Grace Adeyemi', page: CONSENT, to: `${CONSENT}/${GROUND}/ground` },
      ...{ fields: { [`reason-${GROUND}`]: CANARY, accept: 'yes' }, taken: () => its.platform.consent.grounds.length },
    },
  };
  const askedAbout = (someone: PlainVisitor) => {
    expect(someone.html).toContain('This has not been sent yet');
    expect(someone.html).toContain(CANARY);
  };
  /** As the browser sends what stands hidden in the page that asks. */
  const sendAsWritten = async (someone: PlainVisitor) => {
    const [, action = ''] =
      /<form method="post" action="([^"]+)" novalidate autocomplete="off">\s*<input type="hidden" name="_csrf"/.exec(
        someone.html,
      ) ?? [];
    const hidden = [...someone.html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const fields = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
    return someone.send(action, fields);
  };
  const pressedLate = async ({ who, page, to = page, fields }: OneForm) => {
    const someone = new PlainVisitor(its.platform.consoleUrl);
    await (await someone.signIn(who)).get(page);
    someone.forget('session', 'session-key');
    await someone.send(to, fields);
    expect(someone.path).toBe('/sign-in');
    expect(JSON.stringify(await its.query('SELECT * FROM held_post'))).not.toContain('crescent');
    return someone;
  };

  test.each(Object.keys(FORMS))('is shown after sign-in, and goes when whoever wrote it says so: %s', async (what) => {
    const form = FORMS[what] as OneForm;
    const before = form.taken();
    const someone = await pressedLate(form);
    await (await someone.signIn(form.who)).get(form.page);
    askedAbout(someone);
    expect(form.taken()).toBe(before);
    await sendAsWritten(someone);
    expect([form.taken(), await its.query('SELECT 1 FROM held_post')]).toEqual([before + 1, []]);
    await someone.get(form.page);
    expect(someone.html).not.toContain('This has not been sent yet');
  });

  test.each(Object.keys(FORMS))(
    'is not lost either where they have signed in again in another tab: %s',
    async (what) => {
      const form = FORMS[what] as OneForm;
      its.platform.state.drafts.clear();
      const before = form.taken();
      const someone = new PlainVisitor(its.platform.consoleUrl);
      const open = await (await someone.signIn(form.who)).get(form.page);
      const html = open.html;
      await someone.signIn(form.who);
      someone.html = html;
      await someone.send(form.to ?? form.page, form.fields);
      expect(someone.path).toBe(form.page);
      askedAbout(someone);
      expect(form.taken()).toBe(before);
    },
  );

  test('is shown on the page on which it was begun, where it stood in an answer at an address that nobody can ask for', async () => {
    const form = FORMS['a form that is sent elsewhere than to its page'] as OneForm;
    const someone = await new PlainVisitor(its.platform.consoleUrl).signIn(form.who);
    await someone.get(form.page);
    await someone.send(form.to ?? '', { accept: 'yes' });
    expect([someone.status, someone.path]).toEqual([400, form.to]);
    someone.forget('session', 'session-key');
    await someone.send(form.to ?? '', form.fields);
    expect(new URL(someone.href).searchParams.get('from')).toBe(form.page);
    await (await someone.signIn(form.who)).get(form.page);
    askedAbout(someone);
    await someone.sendForm('/not-sent/decline');
    expect([someone.path, someone.status]).toEqual([form.page, 200]);
  });

  test('says what was chosen, in the words of its page, before it is sent', async () => {
    const form = FORMS['an answer to a REVIEW'] as OneForm;
    const someone = await pressedLate(form);
    await (await someone.signIn(form.who)).get(form.page);
    askedAbout(someone);
    const said = someone.html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    expect(said).toContain('before you pressed “Give this answer”');
    expect(said).toMatch(/Release .*safety outweighs the confidence/);
    expect(said).toContain('Send it as I wrote it');
  });

  test('is not offered to be sent where its page does not say any more what was chosen', async () => {
    const form = FORMS['an answer to a REVIEW'] as OneForm;
    const before = form.taken();
    const someone = await pressedLate({ ...form, fields: { ...form.fields, ground: 'no_longer_offered' } });
    await (await someone.signIn(form.who)).get(form.page);
    askedAbout(someone);
    expect(someone.html).toContain('not everything that you chose can be shown');
    expect(someone.html).not.toMatch(/Send it|What you wrote is all here/);
    await someone.sendForm('/not-sent/decline');
    expect([someone.path, form.taken()]).toEqual([form.page, before]);
  });

  test('is nobody else’s to read, nor to send', async () => {
    const someone = await pressedLate(FORMS['a statement about a breach'] as OneForm);
    await (await someone.signIn('Ruth Calloway')).get(BREACH);
    expect([someone.path, someone.status]).toEqual([BREACH, 200]);
    expect(someone.html).not.toContain('crescent');
    const own = new PlainVisitor(its.platform.consoleUrl);
    const { html } = await (await own.signIn('Helen Forsyth')).get(BREACH);
    const other = await new PlainVisitor(its.platform.consoleUrl).signIn('Priya Raman');
    other.html = html;
    await other.send(BREACH, { words: CANARY });
    expect(other.status).toBe(403);
    expect(other.html).not.toContain('crescent');
  });

  test('does not take the place of a draft that was kept since', async () => {
    its.platform.state.drafts.clear();
    const form = FORMS['an answer'] as OneForm;
    const someone = await pressedLate(form);
    await (await someone.signIn(form.who)).get('/worklist');
    const elsewhere = await new PlainVisitor(its.platform.consoleUrl).signIn(form.who);
    await elsewhere.get(ANSWER);
    await elsewhere.send(ANSWER, { 'item-text': 'Newer words', action: 'save' });
    const shown = form.page;
    for (const again of [() => someone.get(shown), () => someone.send(shown, { ...form.fields, _sentAt: BEFORE })]) {
      await again();
      for (const said of ['You have saved a newer draft since you wrote that', 'Newer words', CANARY])
        expect(someone.html).toContain(said);
      expect(someone.html).not.toMatch(/Send it as I wrote it|filled in below/);
    }
    await someone.sendForm('/not-sent/decline');
    expect([someone.path, someone.html.includes('Newer words')]).toEqual([shown, true]);
    expect(someone.html).not.toContain('crescent');
    await someone.send(shown, { ...form.fields, _sentAt: BEFORE });
    expect([someone.html.includes(CANARY), someone.html.includes('is kept nowhere')]).toEqual([true, true]);
  });

  test('does not take the place of a newer draft of a concern either, on the page that fills itself in', async () => {
    const concern = `/contacts/new/${newId()}/concern`;
    const someone = await pressedLate({
      ...{ who: 'Amara Osei', page: concern, taken: () => 0 },
      fields: { narrative: CANARY, action: 'continue' },
    });
    const elsewhere = await new PlainVisitor(its.platform.consoleUrl).signIn('Amara Osei');
    await elsewhere.get(concern);
    await elsewhere.send(concern, { narrative: 'Newer words', action: 'continue' });
    await (await someone.signIn('Amara Osei')).get(concern);
    expect(someone.html).toContain('You have saved a newer draft since you wrote that');
    expect(someone.html).toContain('Newer words');
    const [draft = '', older = ''] = someone.html.split('id="older-words"');
    expect([draft.includes(CANARY), older.includes(CANARY)]).toEqual([false, true]);
  });

  test('goes on behind a page that went blank only for the person whose page it is', async () => {
    const someone = await new PlainVisitor(its.platform.consoleUrl).signIn('Helen Forsyth');
    const { html } = await someone.get(BREACH);
    const [, mark = ''] = /data-owner="([^"]+)"/.exec(html) ?? [];
    const stays = async (who: PlainVisitor, headers: Record<string, string>) => {
      const cookie = ['session', 'session-key'].map((name) => `${name}=${who.cookie(name) ?? ''}`).join('; ');
      return (
        await fetch(`${its.platform.consoleUrl}/session`, { headers: { cookie, ...headers }, redirect: 'manual' })
      ).status;
    };
    const marked = { 'x-owner': mark, 'x-page': BREACH };
    expect([await stays(someone, {}), await stays(someone, marked)]).toEqual([204, 204]);
    const other = await new PlainVisitor(its.platform.consoleUrl).signIn('Priya Raman');
    expect([await stays(other, {}), await stays(other, marked)]).toEqual([204, 401]);
  });
});
