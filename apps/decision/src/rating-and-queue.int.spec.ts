import { EnquiryView, newId } from '@mash/contracts';
import { people } from '@mash/testing';
import type { DecisionService } from '../testing/decision-service';
import { sealedNote } from '../testing/sealed';
import { Story } from '../testing/story';
import { TUESDAY, withEnquiries } from '../testing/with-enquiries';

describe('Rating, and the queue', () => {
  let hub: DecisionService;
  const { view, seen, anEnquiry, rate } = withEnquiries((service) => (hub = service));

  test('What is left of a clock is said in the hours of the pack: a night takes nothing of it', async () => {
    const story = await anEnquiry('2026-11-24T16:50:00.000Z');
    const leftAt = async (instant: string): Promise<number | undefined> => {
      hub.clock.set(instant);
      const { clocks } = EnquiryView.pick({ clocks: true }).parse(await view(story));
      return clocks.find(({ code, basis }) => code === 'screen' && basis === 'working')?.leftMinutes;
    };
    const [evening, morning] = [await leftAt('2026-11-24T21:00:00.000Z'), await leftAt('2026-11-25T06:00:00.000Z')];
    expect(evening).toBeGreaterThan(0);
    expect(morning).toBe(evening);
    expect(await leftAt('2026-11-25T23:00:00.000Z')).toBe(0);
  });

  describe('rating', () => {
    test('keeps the colour, the proposal with its row, and the threshold beside it', async () => {
      const story = await anEnquiry();
      const answer = await rate(story, {}, people.socialWorkAnalyst);
      expect(answer).toMatchObject({
        status: 201,
        body: { version: 1, clockRule: 'first-rating', decideBy: '2026-11-24T14:00:00.000Z' },
      });
      expect(await view(story)).toMatchObject({
        colour: 'red',
        nextStep: 'send',
        ratings: [
          {
            version: 1,
            colour: 'red',
            proposedColour: 'red',
            proposedRow: 'R1',
            departed: false,
            ratedBy: people.socialWorkAnalyst.id,
          },
        ],
        thresholds: [{ version: 1, level: 's47', grounds: ['injury'] }],
      });
      const [rated] = await hub.announced(story.enquiryId, 'decision.enquiry-rated');
      expect(rated?.data).toMatchObject({ ratingVersion: 1, thresholdVersion: 1, rosterVersion: 1, threshold: 's47' });
    });

    test('is for managers and qualified social workers, and for nobody else', async () => {
      const story = await anEnquiry();
      expect(await rate(story, {}, people.analyst)).toMatchObject({
        status: 403,
        body: { code: 'ENQUIRY.RATE_NOT_ALLOWED' },
      });
      expect(await rate(story, {}, people.policeLiaison)).toMatchObject({
        status: 404,
        body: { code: 'ENQUIRY.NOT_FOUND' },
      });
      expect((await rate(story)).status).toBe(201);
    });

    test('accepts only Red while the roster is blank', async () => {
      const story = new Story(hub, TUESDAY);
      await story.contactRecorded();
      await seen(story, { stage: 'new' });
      const amber = await rate(story, { colour: 'amber', departureReason: 'seriousness' });
      expect(amber).toMatchObject({ status: 422, body: { code: 'DECISION.ROSTER_BLANK' } });
      expect((await rate(story)).status).toBe(201);
    });

    test('is refused to whoever did not see the last one', async () => {
      const story = await anEnquiry();
      const both = await Promise.all([rate(story), rate(story)]);
      expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'DECISION.RATED_MEANWHILE' });
    });

    test('again follows the setting of the pack for the clock that runs, and says so', async () => {
      const story = await anEnquiry();
      await rate(story);
      const again = await rate(story, {
        expectedVersion: 1,
        colour: 'amber',
        departureReason: 'new_information',
        facts: { immediateDanger: 'yes' },
      });
      expect(again.body).toMatchObject({ version: 2, clockRule: 'shorter-wins', decideBy: '2026-11-24T14:00:00.000Z' });
      expect(await view(story)).toMatchObject({
        colour: 'amber',
        ratings: [{ version: 1 }, { version: 2, departed: true }],
      });
    });

    test('takes reasons only that were sealed for this enquiry', async () => {
      const [story, other] = [await anEnquiry(), await anEnquiry()];
      const sealed = await sealedNote(other, people.manager.id);
      expect(await rate(story, { sealed })).toMatchObject({ status: 422, body: { code: 'SEAL.HEADER_MISMATCH' } });
      const junk = { kid: newId(), envelope: 'aaaaaaaaaa.bbbbbb.cccccc.dddddd.eeeeee' };
      expect(await rate(story, { sealed: junk })).toMatchObject({ status: 422, body: { code: 'SEAL.MALFORMED' } });
    });

    test('is proposed by the table with the row that matched, or with what it still needs', async () => {
      const story = await anEnquiry();
      const open = await hub.post(people.analyst, story.path('/rating-proposal'), { facts: {} });
      expect(open).toMatchObject({ status: 200, body: { pack: { id: 'thurrock' } } });
      expect((open.body as { cannotPropose: string[] }).cannotPropose).toContain('whether a child is in danger now');
      const red = await hub.post(people.analyst, story.path('/rating-proposal'), { facts: { immediateDanger: 'yes' } });
      expect(red.body).toMatchObject({ proposed: { colour: 'red', row: 'R1' } });
      const odd = await hub.post(people.analyst, story.path('/rating-proposal'), { facts: { shoeSize: 4 } });
      expect(odd).toMatchObject({ status: 400, body: { code: 'DECISION.FACTS_DO_NOT_FIT' } });
    });
  });

  describe('the queue', () => {
    const order = async (ids: readonly string[]) => {
      const { rows } = (await hub.get(people.manager, '/queue?view=unclaimed')).body as {
        rows: { enquiryId: string }[];
      };
      return rows.map(({ enquiryId }) => enquiryId).filter((id) => ids.includes(id));
    };

    test('puts late first, Red on top, then the least time left', async () => {
      await hub.db.query("UPDATE enquiry SET owner_id = 'somebody' WHERE owner_id IS NULL");
      const late = await anEnquiry('2026-11-23T09:00:00.000Z');
      const red = await anEnquiry('2026-11-24T09:58:00.000Z');
      const early = await anEnquiry('2026-11-24T09:40:00.000Z');
      const recent = await anEnquiry('2026-11-24T09:50:00.000Z');
      await rate(red);
      const ids = [late, red, early, recent].map(({ enquiryId }) => enquiryId);
      expect(await order(ids)).toEqual([late, red, early, recent].map(({ enquiryId }) => enquiryId));
    });

    test('gives two who press at once two enquiries', async () => {
      await hub.db.query("UPDATE enquiry SET owner_id = 'somebody' WHERE owner_id IS NULL");
      await Promise.all([anEnquiry(), anEnquiry(), anEnquiry()]);
      const taken = await Promise.all(
        [people.manager, people.socialWorkAnalyst, people.manager].map((as) => hub.post(as, '/queue/take-next')),
      );
      expect(new Set(taken.map(({ body }) => (body as { enquiryId: string }).enquiryId)).size).toBe(3);
      expect((await hub.post(people.manager, '/queue/take-next')).status).toBe(204);
    });

    test('lets one person claim at a time, and a manager take over', async () => {
      const story = await anEnquiry();
      expect((await hub.post(people.analyst, story.path('/claim'))).status).toBe(204);
      const other = await hub.post(people.socialWorkAnalyst, story.path('/claim'));
      expect(other).toMatchObject({ status: 409, body: { code: 'DECISION.CLAIMED_MEANWHILE' } });
      expect((await hub.post(people.socialWorkAnalyst, story.path('/release'))).status).toBe(409);
      expect((await hub.post(people.manager, story.path('/claim'))).status).toBe(204);
      expect((await hub.post(people.manager, story.path('/release'))).status).toBe(204);
      expect((await view(story)).ownerId).toBeUndefined();
    });
  });
});
