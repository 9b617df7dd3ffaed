import { newId } from '@mash/contracts';
import { ASKED } from '../browser-tests/stubs/asking/asked-ids';
import { askReview } from '../browser-tests/stubs/asking/asked-requests';
import { DECIDED } from '../browser-tests/stubs/decided-enquiry';
import { RECALLED } from '../browser-tests/stubs/recalling/recall-ids';
import { anOverride, REVIEWING } from '../browser-tests/stubs/reviewing/reviewing-routes';
import { PlainVisitor } from '../browser-tests/support/plain-visitor';
import { PlatformOnStubs } from '../browser-tests/support/platform-on-stubs';

const BREACH = `/ig/breaches/${RECALLED.breachId}`;
const LETTER = `/recall/${DECIDED.enquiryId}/product/${DECIDED.letterId}`;

describe('A form that is sent twice', () => {
  const its = PlatformOnStubs.forTheseTests();

  const TOLD = { says: 'people_told', hours: '2', words: 'By letter.' };
  const WRONG = { says: 'wrong_recipient', hours: '5', reason: 'Not our pupil.' };

  test.each([
    ['a breach', 'Helen Forsyth', BREACH, TOLD, () => its.platform.recalling.stated.length, 'On record'],
    ['a recall', 'Amara Osei', LETTER, WRONG, () => its.platform.recalling.said.length, 'It is recalled'],
  ] as const)(
    'in which a time was typed is recorded once, and reads as done both times: %s',
    async (_what, who, path, fields, taken, done) => {
      const someone = await new PlainVisitor(its.platform.consoleUrl).signIn(who);
      const { html } = await someone.get(path);
      const before = taken();
      for (const press of [1, 2]) {
        someone.html = html;
        await someone.send(path, fields);
        expect([press, someone.status, taken()]).toEqual([press, 200, before + 1]);
        expect(someone.html).toContain(done);
      }
    },
  );

  test('that did a task leads to the tasks both times, and loses no words where somebody else was first', async () => {
    const path = `/tasks/${REVIEWING.taskId}`;
    const fields = { outcome: 'done', keptFromFamily: 'yes', note: 'I rang her.' };
    const someone = await new PlainVisitor(its.platform.consoleUrl).signIn('Grace Adeyemi');
    const { html } = await someone.get(path);
    for (const press of [1, 2]) {
      someone.html = html;
      await someone.send(path, fields);
      expect([press, someone.path, its.platform.reviewing.done.length]).toEqual([press, '/tasks', 1]);
    }
    someone.html = html;
    await someone.send(path, { ...fields, note: 'Another wrote this.' });
    expect([someone.path, someone.status]).toEqual([path, 409]);
    expect(someone.html).toContain('This is done');
    expect(someone.html).toContain('What you wrote was not recorded');
    expect(someone.html).toMatch(/: done by .+, [^.]+ today\./);
    expect(someone.html).toContain('Another wrote this.');
    expect((await someone.send(path, { ...fields, enquiry: 'x' })).status).toBe(404);
  });

  const NOBODY = '0198ffff-0000-7000-8000-00000000dead';
  test.each([
    ['Callum Reyes', `/release-onward/${ASKED.holderDecisionId}`, `/release-onward/${NOBODY}`],
    ['Grace Adeyemi', `/reviews/${ASKED.reviewId}`, `/reviews/group/${NOBODY}`],
  ])('to a question that is answered by then loses no words: %s', async (who, page, path) => {
    const someone = await new PlainVisitor(its.platform.consoleUrl).signIn(who);
    await someone.get(page);
    await someone.send(path, { reason: 'His aunt rang us.', wording: 'Seen once.', condition: 'Not to the school.' });
    expect([someone.path, someone.status]).toEqual([path, 409]);
    expect(someone.html).toContain('no answer any more');
    for (const words of ['His aunt rang us.', 'Seen once.', 'Not to the school.'])
      expect(someone.html).toContain(words);
  });

  test('to a REVIEW that somebody has answered loses no words', async () => {
    const path = `/reviews/${ASKED.holderReviewId}`;
    const answered = { reviewId: ASKED.holderReviewId, state: 'refused', mayAnswer: false } as const;
    its.platform.asking.holder.reviews.push(askReview(answered));
    const someone = await new PlainVisitor(its.platform.consoleUrl).signIn('Grace Adeyemi');
    await someone.get('/reviews');
    await someone.send(path, { answer: 'refuse', ground: 'not_necessary', reason: 'His aunt rang us.' });
    its.platform.asking.holder.reviews.pop();
    expect([someone.path, someone.status]).toEqual([path, 409]);
    expect(someone.html).toContain('no answer any more');
    expect(someone.html).toContain('His aunt rang us.');
  });

  describe('to an override of which one is the second person', () => {
    const overrideId = newId();
    const path = `/overrides/${overrideId}`;
    const WAITING = anOverride({ overrideId, grounds: ['OV_HARM'] }, newId());
    const waits = () => (its.platform.reviewing.override = WAITING);
    const secondPerson = async () => {
      waits();
      const someone = await new PlainVisitor(its.platform.consoleUrl).signIn('Tomas Lindgren');
      await (await someone.signIn('Tomas Lindgren', `/sign-in/again?from=${path}`)).get(path);
      expect(someone.html).toContain('Confirm the override');
      return someone;
    };

    test('is taken once, and reads as taken both times', async () => {
      const someone = await secondPerson();
      const { html } = someone;
      for (const press of [1, 2]) {
        someone.html = html;
        await someone.send(`${path}/confirm`, { answer: 'decline' });
        expect([press, someone.path, someone.status]).toEqual([press, path, 200]);
        expect(someone.html).not.toContain('There is a problem');
      }
    });

    test('is told where somebody was first, or it needs another sign-in: nothing was recorded', async () => {
      const someone = await secondPerson();
      its.platform.reviewing.override = { ...WAITING, state: 'in_force', secondPerson: newId() };
      await someone.send(`${path}/confirm`, { answer: 'decline' });
      expect([someone.path, someone.status]).toEqual([`${path}/confirm`, 409]);
      expect(someone.html).toContain('Your no was not recorded: somebody has answered this already');
      expect(someone.html).toContain('In force');

      waits();
      const stale = await new PlainVisitor(its.platform.consoleUrl).signIn('Tomas Lindgren');
      await stale.get(path);
      await stale.send(`${path}/confirm`, { answer: 'confirm' });
      expect(stale.status).toBe(403);
      expect(stale.html).toContain('Your yes was not recorded: sign in again first');
      expect(stale.html).toContain(`/sign-in/again?from=${encodeURIComponent(path)}`);
    });

    test('without a yes or no is asked for one', async () => {
      const someone = await secondPerson();
      await someone.send(`${path}/confirm`, {});
      expect([someone.status, someone.html.includes('Say yes or no: nothing was recorded')]).toEqual([400, true]);
    });
  });

  test('with other words under it is another statement, and is not dropped', async () => {
    const someone = await new PlainVisitor(its.platform.consoleUrl).signIn('Helen Forsyth');
    const { html } = await someone.get(BREACH);
    const before = its.platform.recalling.stated.length;
    for (const words of ['They know.', 'They know, and have a number to ring.']) {
      someone.html = html;
      await someone.send(BREACH, { says: 'consequences', words });
    }
    expect(its.platform.recalling.stated).toHaveLength(before + 2);
  });
});
