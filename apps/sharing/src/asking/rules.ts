import { compileRules, type CompiledRules, type SharingPackSettings } from '../domain/decision';
import type { Pack } from '@mash/threshold-packs';

const compiled = new Map<string, CompiledRules>();

/** What the pack sets of the rule book, each value by the row that it belongs to. */
export function settingsOf({ sharing }: Pack): SharingPackSettings {
  return {
    agreementGap: sharing.agreementGapBetweenBoundBodies.outcome === 'PERMIT' ? 'permit' : 'review',
    helpWithoutService: sharing.helpWithoutServiceConsent.outcome === 'DENY' ? 'deny' : 'review',
    noGroundBetweenBound: sharing.noGroundBetweenBoundBodies.outcome === 'REVIEW' ? 'review' : 'permit',
    askingUnbound: sharing.askingUnboundBodies.outcome === 'DENY' ? 'deny' : 'review',
    reviewGraceDays: sharing.pastReviewGraceDays.value,
  };
}

/** The rule book as the enquiry's pack has it, compiled once for each of its settings. */
export function rulesOf(pack: Pack): CompiledRules {
  const settings = settingsOf(pack);
  const key = JSON.stringify(settings);
  const known = compiled.get(key);
  if (known) return known;
  const rules = compileRules({ pack: settings });
  compiled.set(key, rules);
  return rules;
}
