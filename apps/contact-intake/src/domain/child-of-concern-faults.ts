import { isChildOfConcern, type PersonKind, type PersonRelation } from '@mash/contracts';
import type { Fault } from './fault';

interface Told {
  /** Where what part they play was said. */
  readonly field: string;
  readonly kind: PersonKind;
  readonly relation: PersonRelation;
}

/** Where children are told of, the worry is about one of them at least. @returns one fault, at the first child; nothing where there is no child */
export function childOfConcernFaults(people: readonly Told[]): Fault[] {
  const first = people.find(({ kind }) => kind !== 'adult');
  if (first === undefined || people.some(isChildOfConcern)) return [];
  const message = 'Say which child the worry is about: one at least';
  return [{ field: first.field, code: 'INTAKE.NO_CHILD_OF_CONCERN', message }];
}
