import { CATEGORIES, type AgreementView } from '@mash/contracts';
import { versionPath } from '../shared/agreement-paths';
import { BASIS_WORDS } from '../shared/basis-words';
import { namesOf } from '../shared/body-names';
import { dayWords } from '../shared/day-words';
import { lineSentence } from '../shared/line-sentence';
import { listed } from '../shared/listed';
import { ROLE_WORDS } from '../shared/role-words';
import { compareLines } from './compare-lines';
import { compareParties } from './compare-parties';
import { Differences } from './differences';

/** Two versions of one agreement: what changed, in sentences, and then the two side by side. */
export interface CompareView {
  readonly heading: string;
  readonly groups: readonly { readonly heading: string; readonly sentences: readonly string[] }[];
  readonly columns: readonly [string, string];
  readonly rows: readonly {
    readonly what: string;
    readonly sides: readonly (readonly string[])[];
    readonly differs: boolean;
  }[];
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

interface Field {
  readonly what: string;
  readonly of: (version: AgreementView) => string;
}

const FIELDS: readonly Field[] = [
  { what: 'Title', of: ({ title }) => title },
  { what: 'Public address', of: ({ slug }) => slug },
  { what: 'Tier', of: ({ tier }) => tier },
  { what: 'Kept by', of: ({ owner }) => owner },
  { what: 'First day', of: ({ inForceFrom }) => dayWords(inForceFrom) },
  { what: 'Last day', of: ({ inForceTo }) => (inForceTo === undefined ? 'No last day' : dayWords(inForceTo)) },
  { what: 'Review due', of: ({ reviewDue }) => dayWords(reviewDue) },
  { what: 'Impact assessment', of: ({ dpia }) => dpia ?? 'None is linked' },
  { what: 'Why', of: ({ words }) => words.why },
  { what: 'How long it is kept', of: ({ words }) => words.retention },
  { what: 'Asking and objecting', of: ({ words }) => words.asking ?? 'As the partnership says' },
  { what: 'How it is kept safe', of: ({ words }) => words.security ?? 'Not written down' },
];

function compareFields(before: AgreementView, after: AgreementView): Differences {
  const found = new Differences();
  for (const { what, of } of FIELDS) {
    if (of(before) !== of(after)) found.changed.push(`${what}: was "${of(before)}", is "${of(after)}".`);
  }
  return found;
}

/** All differences of two versions of one agreement. */
export function differencesOf(before: AgreementView, after: AgreementView): Differences {
  const found = new Differences();
  found.take(compareLines(before.lines, after.lines, [namesOf(before.bodies), namesOf(after.bodies)]));
  found.take(compareParties(before, after));
  found.take(compareFields(before, after));
  return found;
}

const partiesOf = ({ parties, bodies }: AgreementView): string[] => {
  const names = namesOf(bodies);
  return parties.map(({ agencyId, role }) => `${names.get(agencyId) ?? agencyId}. ${ROLE_WORDS[role]}`);
};
const basesOf = ({ bases, bodies }: AgreementView): string[] => {
  const names = namesOf(bodies);
  return bases.map(({ agencyId, categories, basis }) => {
    const what = listed(categories.map((category) => CATEGORIES[category].label.toLowerCase()));
    return `${names.get(agencyId) ?? agencyId}, ${what}: ${basis.map((code) => BASIS_WORDS[code]).join('; ')}.`;
  });
};
const linesOf = ({ lines, bodies }: AgreementView): string[] =>
  lines.map((line) => lineSentence(line, namesOf(bodies)));

function rowsOf(versions: readonly AgreementView[]): CompareView['rows'] {
  const row = (what: string, of: (version: AgreementView) => string[]) => {
    const sides = versions.map(of);
    return { what, sides, differs: JSON.stringify(sides[0]) !== JSON.stringify(sides[1]) };
  };
  return [
    row('Who may share what', linesOf),
    row('Parties', partiesOf),
    row('Legal grounds', basesOf),
    ...FIELDS.map(({ what, of }) => row(what, (version) => [of(version)])),
  ];
}

export function compareView(before: AgreementView, after: AgreementView): CompareView {
  const { added, removed, changed, isEmpty } = differencesOf(before, after);
  const count = added.length + removed.length + changed.length;
  const between = `between version ${before.version} and version ${after.version}`;
  const groups = [
    { heading: 'Added', sentences: added },
    { heading: 'Taken away', sentences: removed },
    { heading: 'Changed', sentences: changed },
  ];
  return {
    heading: isEmpty
      ? `Nothing differs ${between}`
      : `${count} ${count === 1 ? 'thing differs' : 'things differ'} ${between}`,
    groups: groups.filter(({ sentences }) => sentences.length > 0),
    columns: [`Version ${before.version}`, `Version ${after.version}`],
    rows: rowsOf([before, after]),
    links: [before, after].map((version) => ({
      text: `Version ${version.version} in full`,
      href: versionPath(version),
    })),
  };
}
