import type { Released } from '@mash/contracts';
import type { RegisteredBody } from '../register/agency.repository';
import type { OpenedAnswer } from './envelope-opener';
import type { Judged } from './judge-thing';

type CoverageShown = Released['coverage'][number];

/**
 * What an agency searched, released with its items. Where items stand and none is shown, the agency may be named only if its name gives
 * nothing away, and its own words (the note) stay back.
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
  return {
    ...{ envelopeId, agencyId: ids.agencyId, personId: ids.personId, state },
    systems: isShown ? systems.map(({ name }) => name) : [],
    identifiers: identifiersUsed,
    ...(datesFrom && { from: datesFrom }),
    ...(datesTo && { to: datesTo }),
    ...(isShown && note && { note }),
  };
}
