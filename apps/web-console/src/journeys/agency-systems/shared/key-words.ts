import type { KeyRevocationReason, SystemKeyState, SystemMaySeal } from '@mash/contracts';
import type { Option } from '../../../forms/field-view';

/** How a key stands, in words. */
export const STATE_WORDS: Readonly<Record<SystemKeyState, string>> = {
  coming: 'Not valid yet',
  current: 'In use',
  ending: 'In use, followed by another',
  ended: 'Its time is over',
  revoked: 'Revoked',
};

export const MAY_SEAL: readonly Option<SystemMaySeal>[] = [
  { value: 'answer', text: 'Answers of its own agency' },
  { value: 'contact', text: 'Concerns in its own name' },
];

export const REASONS: readonly Option<KeyRevocationReason>[] = [
  { value: 'compromised', text: 'Somebody else may have it' },
  { value: 'lost', text: 'It is lost' },
  { value: 'system_retired', text: 'The system is no longer used' },
  { value: 'agency_left', text: 'The agency has left the partnership' },
  { value: 'mistake', text: 'It was registered by mistake' },
];

export const reasonWords = (reason: KeyRevocationReason | undefined): string =>
  REASONS.find(({ value }) => value === reason)?.text ?? '';

export const maySealWords = (maySeal: readonly SystemMaySeal[]): string =>
  MAY_SEAL.filter(({ value }) => maySeal.includes(value))
    .map(({ text }) => text)
    .join(', ');

/** The first letters of a key's thumbprint: enough to tell two keys apart over the telephone. */
export const shortKey = (kid: string): string => kid.slice(0, 12);
