import type { Typed } from '@mash/contracts';

/** An identifier with what its check digit says. It proves typing, never identity. */
export function typedWords(identifier: string, typed: Typed | undefined): string {
  if (typed === undefined) return identifier;
  return typed === 'correctly'
    ? `${identifier} (typed correctly; does not prove identity)`
    : `${identifier} (mistyped: its check digit is wrong)`;
}
