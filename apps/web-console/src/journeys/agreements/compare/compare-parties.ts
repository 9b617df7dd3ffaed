import { CATEGORIES, type AgreementView, type Category } from '@mash/contracts';
import { BASIS_WORDS } from '../shared/basis-words';
import { namesOf } from '../shared/body-names';
import { ROLE_WORDS } from '../shared/role-words';
import { Differences } from './differences';

const SAYS = { more: 'now rests on this:', less: 'no longer rests on this:' };

type Version = Pick<AgreementView, 'parties' | 'bases' | 'bodies'>;

/** Who joined or left, what each party is in law, and what it rests on for which information. */
export function compareParties(before: Version, after: Version): Differences {
  const found = new Differences();
  const names = new Map([...namesOf(before.bodies), ...namesOf(after.bodies)]);
  const name = (agencyId: string): string => names.get(agencyId) ?? agencyId;
  for (const party of after.parties) {
    const old = before.parties.find(({ agencyId }) => agencyId === party.agencyId);
    if (old === undefined) found.added.push(`${name(party.agencyId)} is a party.`);
    else if (old.role !== party.role) found.changed.push(`${name(party.agencyId)}: ${ROLE_WORDS[party.role]}.`);
    if (old !== undefined && old.responsibilities !== party.responsibilities)
      found.changed.push(
        `${name(party.agencyId)}, what it takes on: ${party.responsibilities ?? 'nothing of its own'}`,
      );
  }
  for (const { agencyId } of before.parties) {
    if (after.parties.every((party) => party.agencyId !== agencyId))
      found.removed.push(`${name(agencyId)} is no longer a party.`);
  }
  found.take(compareBases(before, after, name));
  return found;
}

function basesOf({ bases }: Version, agencyId: string, category: Category): string[] {
  const own = bases.filter((one) => one.agencyId === agencyId && one.categories.includes(category));
  return [...new Set(own.flatMap(({ basis }) => basis))].map((code) => BASIS_WORDS[code]);
}

function compareBases(before: Version, after: Version, name: (agencyId: string) => string): Differences {
  const found = new Differences();
  const all = [...before.bases, ...after.bases];
  const bodies = [...new Set(all.map(({ agencyId }) => agencyId))];
  for (const agencyId of bodies) {
    const categories = new Set(all.filter((one) => one.agencyId === agencyId).flatMap((one) => one.categories));
    for (const category of categories) {
      const of = `${name(agencyId)}, ${CATEGORIES[category].label.toLowerCase()}`;
      found.takeLists(
        of,
        SAYS,
        basesOf(before, agencyId, category),
        basesOf(after, agencyId, category),
        (basis) => basis,
      );
    }
  }
  return found;
}
