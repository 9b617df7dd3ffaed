import type { AgreementFinding } from '@mash/contracts';

/**
 * What a draft may still lack: whoever writes it goes on tomorrow. Everything else that the register check finds is wrong however the draft
 * goes on: a body that is in no register, a basis that a party cannot have (R-REG-01), lines that clash, days that contradict each other.
 */
const UNFINISHED: readonly string[] = [
  'BASIS_MISSING',
  'BASIS_ARTICLE_6',
  'BASIS_SPECIAL',
  'PARTIES_TOO_FEW',
  'TARGET_MISSING',
  'TARGET_NO_PARTY',
];

export const isUnfinished = ({ code }: AgreementFinding): boolean => UNFINISHED.includes(code);
