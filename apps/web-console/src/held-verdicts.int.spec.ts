import { newId } from '@mash/contracts';
import { ASKED } from '../browser-tests/stubs/asking/asked-ids';
import { HUB } from '../browser-tests/stubs/hub/hub-ids';
import { hubCandidates, hubRoster } from '../browser-tests/stubs/hub/hub-people';
import { CANARY, DECLINE, formsPressedLate } from '../browser-tests/support/forms-pressed-late';

const CONFIRM = `/recall/${ASKED.enquiryId}/item/${ASKED.itemId}`;
const PEOPLE = `/enquiries/${HUB.reference}/people`;
const MENTION = `${PEOPLE}/${HUB.childMention}`;
const COMPARE = `${MENTION}/compare/${HUB.candidate}`;
const SINCE = 'Something else has been said of it since';

/** Verdicts about who somebody is: what they rest on may be another by the time that they are sent. */
describe('A verdict that is pressed after the session has ended', () => {
  const { its, held, signedIn, endSession } = formsPressedLate();

  describe('that a thing is about this person', () => {
    const said = () => its.platform.recalling.said;
    const pressed = async () => {
      said().length = 0;
      its.platform.recalling.lastSaid = newId();
      const someone = await signedIn('Callum Reyes');
      await someone.get(`${CONFIRM}?from=/recalls&asked=yes`);
      expect(someone.html).toContain('It is about this person');
      endSession(someone);
      await someone.sendForm(CONFIRM, { says: 'confirmed', reason: CANARY });
      expect(someone.path).toBe('/sign-in');
      return someone;
    };

    test('is filled in after sign-in, as it was asked, and goes when it is pressed again', async () => {
      const someone = await pressed();
      for (const _reload of [1, 2]) {
        await (await someone.signIn('Callum Reyes')).get(CONFIRM);
        expect(someone.html).toMatch(/value="confirmed"[^>]*checked/);
        expect([someone.html.includes(CANARY), someone.html.includes(SINCE)]).toEqual([true, false]);
      }
      await someone.sendForm(CONFIRM, { says: 'confirmed', reason: CANARY });
      expect([said().map(({ says }) => says), await held()]).toEqual([['confirmed'], 0]);
    });

    test('says that something else was said meanwhile, before it goes', async () => {
      const someone = await pressed();
      const lastSaid = newId();
      its.platform.recalling.lastSaid = lastSaid;
      await (await someone.signIn('Callum Reyes')).get(CONFIRM);
      expect([someone.html.includes(SINCE), someone.html.includes(CANARY)]).toEqual([true, true]);
      await someone.sendForm(CONFIRM, { says: 'confirmed', reason: CANARY });
      expect([said().map((one) => one.lastSaid), await held()]).toEqual([[lastSaid], 0]);
    });

    test('is not taken where something else is said while its page is open', async () => {
      said().length = 0;
      const someone = await signedIn('Callum Reyes');
      await someone.get(`${CONFIRM}?from=/recalls&asked=yes`);
      its.platform.recalling.lastSaid = newId();
      await someone.sendForm(CONFIRM, { says: 'confirmed', reason: CANARY });
      expect([someone.status, someone.html.includes(SINCE), said()]).toEqual([400, true, []]);
    });

    test('can be declined', async () => {
      const someone = await pressed();
      await (await someone.signIn('Callum Reyes')).get(CONFIRM);
      await someone.sendForm(DECLINE);
      expect([someone.html.includes(CANARY), await held(), said()]).toEqual([false, 0, []]);
    });
  });

  describe('on whom a record is of', () => {
    const verdicts = () => its.platform.hub.verdicts.map(({ verdict, searchId }) => [verdict, searchId]);
    beforeEach(() => {
      its.platform.hub.verdicts.length = 0;
      its.platform.hub.candidates = hubCandidates();
      its.platform.hub.roster = hubRoster();
    });
    const pressed = async (page = COMPARE, fields: Record<string, string> = { verdict: 'same' }, to = page) => {
      const someone = await signedIn('Grace Adeyemi');
      await someone.get(`${page}?search=${HUB.searchId}&different=${HUB.candidate}`);
      endSession(someone);
      await someone.sendForm(to, fields);
      expect(someone.path).toBe('/sign-in');
      return someone;
    };
    const back = async (someone: Awaited<ReturnType<typeof pressed>>, page = COMPARE) =>
      (await someone.signIn('Grace Adeyemi')).get(page);

    test('is asked for again beside what is known of both now', async () => {
      const someone = await pressed();
      for (const _reload of [1, 2]) {
        await back(someone);
        expect(someone.html).toContain('You pressed “Same”');
        expect([someone.html.includes('One letter differs'), someone.html.includes('has changed since')]).toEqual([
          true,
          false,
        ]);
      }
      await someone.sendForm(COMPARE, { verdict: 'same' });
      expect([verdicts(), await held(), someone.path]).toEqual([[['same', HUB.searchId]], 0, PEOPLE]);
    });

    test('says that what is known of them has changed', async () => {
      const someone = await pressed();
      const [first, ...rest] = hubCandidates();
      its.platform.hub.candidates = [{ ...first!, caution: 'A twin is on record' }, ...rest];
      await back(someone);
      expect(someone.html).toContain('What is known of them has changed since');
      expect(someone.html).toContain('A twin is on record');
      expect(verdicts()).toEqual([]);
    });

    test('says that somebody has said meanwhile who it is, and is not offered', async () => {
      const someone = await pressed();
      const roster = hubRoster();
      its.platform.hub.roster = { ...roster, people: roster.people.map((one) => ({ ...one, matched: 'matched' })) };
      await back(someone);
      expect(someone.html).toContain('You pressed “Same”');
      expect(someone.html).toContain('Somebody has said already who this is');
      expect(someone.html).not.toContain('name="verdict"');
      await someone.sendForm(DECLINE);
      expect([someone.path, await held(), verdicts()]).toEqual([PEOPLE, 0, []]);
    });

    test('says that the search finds the record no more', async () => {
      const someone = await pressed();
      its.platform.hub.candidates = hubCandidates().slice(1);
      await back(someone);
      expect([someone.status, someone.html.includes('You pressed “Same”')]).toEqual([200, true]);
      expect(someone.html).toContain('The search does not find that record any more');
      await someone.sendForm(DECLINE);
      expect([someone.path, await held(), verdicts()]).toEqual([PEOPLE, 0, []]);
    });

    test('"Create as a new person" is offered again as long as nobody likely is found', async () => {
      const [page, to] = [`${MENTION}/candidates`, `${MENTION}/create`];
      const someone = await pressed(page, {}, to);
      await back(someone, page);
      expect(someone.html).toContain('“Create as a new person”');
      expect(someone.html).toContain(`action="${to}"`);
      const [first, ...rest] = hubCandidates();
      its.platform.hub.candidates = [first!, { ...first!, personId: newId() }, ...rest];
      await someone.get(page);
      expect([someone.html.includes(`action="${to}"`), await held()]).toEqual([false, 1]);
      its.platform.hub.candidates = hubCandidates();
      await (await someone.get(page)).sendForm(to);
      expect([someone.path, await held()]).toEqual([PEOPLE, 0]);
    });
  });
});
