import { randomUUID } from 'node:crypto';
import { eventually, freshTopicPrefix, testKafka } from '@mash/testing';
import type { FreshDatabase } from '@mash/testing';
import { fixtureDatabase } from '../testing/fixture-database';
import { TestService } from '../testing/test-service';
import type { DeadLetter } from './dead-letter';
import { runDeadLettersCommand } from './dead-letters.command';

jest.setTimeout(60_000);

describe('A poison event', () => {
  let database: FreshDatabase;
  let service: TestService;
  let poison = new Set<number>();

  beforeAll(async () => {
    database = await fixtureDatabase();
    service = await TestService.start({
      databaseUrl: database.appUrl,
      brokers: testKafka(),
      topicPrefix: freshTopicPrefix(),
    });
    service.mood.onStep = ({ data }) => {
      if (poison.has(data.n)) throw new TypeError(`Cannot read properties of undefined (reading 'household')`);
    };
  });
  afterAll(async () => {
    await service.stop();
    await database.drop();
  });
  beforeEach(() => {
    poison = new Set([1]);
  });

  const deadLetterOf = (key: string, parkedBehind: number): Promise<DeadLetter> =>
    eventually(async () => {
      const letter = (await service.deadLetters.list()).find((one) => one.key === key);
      expect(letter?.parkedBehind).toBe(parkedBehind);
      return letter!;
    });

  /** Steps 1 (poison), 2 and 3 of one enquiry, with another enquiry's step between them. */
  const takeThreeSteps = async (): Promise<{ sick: string; healthy: string }> => {
    const [sick, healthy] = [randomUUID(), randomUUID()];
    await service.take(sick, 1);
    await service.take(sick, 2);
    await service.take(healthy, 2);
    await service.take(sick, 3);
    return { sick, healthy };
  };

  test('is put aside after four tries with its real reason, later events of its key behind it, while other keys go on', async () => {
    const { sick, healthy } = await takeThreeSteps();
    const letter = await deadLetterOf(sick, 2);
    expect(letter).toMatchObject({
      tries: 4,
      errorClass: 'TypeError',
      type: 'fixture.step-taken',
      consumer: 'fixture',
    });
    expect(letter.reason).toMatch(
      /^Cannot read properties of undefined \(reading 'household'\) at .*dead-letters\.int\.spec\.ts/,
    );
    await eventually(async () => expect(await service.stepsOf(healthy)).toEqual([2]));
    expect(await service.stepsOf(sick)).toEqual([]);
  });

  test('is delivered again on demand, and then what was parked behind it, in order; new events follow', async () => {
    const { sick } = await takeThreeSteps();
    const { id } = await deadLetterOf(sick, 2);
    poison = new Set();
    await service.deadLetters.replay(id);
    expect(await service.deadLetters.outcome(id)).toMatchObject({ state: 'replayed', parkedBehind: 0 });
    await service.take(sick, 4);
    await eventually(async () => expect(await service.stepsOf(sick)).toEqual([1, 2, 3, 4]));
  });

  test('stays a dead letter when it fails again, and its key goes on waiting', async () => {
    const { sick } = await takeThreeSteps();
    const { id } = await deadLetterOf(sick, 2);
    await service.deadLetters.replay(id);
    expect(await service.deadLetters.outcome(id)).toMatchObject({ state: 'open', tries: 5, parkedBehind: 2 });
    expect(await service.stepsOf(sick)).toEqual([]);
  });

  test('hands its place to a parked event that is poison too, and what is behind that one goes on waiting', async () => {
    const { sick } = await takeThreeSteps();
    const { id } = await deadLetterOf(sick, 2);
    poison = new Set([2]);
    await service.deadLetters.replay(id);
    await service.deadLetters.outcome(id);
    const second = await deadLetterOf(sick, 1);
    expect(second.id).not.toBe(id);
    expect(await service.stepsOf(sick)).toEqual([1]);
    poison = new Set();
    await service.deadLetters.replay(second.id);
    await eventually(async () => expect(await service.stepsOf(sick)).toEqual([1, 2, 3]));
  });

  test('can be given up with a reason, and never without one', async () => {
    const { sick } = await takeThreeSteps();
    const { id } = await deadLetterOf(sick, 2);
    await expect(service.deadLetters.discard(id, '  ')).rejects.toThrow('MESSAGING.DISCARD_NEEDS_REASON');
    await service.deadLetters.discard(id, 'the step was taken by hand');
    expect(await service.deadLetters.outcome(id)).toMatchObject({
      state: 'discarded',
      discardReason: 'the step was taken by hand',
    });
    await eventually(async () => expect(await service.stepsOf(sick)).toEqual([2, 3]));
    await expect(service.deadLetters.replay(id)).rejects.toThrow('MESSAGING.DEAD_LETTER_NOT_FOUND');
  });

  test('can be listed and replayed by an operator from the command line', async () => {
    const { sick } = await takeThreeSteps();
    const { id } = await deadLetterOf(sick, 2);
    const said: string[] = [];
    const command = (...argv: string[]): Promise<number> =>
      runDeadLettersCommand(service.dataSource, argv, (text) => said.push(text));
    expect(await command('list')).toBe(0);
    expect(said.join('')).toContain(`${id}  open`);
    expect(await command('replay', id)).toBe(1); // still poison
    poison = new Set();
    expect(await command('replay', id)).toBe(0);
    expect(await command('replay', id)).toBe(1);
    expect(await command('bury')).toBe(2);
    expect(await command('discard', id)).toBe(2);
    expect(await service.stepsOf(sick)).toEqual([1, 2, 3]);
  });
});
