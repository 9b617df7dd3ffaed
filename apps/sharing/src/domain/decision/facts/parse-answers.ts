import { z } from 'zod';
import { REASON_CODES } from '../reasons/reason-code';
import { STRIKABLE_REASONS } from '../rules/strikable-reasons';
import { RULE_IDS } from '../rules/rule-id';
import type { Override, ReleaserYes } from './answer-facts';
import { OVERRIDE_GROUNDS, RELEASERS } from './answer-facts';
import type { InputError } from './parse-sharing-question';

const Yeses = z.array(z.strictObject({ rule: z.enum(RULE_IDS), by: z.enum(RELEASERS) }));

const OverrideShape = z.strictObject({
  grounds: z.array(z.enum(OVERRIDE_GROUNDS)),
  strikes: z.array(z.enum(REASON_CODES)),
});

/** The yeses that releasers have given to rows of this question; none when absent. */
export function parseYeses(value: unknown, errors: InputError[]): readonly ReleaserYes[] {
  const parsed = Yeses.safeParse(value ?? []);
  if (parsed.success) return parsed.data;
  errors.push({ fact: 'yeses', problem: 'is not a list of rules and releasers' });
  return [];
}

/** A manager's override, or none. It may name only reasons of rows that section 6 lets it strike. */
export function parseOverride(value: unknown, errors: InputError[]): Override | 'none' {
  if (value === undefined || value === 'none') return 'none';
  const parsed = OverrideShape.safeParse(value);
  if (!parsed.success) errors.push({ fact: 'override', problem: 'is not a list of grounds and reasons' });
  else if (!parsed.data.strikes.every((reason) => STRIKABLE_REASONS.has(reason))) {
    errors.push({ fact: 'override', problem: 'names a reason that no override may strike' });
  }
  return parsed.success ? parsed.data : 'none';
}
