import { CATEGORIES, type AgreementView } from '@mash/contracts';
import { BASIS_WORDS } from '../shared/basis-words';
import { namesOf } from '../shared/body-names';
import { lineSentence } from '../shared/line-sentence';
import { listed } from '../shared/listed';
import { ROLE_WORDS } from '../shared/role-words';
import { upperFirst } from '../shared/upper-first';
import { FIELDS } from './compare-fields';
import { compareLine } from './compare-lines';

/** One thing that versions say, in the words of each. */
export interface CompareRow {
  readonly what: string;
  readonly sides: readonly (readonly string[])[];
  readonly differs: boolean;
}

type Says = (version: AgreementView, id: string) => string[];

/** The two side by side. What has an id stands in a row of its own, so that each line and each party meets its own former self. */
export function rowsOf(before: AgreementView, after: AgreementView): CompareRow[] {
  const both = [before, after];
  const names = new Map(both.flatMap(({ bodies }) => [...namesOf(bodies)]));
  const rows = (heading: string, idsIn: (version: AgreementView) => string[], says: Says): CompareRow[] =>
    idsOf(idsIn(before), idsIn(after)).map((id) => rowOf(`${heading} ${names.get(id) ?? id}`, both, says, id));
  return [
    ...idsOf(...lineIdsIn(both)).map((lineId) => ({
      ...rowOf(`Line ${lineId}`, both, lineIn, lineId),
      differs: lineDiffers(before, after, lineId),
    })),
    ...rows('Party:', ({ parties }) => parties.map(({ agencyId }) => agencyId), partyIn),
    ...rows('Legal grounds of', ({ bases }) => bases.map(({ agencyId }) => agencyId), basesIn),
    ...FIELDS.map(({ what, of }) => rowOf(what, both, (version) => [of(version)], what)),
  ];
}

const lineIdsIn = (versions: readonly AgreementView[]): string[][] =>
  versions.map(({ lines }) => lines.map(({ lineId }) => lineId));

/** As the newer version has them; what it no longer has comes last. */
const idsOf = (before: readonly string[] = [], after: readonly string[] = []): string[] => [
  ...new Set([...after, ...before]),
];

/** An empty cell could be taken for a fault of the page: what is absent is said. */
function rowOf(what: string, versions: readonly AgreementView[], says: Says, id: string): CompareRow {
  const sides = versions.map((version) => says(version, id));
  return {
    what,
    sides: sides.map((side) => (side.length === 0 ? ['Not in this version'] : side)),
    differs: JSON.stringify(sides[0]) !== JSON.stringify(sides[1]),
  };
}

const lineIn: Says = ({ lines, bodies }, id) =>
  lines.filter(({ lineId }) => lineId === id).map((line) => lineSentence(line, namesOf(bodies)));

/** By what they mean: the same categories in another order are the same line. */
function lineDiffers(before: AgreementView, after: AgreementView, id: string): boolean {
  const [old, now] = [before, after].map(({ lines }) => lines.find(({ lineId }) => lineId === id));
  return !old || !now || !compareLine(old, now, [namesOf(before.bodies), namesOf(after.bodies)]).isEmpty;
}

const partyIn: Says = ({ parties }, id) =>
  parties
    .filter(({ agencyId }) => agencyId === id)
    .flatMap(({ role, responsibilities }) => [
      ROLE_WORDS[role],
      ...(responsibilities === undefined ? [] : [`It takes on: ${responsibilities}`]),
    ]);

const basesIn: Says = ({ bases }, id) =>
  bases
    .filter(({ agencyId }) => agencyId === id)
    .map(({ categories, basis }) => {
      const what = listed(categories.map((category) => CATEGORIES[category].label.toLowerCase()));
      return `${upperFirst(what)}: ${basis.map((code) => BASIS_WORDS[code]).join('; ')}.`;
    });
