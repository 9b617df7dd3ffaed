import type { RuleRow } from './rule-row';
import { rule, review } from './rule';
import { when, all, not, named } from './condition';
import { CONTENT_OR_ONWARD, BELOW_S47, AT_S47 } from './named-conditions';

/** Court papers go without leave to these only. */
const COURT_EXEMPT = named(
  'content or onward to the hub manager, social care or police, at section 47',
  all(CONTENT_OR_ONWARD, when('audience', 'hub_manager', 'team_sc', 'police'), AT_S47),
);

/** Named bars, each with a ground of its own. */
export const BAR_RULES: readonly RuleRow[] = [
  rule({
    id: 'R-BAR-01',
    when: when('bar', 'adoption'),
    outcome: review('A'),
    visibility: 'absent',
    reasons: ['BAR_ADOPTION'],
    source: 'Adoption and Children Act 2002 ss57-59',
    confidence: 'L',
    note: 'Never matched or linked.',
  }),
  rule({
    id: 'R-BAR-02a',
    when: when('bar', 'gender'),
    outcome: review('L'),
    reasons: ['BAR_GENDER'],
    source: 'Gender Recognition Act 2004 s22',
    confidence: 'L',
  }),
  rule({
    id: 'R-BAR-02b',
    when: when('bar', 'other'),
    outcome: review('L'),
    visibility: 'absent',
    reasons: ['BAR_OTHER'],
    source: 'Gender Recognition Act 2004 s22',
    confidence: 'L',
  }),
  rule({
    id: 'R-BAR-03a',
    when: all(when('bar', 'court'), COURT_EXEMPT),
    outcome: '-',
    reasons: ['BAR_COURT_EXEMPT'],
    obligations: ['COURT_NOTICE'],
    source: 'Family Procedure Rules 12.73, Administration of Justice Act 1960 s12',
    confidence: 'L',
    note: 'Read strictly: "at s47" binds all three audiences.',
  }),
  rule({
    id: 'R-BAR-03b',
    when: all(when('bar', 'court'), not(COURT_EXEMPT)),
    outcome: review('L'),
    visibility: 'absent',
    reasons: ['BAR_COURT'],
    source: 'Family Procedure Rules 12.73, Administration of Justice Act 1960 s12',
    confidence: 'L',
  }),
  rule({
    id: 'R-BAR-04',
    when: all(when('bar', 'sexual_health'), BELOW_S47, when('sign', 'none')),
    outcome: review('H'),
    visibility: 'absent',
    reasons: ['CONFIDENCE_SEXUAL'],
    source: 'NHS England guidance; no statute since 12 October 2023',
    confidence: 'j',
  }),
];
