import type { LogFields } from './log-fields';

const DEEPEST_FRAMES = 8;

const codeOf = (error: Error): string | undefined => {
  const code = (error as Error & { code?: unknown }).code;
  return typeof code === 'string' || typeof code === 'number' ? String(code) : undefined;
};

/** The frames of a stack without its first lines: those repeat the message, which may quote what a person typed. */
const framesOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, DEEPEST_FRAMES)
    .map((line) => line.trim())
    .join(' | ');

/**
 * What a log may say of an error: its class, its code and where it happened. Never its message: PostgreSQL and parsers quote
 * the values they choke on.
 */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { errorName: typeof error };
  return { errorName: error.name, errorCode: codeOf(error), frames: framesOf(error) };
}
