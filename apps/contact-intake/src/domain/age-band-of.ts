import { ageBandOn } from '@mash/clocks';
import type { AgeBand } from '@mash/contracts';
import { birthOf } from './said-birth';
import type { SaidBirth } from './said-birth';

/** The age band today in London. The date decides where there is one: an adult by the form may be a child by the birth date. */
export function ageBandOf(person: SaidBirth, now: Date): AgeBand {
  if (person.kind === 'unborn') return 'unborn';
  const band = ageBandOn({ ...birthOf(person), expectedDate: undefined }, now);
  return band === 'not_known' && person.kind === 'adult' ? 'adult' : band;
}
