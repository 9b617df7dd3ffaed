import { DEMO_PARTNERSHIP, newId } from '@mash/contracts';
import { CANARY, DECLINE, formsPressedLate } from '../browser-tests/support/forms-pressed-late';

const NOT_SENT = 'This has not been sent yet';
const NEWER = 'You have saved a newer draft since you wrote that';
const NEWER_WORDS = 'He told his teacher today';

describe('What is held of a concern that has several pages', () => {
  const { its, held, signedIn, pressLate } = formsPressedLate();
  const pagesOf = (draft = `/contacts/new/${newId()}`) => ({
    concern: `${draft}/concern`,
    child: `${draft}/children/${newId()}`,
  });
  const sentWords = async () => {
    const { contactId, sealed } = [...its.platform.state.contacts.values()].at(-1) ?? {};
    const expected = {
      typ: 'contact',
      partnershipId: DEMO_PARTNERSHIP,
      version: 1,
      contactId: contactId ?? '',
    } as const;
    return its.platform.state.open(sealed?.kid ?? '', sealed?.envelope ?? '', expected);
  };

  /** Pressed late on one page, and the page saved since in another window. */
  const savedSince = async (page: string, late: Record<string, string>, newer: Record<string, string>) => {
    const someone = await signedIn('Amara Osei');
    const { html } = await someone.get(page);
    await pressLate(someone, html, page, late);
    const elsewhere = await signedIn('Amara Osei');
    await elsewhere.get(page);
    await elsewhere.send(page, newer);
    return someone.signIn('Amara Osei');
  };

  test('a page fills itself in though another page of the same concern was saved since', async () => {
    const { concern, child } = pagesOf();
    const someone = await signedIn('Amara Osei');
    const [one, other] = [(await someone.get(concern)).html, (await someone.get(child)).html];
    await pressLate(someone, one, concern, { narrative: CANARY, action: 'continue' });
    await pressLate(someone, other, child, { surname: 'Crescent', action: 'save' });
    await (await someone.signIn('Amara Osei')).get(concern);
    expect(someone.html).toContain(CANARY);
    await someone.get(child);
    expect([someone.html.includes(NEWER), someone.html.includes('value="Crescent"')]).toEqual([false, true]);
    expect(await held()).toBe(1);
  });

  test('what is older than its own page is shown beside what was saved, until it is discarded', async () => {
    const { concern, child } = pagesOf();
    const late = { surname: 'Crescent', aliases: 'Little Moon', action: 'save' };
    for (const [page, older, newer] of [
      [concern, { narrative: CANARY, action: 'continue' }, { narrative: NEWER_WORDS, action: 'continue' }],
      [child, late, { surname: 'Moon', action: 'save' }],
    ] as const) {
      const someone = await savedSince(page, older, newer);
      for (const _reload of [1, 2]) {
        await someone.get(page);
        expect(someone.html).toContain(NEWER);
        expect(someone.html).toContain(page === concern ? NEWER_WORDS : 'value="Moon"');
        expect(someone.html).toContain(page === concern ? CANARY : 'Little Moon');
      }
      await someone.sendForm(page, { ...newer, action: 'continue' });
      expect(await held()).toBe(1); // saving the page discards nothing
      await (await someone.get(page)).sendForm(DECLINE);
      expect([someone.path, someone.html.includes(NEWER), await held()]).toEqual([page, false, 0]);
    }
  });

  test('"Urgent: send now" goes with what was saved since, on another page or on its own', async () => {
    for (const isOwn of [false, true]) {
      const pages = pagesOf();
      const someone = await signedIn('Amara Osei');
      const { html } = await someone.get(pages.concern);
      await pressLate(someone, html, pages.concern, { narrative: CANARY, action: 'send-now' });
      const saved = isOwn ? pages.concern : pages.child;
      await (await someone.signIn('Amara Osei')).get('/contacts');
      await someone.send(saved, { narrative: NEWER_WORDS, surname: 'Moon', action: 'continue' });
      await someone.get(pages.concern);
      expect([someone.html.includes(NOT_SENT), someone.html.includes(CANARY)]).toEqual([true, true]);
      await someone.sendForm(pages.concern);
      expect(someone.path).toMatch(/^\/contacts\/C-[2-9A-Z]{7}\/receipt$/);
      expect(await held()).toBe(0);
      expect(await sentWords()).toMatchObject({ narrative: isOwn ? `${NEWER_WORDS}\n\n${CANARY}` : CANARY });
    }
  });

  test('"Urgent: send now" of an unborn baby whom nobody has saved yet is offered as it was written, though the address has lost its query', async () => {
    const { child } = pagesOf();
    const someone = await signedIn('Amara Osei');
    const { html } = await someone.get(`${child}?kind=unborn`);
    await pressLate(someone, html, child, { kind: 'unborn', surname: 'Crescent', action: 'send-now' });
    await (await someone.signIn('Amara Osei')).get(child);
    expect([someone.html.includes(NOT_SENT), someone.html.includes('Crescent')]).toEqual([true, true]);
    await someone.sendForm(child);
    expect([someone.path.endsWith('/urgent'), await held()]).toEqual([true, 0]); // what worries them is still to be said
    await someone.get(child);
    expect(someone.html).toMatch(/name="kind" value="unborn"/);
    expect(someone.html).toContain('value="Crescent"');
  });

  test('"Urgent: send now" of somebody who was saved since goes with what nobody saved of them', async () => {
    const { child } = pagesOf();
    const late = { kind: 'child', surname: 'Crescent', aliases: 'Little Moon', action: 'send-now' };
    const someone = await savedSince(child, late, { kind: 'child', surname: 'Moon', action: 'save' });
    await someone.get(child);
    await someone.sendForm(child);
    expect([someone.path.endsWith('/urgent'), await held()]).toEqual([true, 0]);
    await someone.get(child);
    expect(someone.html).toContain('value="Moon"');
    expect(someone.html).toContain('Little Moon');
  });
});
