import { isDeepStrictEqual } from 'node:util';
import type { Released } from '@mash/contracts';
import { leavesMoreOut, withoutPlacesOf } from '../domain/release/redact-item';
import type { RegisteredBody } from '../register/agency.repository';
import type { OpenedAnswer } from './envelope-opener';
import type { Judged } from './judge-thing';

type CoverageShown = Released['coverage'][number];
type Content = OpenedAnswer['content'];

/** Whether every item of an answer is shown: of one that brings none, whether it may be known at all. */
const isAllShown = ({ items }: Content, own: readonly Judged[]): boolean =>
  own.length >= items.length && own.every(({ shownAs }) => shownAs === 'shown');

/** Whether what is shown is as its holder wrote it: no other wording, and nothing that must go but places. */
function isAsWritten({ items }: Content, { thing, decision, rendered }: Judged): boolean {
  if (leavesMoreOut(decision.redactions)) return false;
  const item = items.find(({ itemId }) => itemId === thing.itemId);
  if (item === undefined) return thing.kind === 'coverage';
  const { sanitisedText: _sealed, ...whole } = item;
  return isDeepStrictEqual(rendered, whole);
}

/**
 * What an agency searched, released with its items. Where items stand and none is shown, the agency may be named only if its name gives
 * nothing away. What it typed around them (the note, the names of its systems) is under no rule of its own and says no more than they do: the
 * note goes with items that are all shown as they were written, the systems with items that are all shown, and both without protected places.
 */
export function coverageOf(
  { envelopeId, ids, content }: OpenedAnswer,
  judged: readonly Judged[],
  bodies: readonly RegisteredBody[],
): CoverageShown | undefined {
  const own = judged.filter(({ thing }) => thing.envelopeId === envelopeId);
  const isShown = own.some(({ shownAs }) => shownAs === 'shown');
  const reveals = bodies.find(({ agencyId }) => agencyId === ids.agencyId)?.reveals ?? 'special';
  const mayBeKnown = own.some(({ shownAs, thing }) => shownAs === 'withheld' && thing.kind === 'item');
  if (!isShown && !(mayBeKnown && reveals === 'none')) return undefined;
  const { state, systems, identifiersUsed, datesFrom, datesTo, note } = content.coverage;
  const isAll = isAllShown(content, own);
  const isWhole = isAll && own.every((one) => isAsWritten(content, one));
  const hide = (words: string) =>
    withoutPlacesOf(
      own.flatMap(({ decision }) => decision.redactions),
      words,
    );
  return {
    ...{ envelopeId, agencyId: ids.agencyId, personId: ids.personId, state },
    systems: isAll ? systems.map(({ name }) => hide(name)) : [],
    identifiers: identifiersUsed,
    ...(datesFrom && { from: datesFrom }),
    ...(datesTo && { to: datesTo }),
    ...(isWhole && note && { note: hide(note) }),
  };
}
