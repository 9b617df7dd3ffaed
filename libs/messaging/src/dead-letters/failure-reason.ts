import { sqlStateOf } from '@mash/persistence';
import { ZodError } from 'zod';
import { isError } from '../consumer-host/is-error';

export interface FailureReason {
  /** The error's class: `TypeError`, `CodedError`. */
  readonly errorClass: string;
  /** The same words each time the same thing fails, and nothing about people. */
  readonly reason: string;
}

const LONGEST = 300;

/** Kinds of error whose words are the runtime's own and quote no data. */
const RUNTIME_WORDS = ['TypeError', 'ReferenceError', 'RangeError'];

/** Quoted parts, addresses and numbers in a message may be somebody's: they go. */
const scrub = (message: string): string =>
  message
    .replaceAll(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”/g, '"…"')
    .replaceAll(/\S+@\S+/g, '…')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|\d[\d\s-]{2,}/gi, '…');

function sqlReason(error: Error, state: string): string {
  const { driverError } = error as { driverError?: unknown };
  const { table, column, constraint } = (driverError ?? error) as Record<'table' | 'column' | 'constraint', unknown>;
  const places = Object.entries({ table, column, constraint }).filter(([, name]) => typeof name === 'string');
  return ['SQLSTATE', state, ...places.map(([kind, name]) => `${kind} ${String(name)}`)].join(' ');
}

/** The innermost place in our own code, without folders: `at RateEnquiry.handle (rate-enquiry.reaction.js:41:9)`. */
function placeOf({ stack = '' }: Error): string {
  const frames = stack.split('\n').filter((line) => line.startsWith('    at '));
  const frame = frames.find((line) => !/node_modules|node:/.test(line));
  return frame === undefined
    ? ''
    : ` ${frame
        .trim()
        .replace(/\(?(?:file:\/\/)?[^\s()]*[/\\]([^/\\]+)$/, '($1')
        .replace(/([^)])$/, '$1)')}`;
}

function words(error: Error): string {
  const state = sqlStateOf(error);
  if (state !== undefined) return sqlReason(error, state);
  if (error instanceof ZodError) {
    return error.issues.map(({ path, code }) => `${path.map(String).join('.')}:${code}`).join(' ');
  }
  const { code } = error as { code?: unknown };
  const said = RUNTIME_WORDS.includes(error.name) ? error.message : scrub(error.message);
  return typeof code === 'string' && !said.startsWith(code) ? `${code}: ${said}` : said;
}

/** Why an event died, for the people who mend it. Personal data stays out: only codes, classes, names of things and places in the code. */
export function failureReason(error: unknown): FailureReason {
  if (!isError(error)) return { errorClass: typeof error, reason: 'something that is no Error was thrown' };
  return { errorClass: error.name, reason: (words(error) + placeOf(error)).slice(0, LONGEST) };
}
