import type { RuleRow } from './rule-row';
import { rule } from './rule';
import { when, all, any, not } from './condition';
import { SOURCE_AT_RISK } from './named-conditions';

/** Immediate protection ends the matter: no other row is tried (rule book section 2, point 1). */
export const PROTECT_RULES: readonly RuleRow[] = [
  rule({
    id: 'R-PROT-01',
    when: when('mode', 'protect'),
    outcome: 'PERMIT',
    reasons: ['IMMEDIATE_PROTECTION'],
    bases: { add: ['VITAL', 'PUBLIC'] },
    obligations: ['RECEIPT', 'NEXT_DAY_REVIEW', 'TELL_HOLDER'],
    source: 'UK GDPR 6(1)(d); DfE information sharing advice 2024, golden rule 1',
    confidence: 's',
    note: 'Consent, agreements and limits are ignored towards whoever is told. Of the answers only what whoever presses is shown is put to this row: nobody passes on, unread, what is closed to them, and what is left so is counted in the notice, which says to ring. The book is silent on it.',
  }),
  rule({
    id: 'R-PROT-02',
    when: all(
      when('mode', 'protect'),
      any(not(when('bar', 'none', 'unknown')), SOURCE_AT_RISK),
      when('isTheDanger', 'no'),
    ),
    outcome: '-',
    reasons: ['LEFT_OUT'],
    redactions: ['LEFT_OUT_ITEM'],
    source: 'house rule',
    confidence: 'j',
    note: 'The words "unless sender says it is the danger" are the fact isTheDanger. An unknown bar leaves nothing out: unknown facts are ignored here.',
  }),
];
