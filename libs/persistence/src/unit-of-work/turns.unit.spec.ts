import { setImmediate as soon } from 'node:timers/promises';
import { Turns } from './turns';

/** Work that goes on until it is told to end. */
function work(name: string, begun: string[]) {
  let end: (error?: Error) => void = () => undefined;
  const ended = new Promise<string>((resolve, reject) => {
    end = (error) => (error ? reject(error) : resolve(name));
  });
  return { start: () => (begun.push(name), ended), end: (error?: Error) => end(error) };
}

describe('Turns', () => {
  test('let so many go on at once, and the others in the order in which they came', async () => {
    const [turns, begun] = [new Turns(2), [] as string[]];
    const works = ['a', 'b', 'c', 'd'].map((name) => work(name, begun));
    const all = works.map(({ start }) => turns.take(start));
    await soon();
    expect(begun).toEqual(['a', 'b']);
    works[1]?.end();
    await soon();
    expect(begun).toEqual(['a', 'b', 'c']);
    for (const { end } of works) end();
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('give the turn on when a piece of work fails', async () => {
    const [turns, begun] = [new Turns(1), [] as string[]];
    const [first, second] = [work('first', begun), work('second', begun)];
    const failed = turns.take(first.start);
    const done = turns.take(second.start);
    first.end(new Error('it failed'));
    await expect(failed).rejects.toThrow('it failed');
    second.end();
    expect(await done).toBe('second');
  });
});
