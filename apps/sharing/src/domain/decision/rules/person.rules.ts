import type { RuleRow } from './rule-row';
import type { BasisChange } from '../law/basis';
import { rule, review } from './rule';
import { when, all, any, not, named } from './condition';
import {
  BELOW_S47,
  AT_S47,
  CHILD_RECORD,
  COMPETENT_CHILD,
  OBJECTS_13_UP,
  CONSENT_NOT_GIVEN,
  TO_HUB_TEAM_SC_POLICE,
} from './named-conditions';

const ADULT_CONCERN = named(
  'an adult, or 18 to 25, as the concern or at risk (ADULT_RISK)',
  all(when('subjectKind', '18_25', 'adult'), any(when('relation', 'concern'), when('purpose', 'ADULT_RISK'))),
);
const FOR_WHOM_IT_IS_WORK =
  'For ADULT_RISK the adult who is asked about is the concern, whatever part the roster gives them; the book names the relation alone.';
const ADULT_BASES: BasisChange = { add: ['ADULT'], drop: ['DUTY', 'ASSIST'], task: 'own_function' };

/** Who the subject is, what they say and what their parents dispute. */
export const PERSON_RULES: readonly RuleRow[] = [
  rule({
    id: 'R-KIND-01a',
    when: all(when('subjectKind', 'unborn'), when('sibling', 'no')),
    outcome: review('M'),
    reasons: ['UNBORN_BASIS'],
    bases: { add: ['PUBLIC'], drop: ['DUTY', 'ASSIST'], task: 's10' },
    overridable: true,
    source: 'house rule',
    confidence: 'L',
    answeredBy: 'the same day',
  }),
  rule({
    id: 'R-KIND-01b',
    when: all(when('subjectKind', 'unborn'), when('sibling', 'yes')),
    outcome: '-',
    reasons: ['VIA_SIBLING'],
    overridable: true,
    source: 'house rule',
    confidence: 'L',
    note: 'Decide by the sibling: the caller supplies the facts of the sibling.',
  }),
  rule({
    id: 'R-KIND-02a',
    when: all(ADULT_CONCERN, when('consent', 'given')),
    outcome: '-',
    reasons: ['ADULT_SUBJECT'],
    bases: ADULT_BASES,
    source: 'Care Act 2014',
    confidence: 'j',
    note: FOR_WHOM_IT_IS_WORK,
  }),
  rule({
    id: 'R-KIND-02b',
    when: all(ADULT_CONCERN, CONSENT_NOT_GIVEN),
    outcome: review('M'),
    reasons: ['ADULT_SUBJECT'],
    bases: ADULT_BASES,
    source: 'Care Act 2014',
    confidence: 'j',
    note: FOR_WHOM_IT_IS_WORK,
  }),
  rule({
    id: 'R-AGE-01',
    when: all(OBJECTS_13_UP, BELOW_S47, not(when('audience', 'parent'))),
    outcome: review('M'),
    reasons: ['CHILD_OBJECTS'],
    obligations: ['RECORD_WISHES'],
    overridable: true,
    source: 'Gillick v West Norfolk [1986]',
    confidence: 's',
  }),
  rule({
    id: 'R-AGE-02a',
    when: all(OBJECTS_13_UP, AT_S47, TO_HUB_TEAM_SC_POLICE),
    outcome: 'PERMIT',
    reasons: ['OBJECTION_OUTWEIGHED'],
    obligations: ['RECORD_WISHES', 'TELL_CHILD'],
    overridable: true,
    source: 'GMC 0-18',
    confidence: 'j',
  }),
  rule({
    id: 'R-AGE-02b',
    when: all(OBJECTS_13_UP, AT_S47, not(TO_HUB_TEAM_SC_POLICE), not(when('audience', 'parent'))),
    outcome: review('M'),
    reasons: ['CHILD_OBJECTS'],
    overridable: true,
    source: 'GMC 0-18',
    confidence: 'j',
  }),
  rule({
    id: 'R-AGE-03',
    when: all(OBJECTS_13_UP, when('audience', 'parent')),
    outcome: 'DENY',
    reasons: ['CHILD_OBJECTS_PARENT'],
    obligations: ['ASK_AGAIN'],
    source: 'Gillick v West Norfolk [1986]',
    confidence: 'j',
  }),
  rule({
    id: 'R-AGE-04',
    when: all(COMPETENT_CHILD, when('consent', 'given'), when('parentRefuses', 'yes')),
    outcome: '-',
    reasons: ['CHILD_AGREES'],
    source: 'Gillick v West Norfolk [1986]',
    confidence: 'j',
    note: 'The consent fact is already read from the young person; the refusal of the parent is the fact parentRefuses.',
  }),
  rule({
    id: 'R-AGE-05',
    when: all(
      when('objects', 'yes'),
      any(when('subjectKind', 'u13'), all(when('subjectKind', '13_15', '16_17'), when('competence', 'no'))),
    ),
    outcome: '-',
    reasons: ['CHILD_VOICE'],
    obligations: ['RECORD_WISHES'],
    source: 'house rule',
    confidence: 's',
  }),
  rule({
    id: 'R-AGE-06',
    when: all(when('sign', 'u13_sexual'), TO_HUB_TEAM_SC_POLICE),
    outcome: 'PERMIT',
    silences: true,
    reasons: ['UNDER_13'],
    obligations: ['STRATEGY_CONSIDERED'],
    source: 'Sexual Offences Act 2003 ss5-8',
    confidence: 's',
  }),
  rule({
    id: 'R-PAR-01a',
    when: all(BELOW_S47, CHILD_RECORD, not(COMPETENT_CHILD), when('dispute', 'open')),
    outcome: review('M'),
    reasons: ['PARENTS_DISAGREE'],
    obligations: ['TELL_BOTH'],
    overridable: true,
    source: 'house rule',
    confidence: 's',
  }),
  rule({
    id: 'R-PAR-01b',
    when: all(BELOW_S47, CHILD_RECORD, not(COMPETENT_CHILD), when('consent', 'given'), when('pr', 'unproven')),
    outcome: review('M'),
    reasons: ['PR_UNPROVEN'],
    overridable: true,
    source: 'house rule',
    confidence: 's',
  }),
];
