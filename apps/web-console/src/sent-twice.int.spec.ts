import { freshDatabase, type FreshDatabase } from '@mash/testing';
import { DECIDED } from '../browser-tests/stubs/decided-enquiry';
import { RECALLED } from '../browser-tests/stubs/recalling/recall-ids';
import { REVIEWING } from '../browser-tests/stubs/reviewing/reviewing-routes';
import { startStubPlatform, type StubPlatform } from '../browser-tests/stubs/stub-platform';
import { PlainVisitor } from '../browser-tests/support/plain-visitor';
import { migrations } from './persistence/migrations';

const BREACH = `/ig/breaches/${RECALLED.breachId}`;
const LETTER = `/recall/${DECIDED.enquiryId}/product/${DECIDED.letterId}`;

describe('A form that is sent twice', () => {
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

  const TOLD = { says: 'people_told', hours: '2', words: 'By letter.' };
  const WRONG = { says: 'wrong_recipient', hours: '5', reason: 'Not our pupil.' };

  test.each([
    ['a breach', 'Helen Forsyth', BREACH, TOLD, () => platform.recalling.stated.length, 'On record'],
    ['a recall', 'Amara Osei', LETTER, WRONG, () => platform.recalling.said.length, 'It is recalled'],
  ] as const)(
    'in which a time was typed is recorded once, and reads as done both times: %s',
    async (_what, who, path, fields, taken, done) => {
      const someone = await new PlainVisitor(platform.consoleUrl).signIn(who);
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
    const someone = await new PlainVisitor(platform.consoleUrl).signIn('Grace Adeyemi');
    const { html } = await someone.get(path);
    for (const press of [1, 2]) {
      someone.html = html;
      await someone.send(path, fields);
      expect([press, someone.path, platform.reviewing.done.length]).toEqual([press, '/tasks', 1]);
    }
    someone.html = html;
    await someone.send(path, { ...fields, note: 'Another wrote this.' });
    expect([someone.path, someone.status]).toEqual([path, 409]);
    expect(someone.html).toContain('Somebody has done this already');
    expect(someone.html).toContain('Another wrote this.');
    expect((await someone.send(path, { ...fields, enquiry: 'x' })).status).toBe(404);
  });

  test('with other words under it is another statement, and is not dropped', async () => {
    const someone = await new PlainVisitor(platform.consoleUrl).signIn('Helen Forsyth');
    const { html } = await someone.get(BREACH);
    const before = platform.recalling.stated.length;
    for (const words of ['They know.', 'They know, and have a number to ring.']) {
      someone.html = html;
      await someone.send(BREACH, { says: 'consequences', words });
    }
    expect(platform.recalling.stated).toHaveLength(before + 2);
  });
});
