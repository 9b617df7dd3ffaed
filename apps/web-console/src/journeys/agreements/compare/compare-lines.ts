import { CATEGORIES, type AgreementContentLine, type Category } from '@mash/contracts';
import { sideWords, type BodyNames } from '../shared/body-names';
import { lineSentence } from '../shared/line-sentence';
import { lineWords } from '../shared/line-words';
import { MODE_WORDS } from '../shared/mode-words';
import { PURPOSE_WORDS } from '../shared/purpose-words';
import { releasedTo } from '../shared/release-sentence';
import { RELEASE_WORDS } from '../shared/release-words';
import { Differences } from './differences';

type Release = AgreementContentLine['standingRelease'][number];

/** How what a line gained or lost is told. */
const SAYS = {
  about: { more: 'now also about', less: 'no longer about' },
  why: { more: 'now also', less: 'no longer' },
  how: { more: 'they may now also', less: 'they may no longer' },
  release: {
    more: 'the hub may now pass it on without asking again to',
    less: 'the hub may no longer pass it on without asking again to',
  },
} as const;

type Names = readonly [before: BodyNames, after: BodyNames];

/** Lines are matched by their ids: what a line gained, lost or turned into, in sentences. */
export function compareLines(
  before: readonly AgreementContentLine[],
  after: readonly AgreementContentLine[],
  [namesBefore, namesAfter]: Names,
): Differences {
  const found = new Differences();
  const kept = (list: readonly AgreementContentLine[], lineId: string) => list.find((one) => one.lineId === lineId);
  for (const line of after) {
    const old = kept(before, line.lineId);
    if (old === undefined) found.added.push(lineSentence(line, namesAfter));
    else found.take(compareLine(old, line, [namesBefore, namesAfter]));
  }
  for (const line of before) {
    if (kept(after, line.lineId) === undefined) found.removed.push(lineSentence(line, namesBefore));
  }
  return found;
}

/** What one line gained, lost or turned into; empty where it says the same. */
export function compareLine(before: AgreementContentLine, after: AgreementContentLine, names: Names): Differences {
  const found = new Differences();
  const of = lineWords(after, names[1]).act;
  if (before.effect !== after.effect)
    found.changed.push(`${of}: before, this was ${before.effect === 'allow' ? 'allowed' : 'forbidden'}.`);
  if (before.rank !== after.rank)
    found.changed.push(`${of}: this is ${after.rank === 'exception' ? 'now an exception' : 'no longer an exception'}.`);
  for (const side of ['from', 'to'] as const) {
    const [was, is] = [sideWords(before[side], names[0]), sideWords(after[side], names[1])];
    if (was !== is)
      found.changed.push(`${of}: ${side === 'from' ? 'whoever shares' : 'whoever receives'} was ${was}, and is ${is}.`);
  }
  const about = (code: Category): string => CATEGORIES[code].label.toLowerCase();
  const release = (code: Release): string => RELEASE_WORDS[code];
  found.takeLists(of, SAYS.about, before.categories, after.categories, about);
  found.takeLists(of, SAYS.why, before.purposes, after.purposes, (code) => PURPOSE_WORDS[code]);
  found.takeLists(of, SAYS.how, before.modes, after.modes, (code) => MODE_WORDS[code]);
  found.takeLists(of, SAYS.release, releasedTo(before), releasedTo(after), release);
  if (namesReleaseInVain(before, after))
    found.changed.push(`${of}: whom it names for passing on without asking again, which has no effect on this line.`);
  return found;
}

/** A standing release that was changed on a line that lets the hub pass nothing on. */
function namesReleaseInVain(before: AgreementContentLine, after: AgreementContentLine): boolean {
  const inVain = [before, after].every((line) => releasedTo(line).length === 0);
  return inVain && [...before.standingRelease].sort().join() !== [...after.standingRelease].sort().join();
}
