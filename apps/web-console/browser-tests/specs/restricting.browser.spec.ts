import type { HubTour } from '../pages/hub.page';
import { openToItsManager, SHUT } from '../stubs/access/access-routes';
import { STUB_PEOPLE } from '../stubs/stub-people';
import { ConsoleOnStubs } from '../support/console-on-stubs';
import { PlainVisitor } from '../support/plain-visitor';

const PAGE = `/enquiries/${SHUT.reference}`;
const WORDS = 'A neighbour rang: he hears a child crying.';
const IN_PUBLIC = /Priya|Callum|Noor|neighbour|knows the family/i;
const glass = { reference: SHUT.reference, reason: 'immediate_danger', words: WORDS, told: 'yes' };

describe('Restricting an enquiry and breaking its glass, in a real browser, on stubs', () => {
  const stubs = ConsoleOnStubs.forTheseTests();
  const tourAs = (name: string): Promise<HubTour> => stubs.tourAs(name);
  const plainAs = (name: string) => new PlainVisitor(stubs.platform.consoleUrl).signIn(name);
  const expectFaultless = (tour: HubTour): void => {
    expect(stubs.wrongWith(tour, IN_PUBLIC)).toEqual([]);
  };
  const errors = ({ page }: HubTour): Promise<number> => page.locator('.govuk-error-summary li').count();
  const errorsIn = ({ html }: PlainVisitor): string => /govuk-error-summary__list[^]*?<\/ul>/.exec(html)?.[0] ?? '';

  beforeEach(() => {
    const { access } = stubs.platform;
    Object.assign(access, { access: openToItsManager(), clash: false });
    for (const kept of [access.set, access.broken, access.words]) kept.length = 0;
  });

  test('a manager names a colleague, keeps an officer out, and opens it again; each page says what stands', async () => {
    const tour = await tourAs('Grace Adeyemi');
    await tour.go(PAGE);
    expect(await tour.text()).toContain('Restricted: named people only');
    await tour.follow('Who may see it');
    expect(await tour.heading()).toBe('Only named people of the hub see this enquiry');
    await tour.look('who may see it');
    await tour.check('named', STUB_PEOPLE.analyst.sub);
    await tour.select('conflict', STUB_PEOPLE.police.sub);
    await tour.press('Set who may see it');
    expect(await errors(tour)).toBe(1);
    await tour.look('who may see it, without a reason');
    await tour.fill({ reason: 'He knows the family.' });
    await tour.press('Set who may see it');
    expect(await tour.text()).toContain('Callum Reyes, Police liaison officer, Riverside Police (since');
    await tour.look('who may see it, set');
    expect(stubs.platform.access.set).toMatchObject([
      { expectedVersion: 1, restricted: true, conflicts: [STUB_PEOPLE.police.sub] },
    ]);
    expect(stubs.platform.access.set[0]?.named).toContain(STUB_PEOPLE.analyst.sub);
    stubs.platform.access.clash = true;
    await tour.fill({ reason: 'It is over.' });
    await tour.check('restricted', 'no');
    await tour.press('Set who may see it');
    expect(await errors(tour)).toBe(1);
    stubs.platform.access.clash = false;
    await tour.press('Set who may see it');
    expect(await tour.heading()).toBe('The whole hub sees this enquiry');
    expect(stubs.platform.access.set[1]).toMatchObject({
      restricted: false,
      named: [],
      conflicts: [STUB_PEOPLE.police.sub],
    });
    expect(stubs.platform.access.introduced).toContain(STUB_PEOPLE.manager.sub);
    expectFaultless(tour);
  });

  test('without JavaScript: restricted by a form; a forged one, and one for somebody not offered, change nothing', async () => {
    const manager = await plainAs('Grace Adeyemi');
    await manager.get(`${PAGE}/access`);
    const before = stubs.platform.access.set.length;
    const bare = await manager.sendBare(`${PAGE}/access`, { restricted: 'yes', reason: 'Forged' });
    expect(bare.status).toBe(403);
    await manager.send(`${PAGE}/access`, { restricted: 'maybe', conflict: 'nobody', reason: ' ' });
    expect(errorsIn(manager).match(/<li>/g)).toHaveLength(3);
    await manager.send(`${PAGE}/access`, { restricted: 'yes', reason: 'x'.repeat(2001) });
    expect(errorsIn(manager)).toContain('2,000 characters');
    expect(stubs.platform.access.set).toHaveLength(before);
    await manager.send(`${PAGE}/access`, { restricted: 'yes', named: STUB_PEOPLE.police.sub, reason: 'Needed.' });
    expect(stubs.platform.access.set.at(-1)).toMatchObject({ restricted: true, named: [] });
    for (const name of ['Priya Raman', 'Helen Forsyth', 'Callum Reyes'])
      expect((await (await plainAs(name)).get(`${PAGE}/access`)).status).toBe(404);
  });

  test('an analyst who is not named breaks the glass from the page that is not found, reads, and ends it', async () => {
    const tour = await tourAs('Priya Raman');
    await tour.go(PAGE);
    expect(await tour.heading()).toBe('Page not found');
    await tour.follow('break the glass');
    expect(await tour.page.locator('main [name="reference"]').inputValue()).toBe(SHUT.reference);
    await tour.look('break the glass');
    await tour.press('Open it for a short time');
    expect(await errors(tour)).toBe(3);
    await tour.look('break the glass with errors');
    await tour.check('reason', glass.reason);
    await tour.fill({ words: WORDS });
    await tour.page.locator('[name="told"]').check();
    await tour.press('Open it for a short time');
    expect(await tour.heading()).toContain(`${SHUT.reference} is open to you until`);
    await tour.look('glass broken');
    expect(stubs.platform.access.words).toEqual([{ words: WORDS }]);
    await tour.press('Go to the enquiry');
    for (const path of ['', '/contact', '/people', '/people/roster', '/rate']) {
      await tour.visit(`${PAGE}${path}`);
      expect(await tour.text()).toMatch(/Priya Raman broke the glass .+ (1 h|59 min) left/s);
    }
    await tour.visit(PAGE);
    await tour.look('an enquiry opened by a broken glass');
    expect(tour.offered).not.toContain('Who may see it');
    await tour.press('End it now');
    expect(await tour.heading()).toBe('It is closed to you again');
    await tour.look('glass ended');
    await tour.go(PAGE);
    expect(await tour.heading()).toBe('Page not found');
    expectFaultless(tour);
  });

  test('the emergency duty worker does it without JavaScript, and sees where it stands and what was said', async () => {
    const duty = await plainAs('Noor Bakshi');
    expect((await duty.get(PAGE)).status).toBe(404);
    expect(duty.html).toContain('break the glass');
    await duty.get('/break-glass');
    await duty.send('/break-glass', { ...glass, reference: 'e 5t7r9k2' });
    expect(duty.path).toMatch(/^\/break-glass\/opened\//);
    await duty.get(PAGE);
    expect(duty.html).toContain('Noor Bakshi broke the glass');
    expect(duty.html).not.toContain('/rate"');
    expect((await duty.get(`${PAGE}/contact`)).status).toBe(200);
    expect((await duty.get(`${PAGE}/rate`)).status).toBe(404);
    const [, end = ''] = /action="(\/break-glass\/[^"]+\/end)"/.exec((await duty.get(PAGE)).html) ?? [];
    const other = await plainAs('Priya Raman');
    await other.get('/break-glass');
    expect((await other.send(end, {})).status).toBe(404);
    await duty.get(PAGE);
    await duty.send(end, {});
    expect(duty.path).toBe('/break-glass/ended');
    expect((await duty.get(PAGE)).status).toBe(404);
  });

  test('says the same of a reference that is none and one that is closed for good, and breaks nothing by a bad form', async () => {
    const analyst = await plainAs('Priya Raman');
    const count = stubs.platform.access.broken.length;
    const said = async (fields: Record<string, string>) => {
      await analyst.get('/break-glass');
      await analyst.send('/break-glass', { ...glass, ...fields });
      return [analyst.status, errorsIn(analyst)] as const;
    };
    const [none, conflict] = [await said({ reference: SHUT.isNone }), await said({ reference: SHUT.inConflict })];
    expect(none).toEqual(conflict);
    expect(none[1]).toContain('Nothing can be opened under this reference');
    expect(analyst.html).toContain(WORDS);
    const bad: Record<string, string>[] = [
      { reason: 'curious' },
      { words: '' },
      { words: 'x'.repeat(2001) },
      { told: '' },
      { reference: 'Kian' },
    ];
    for (const one of bad) expect((await said(one))[1]).not.toBe('');
    const bare = await analyst.sendBare('/break-glass', glass);
    expect(bare.status).toBe(403);
    expect(stubs.platform.access.broken).toHaveLength(count);
    for (const name of ['Grace Adeyemi', 'Callum Reyes', 'Helen Forsyth', 'Amara Osei']) {
      const { status } = await (await plainAs(name)).get('/break-glass');
      expect([name, status]).toEqual([name, name === 'Grace Adeyemi' ? 200 : 404]);
    }
  });
});
