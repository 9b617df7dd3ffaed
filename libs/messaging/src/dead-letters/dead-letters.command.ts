import type { DataSource } from 'typeorm';
import type { DeadLetter } from './dead-letter';
import { DeadLetterNotFound, DeadLetters } from './dead-letters';

const USAGE = 'dead-letters list [--all] | replay <id> | discard <id> <reason...>';

const line = (letter: DeadLetter): string =>
  [
    letter.id,
    letter.asked === null ? letter.state : `${letter.state}, ${letter.asked} asked for`,
    letter.diedAt.toISOString(),
    letter.type ?? 'unknown type',
    `${letter.tries} tries`,
    `${letter.parkedBehind} parked behind`,
    `${letter.errorClass}: ${letter.reason}`,
  ].join('  ');

async function obey(letters: DeadLetters, [verb, id, ...rest]: readonly string[]): Promise<DeadLetter[] | undefined> {
  if (verb === 'list') return letters.list({ all: id === '--all' });
  if (id === undefined) return undefined;
  if (verb === 'replay') await letters.replay(id);
  else if (verb === 'discard' && rest.length > 0) await letters.discard(id, rest.join(' '));
  else return undefined;
  return [await letters.outcome(id)];
}

/**
 * The operator's command of a service: `list`, `replay <id>`, `discard <id> <reason>`. The service must be running, for its consumer
 * does the work; the command waits for the outcome, 30 seconds at most. Returns the exit code: 0 done, 1 not done, 2 not understood.
 */
export async function runDeadLettersCommand(
  dataSource: DataSource,
  argv: readonly string[],
  write: (text: string) => unknown = (text) => process.stdout.write(text),
): Promise<number> {
  try {
    const letters = await obey(new DeadLetters(dataSource), argv);
    if (letters === undefined) {
      write(`${USAGE}\n`);
      return 2;
    }
    for (const letter of letters) write(`${line(letter)}\n`);
    return argv[0] === 'list' || letters.every(({ state }) => state !== 'open') ? 0 : 1;
  } catch (error) {
    if (!(error instanceof DeadLetterNotFound)) throw error;
    write(`${error.message}\n`);
    return 1;
  }
}
