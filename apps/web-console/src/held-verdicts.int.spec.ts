import { newId } from '@mash/contracts';
import { ASKED } from '../browser-tests/stubs/asking/asked-ids';
import { CANARY, DECLINE, formsPressedLate } from '../browser-tests/support/forms-pressed-late';

const CONFIRM = `/recall/${ASKED.enquiryId}/item/${ASKED.itemId}`;
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
});
