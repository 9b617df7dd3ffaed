import { compileRules, type CompiledRules } from '../domain/decision';
import type { Pack } from '@mash/threshold-packs';

const compiled = new Map<'review' | 'permit', CompiledRules>();

/** The rule book as the enquiry's pack has it, compiled once for each of its settings. */
export function rulesOf(pack: Pack): CompiledRules {
  const agreementGap = pack.sharing.agreementGapBetweenBoundBodies.outcome === 'PERMIT' ? 'permit' : 'review';
  const known = compiled.get(agreementGap);
  if (known) return known;
  const rules = compileRules({ pack: { agreementGap } });
  compiled.set(agreementGap, rules);
  return rules;
}
