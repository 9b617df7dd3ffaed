import type { RaiseDissent } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';
import { GROUNDS, STAGES } from '../decision/dissent-words';

export interface Dissent {
  readonly ground: RaiseDissent['ground'];
  readonly stage: RaiseDissent['stage'];
  /** Sealed before it leaves the console. */
  readonly words: string;
}

export function readDissent(posted: Posted): { dissent?: Dissent; errors: readonly FieldError[] } {
  const ground = posted.choice(
    'ground',
    GROUNDS.map(({ value }) => value),
  );
  const stage = posted.choice(
    'stage',
    STAGES.map(({ value }) => value),
  );
  const words = posted.text('words');
  const errors = [
    ...(ground === undefined ? [{ field: 'ground', text: 'Choose what the difference is about' }] : []),
    ...(stage === undefined ? [{ field: 'stage', text: 'Choose the stage' }] : []),
    ...(words === '' ? [{ field: 'words', text: 'Say what you think should happen, and why' }] : []),
    ...(words.length > 4_000 ? [{ field: 'words', text: 'Shorten this to 4,000 characters' }] : []),
  ];
  return ground === undefined || stage === undefined || errors.length > 0
    ? { errors }
    : { dissent: { ground, stage, words }, errors };
}
