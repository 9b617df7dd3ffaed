import type { RuleRow } from './rule-row';
import { PROTECT_RULES } from './protect.rules';
import { GATE_RULES } from './gate.rules';
import { BAR_RULES } from './bar.rules';
import { HOLDER_RULES } from './holder.rules';
import { PERSON_RULES } from './person.rules';
import { CONSENT_RULES } from './consent.rules';
import { AUDIENCE_RULES } from './audience.rules';
import { BODY_RULES } from './body.rules';
import { AGREEMENT_RULES } from './agreement.rules';

/** The whole rule book in table order. */
export const RULE_BOOK: readonly RuleRow[] = [
  ...PROTECT_RULES,
  ...GATE_RULES,
  ...BAR_RULES,
  ...HOLDER_RULES,
  ...PERSON_RULES,
  ...CONSENT_RULES,
  ...AUDIENCE_RULES,
  ...BODY_RULES,
  ...AGREEMENT_RULES,
];
