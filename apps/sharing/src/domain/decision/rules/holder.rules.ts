import type { RuleRow } from './rule-row';
import { rule, review } from './rule';
import { when, all, any, not, flag, named } from './condition';
import { CONTENT_OR_ONWARD, TO_HUB, OUTSIDE_HUB, NO_RELEASE, C_OR_UNMAPPED, SOURCE_AT_RISK } from './named-conditions';

const UNBOUND_REP = named(
  'an unbound body in a joint discussion',
  all(when('audience', 'rep_joint'), when('toDuty', 'unbound')),
);
const UNRELEASED_C_OUTSIDE = named(
  'handling C or unmapped, outside the hub, nothing released',
  all(C_OR_UNMAPPED, OUTSIDE_HUB, NO_RELEASE),
);
const EXCLUDED_BY_LIST = named(
  'the recipient is not on the ROLES or NAMED list',
  all(when('handling', 'C'), any({ coded: 'ROLES' }, { coded: 'NAMED' }), when('inList', 'no')),
);

/** The holder's condition, release, source and detriment. */
export const HOLDER_RULES: readonly RuleRow[] = [
  rule({
    id: 'R-HOLD-01',
    when: all(flag('hub_only'), TO_HUB, not(UNBOUND_REP)),
    outcome: '-',
    reasons: ['HUB_ONLY'],
    source: 'Sealed hub: nothing leaves without its holder (Metropolitan Police Authority 2011)',
    confidence: 's',
    note: 'Handling P or none adds nothing; the grading travels.',
  }),
  rule({
    id: 'R-HOLD-02a',
    when: all(TO_HUB, when('handling', 'C'), when('met', 'yes')),
    outcome: 'PERMIT',
    reasons: ['CONDITION_MET'],
    obligations: ['SHOW_CONDITION'],
    overridable: true,
    source: 'house rule',
    confidence: 's',
  }),
  rule({
    id: 'R-HOLD-02b',
    when: all(TO_HUB, any(all(when('handling', 'C'), when('met', 'no')), when('handling', 'unmapped'))),
    outcome: review('H'),
    reasons: ['CONDITION_NOT_MET'],
    overridable: true,
    source: 'house rule',
    confidence: 's',
  }),
  rule({
    id: 'R-HOLD-03a',
    when: all(UNRELEASED_C_OUTSIDE, EXCLUDED_BY_LIST),
    outcome: 'DENY',
    reasons: ['CONDITION_EXCLUDES'],
    obligations: ['REQUEST_WORDING'],
    overridable: true,
    source: 'College of Policing: 3x5x2 handling and sanitisation',
    confidence: 'j',
  }),
  rule({
    id: 'R-HOLD-03b',
    when: all(UNRELEASED_C_OUTSIDE, not(EXCLUDED_BY_LIST)),
    outcome: review('H'),
    reasons: ['NOT_RELEASED'],
    overridable: true,
    source: 'College of Policing: 3x5x2 handling and sanitisation',
    confidence: 'j',
  }),
  rule({
    id: 'R-HOLD-04a',
    when: all(
      CONTENT_OR_ONWARD,
      NO_RELEASE,
      any(
        all(
          OUTSIDE_HUB,
          not(C_OR_UNMAPPED),
          any(flag('hub_only'), all(when('mode', 'onward'), when('standingRelease', 'no'))),
        ),
        all(UNBOUND_REP, flag('hub_only')),
      ),
    ),
    outcome: review('H'),
    reasons: ['NOT_RELEASED'],
    overridable: true,
    source: 'Sealed hub: nothing leaves without its holder (Metropolitan Police Authority 2011)',
    confidence: 'j',
    note: 'Of an unbound body in a joint discussion whatever the handling: a condition that is met opens nothing that is hub-only.',
  }),
  rule({
    id: 'R-HOLD-04b',
    when: all(
      when('mode', 'onward'),
      OUTSIDE_HUB,
      not(C_OR_UNMAPPED),
      NO_RELEASE,
      not(flag('hub_only')),
      when('standingRelease', 'yes'),
    ),
    outcome: '-',
    reasons: ['STANDING_RELEASE'],
    overridable: true,
    source: 'Sealed hub: nothing leaves without its holder (Metropolitan Police Authority 2011)',
    confidence: 'j',
  }),
  rule({
    id: 'N-HOLD-04',
    when: all(CONTENT_OR_ONWARD, when('release', 'unknown'), any(OUTSIDE_HUB, all(UNBOUND_REP, flag('hub_only')))),
    outcome: review('H'),
    reasons: ['NOT_RELEASED'],
    source: 'rule book silent: R-HOLD-03 and -04 read for a release of which nobody can tell',
    confidence: 'j',
    note: 'What is unknown goes to the hub manager (R-GATE-02). Whose words leave the hub is not theirs to say: where a statement was damaged, or its key is gone, its holder is asked as well. A standing release says nothing of an item that may have been refused.',
  }),
  rule({
    id: 'R-HOLD-05',
    when: when('release', 'refused'),
    outcome: 'DENY',
    reasons: ['HOLDER_REFUSED'],
    overridable: true,
    source: 'house rule',
    confidence: 'j',
  }),
  rule({
    id: 'R-HOLD-06',
    when: when('release', 'released'),
    outcome: '-',
    reasons: ['RELEASED_WORDING'],
    redactions: ['WORDING_ONLY'],
    source: 'house rule',
    confidence: 's',
  }),
  rule({
    id: 'R-SRC-01',
    when: all(SOURCE_AT_RISK, not(when('audience', 'hub_holder'))),
    outcome: review('H'),
    reasons: ['MAY_IDENTIFY_SOURCE'],
    obligations: ['REQUEST_WORDING'],
    source: 'College of Policing: 3x5x2 handling and sanitisation',
    confidence: 's',
  }),
  rule({
    id: 'R-DET-01',
    when: when('detriment', 'recorded'),
    outcome: 'DENY',
    reasons: ['DETRIMENT_RECORDED'],
    obligations: ['TRY_OTHER_ROUTE', 'DETRIMENT_REVIEW'],
    source: 'Children Act 2004 s16LA(3)',
    confidence: 's',
    note: 'Before 30 September 2026 too, s16LA(3) then not cited.',
  }),
  rule({
    id: 'R-DET-02',
    when: when('detriment', 'claimed'),
    outcome: review('S'),
    reasons: ['DETRIMENT_CHALLENGED'],
    source: 'Children Act 2004 s16LA(3)',
    confidence: 's',
    note: 'Never inferred from flags; no effect on another item or recipient.',
  }),
];
