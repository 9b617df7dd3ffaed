import type { WrappedKey } from './key-encryption';

/** `<id of the key-encryption key>.<what it made of the key>`: the id is all that a rotation needs to read. */
export const wrappedText = (kekId: string, text: string): WrappedKey => `${kekId}.${text}`;

export function readWrapped(wrapped: WrappedKey): { kekId: string; text: string } {
  const dot = wrapped.indexOf('.');
  return { kekId: wrapped.slice(0, Math.max(0, dot)), text: wrapped.slice(dot + 1) };
}
