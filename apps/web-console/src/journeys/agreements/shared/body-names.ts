import type { AgreementTargets, NamedBody } from '@mash/contracts';
import { KIND_WORDS } from './kind-words';
import { listed } from './listed';

/** Names of the bodies that an agreement names, by id. */
export type BodyNames = ReadonlyMap<string, string>;

export const namesOf = (bodies: readonly NamedBody[]): BodyNames =>
  new Map(bodies.map(({ agencyId, name }) => [agencyId, name]));

/** One side of a line: the organisations where any is named, else the types. */
export function sideWords({ organisations, kinds }: AgreementTargets, names: BodyNames): string {
  if (organisations.length > 0) return listed(organisations.map((id) => names.get(id) ?? id));
  return kinds.length === 0 ? 'nobody' : listed(kinds.map((kind) => KIND_WORDS[kind]));
}
