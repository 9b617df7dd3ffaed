import { newestFirst } from './newest-first';

const said = (statementId: string, statedAt: string, recordedAt: string, writtenAt: string | null = null) => ({
  ...{ statementId, statedAt: new Date(statedAt), recordedAt: new Date(recordedAt) },
  writtenAt: writtenAt === null ? null : new Date(writtenAt),
});
const order = (...statements: ReturnType<typeof said>[]) =>
  newestFirst(statements).map(({ statementId }) => statementId);

describe('The order in which statements count', () => {
  test('is that of the days on which they were said, whenever they were written down', () => {
    const yes = said('yes', '2026-11-24T09:00:00Z', '2026-11-24T09:00:00Z');
    const earlier = said('earlier', '2026-11-23T12:00:00Z', '2026-11-24T10:00:00Z');
    expect(order(earlier, yes)).toEqual(['yes', 'earlier']);
  });

  test('of one day what was written down later is the later word, whatever hour the form put to it', () => {
    const yes = said('yes', '2026-11-23T15:00:00Z', '2026-11-23T15:00:00Z');
    const no = said('no', '2026-11-23T12:00:00Z', '2026-11-24T10:00:00Z');
    expect(order(yes, no)).toEqual(['no', 'yes']);
    expect(order(no, yes)).toEqual(['no', 'yes']);
  });

  test('a day is a London day', () => {
    const beforeMidnight = said('monday', '2026-07-06T22:30:00Z', '2026-07-08T09:00:00Z');
    const afterMidnight = said('tuesday', '2026-07-06T23:30:00Z', '2026-07-07T09:00:00Z');
    expect(order(beforeMidnight, afterMidnight)).toEqual(['tuesday', 'monday']);
  });

  test('what came with the contact keeps its place when it comes late, or again because somebody was matched', () => {
    const yes = said('yes', '2026-11-24T09:00:00Z', '2026-11-24T09:00:01Z', '2026-11-24T09:00:00Z');
    const no = said('no', '2026-11-24T10:00:00Z', '2026-11-24T10:00:00Z');
    const again = said('again', '2026-11-24T09:00:00Z', '2026-11-24T11:00:00Z', '2026-11-24T09:00:00Z');
    expect(order(again, no, yes)).toEqual(['no', 'yes', 'again']);
  });
});
