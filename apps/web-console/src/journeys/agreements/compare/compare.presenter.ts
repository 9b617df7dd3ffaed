import type { AgreementView } from '@mash/contracts';
import { versionPath } from '../shared/agreement-paths';
import { namesOf } from '../shared/body-names';
import { FIELDS } from './compare-fields';
import { compareLines } from './compare-lines';
import { compareParties } from './compare-parties';
import { rowsOf, type CompareRow } from './compare-rows';
import { Differences } from './differences';

/** Two versions of one agreement: what changed, in sentences, and then the two side by side. */
export interface CompareView {
  readonly heading: string;
  readonly groups: readonly { readonly heading: string; readonly sentences: readonly string[] }[];
  readonly columns: readonly [string, string];
  readonly rows: readonly CompareRow[];
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

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
    rows: rowsOf(before, after),
    links: [before, after].map((version) => ({
      text: `Version ${version.version} in full`,
      href: versionPath(version),
    })),
  };
}
