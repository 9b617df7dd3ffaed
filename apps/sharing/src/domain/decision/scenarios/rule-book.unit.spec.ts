import { decide } from '../decide';
import { decisionAsRead } from '../decision-as-read';
import { sentenceOfRule } from '../describe-rule';
import { compileRules } from '../engine/compile-rules';
import { LEGAL_FRAME } from '../law/legal-frame';
import { OBLIGATION_CODES } from '../law/obligations';
import { REASON_CODES } from '../reasons/reason-code';
import { REASON_CATALOGUE } from '../reasons/reason-catalogue';
import { REDACTION_CODES } from '../rules/redaction-code';
import { RULE_BOOK } from '../rules/rule-book';
import { ADDED_ROW_IDS, BOOK_ROW_IDS, RULE_IDS } from '../rules/rule-id';
import { content, onward } from './tale.scenarios';

describe('The rule book as data', () => {
  test('holds all 73 rows under their own ids, and what is ours is marked', () => {
    const rows = new Set(RULE_BOOK.map(({ row }) => row));

    expect(BOOK_ROW_IDS).toHaveLength(73);
    expect([...BOOK_ROW_IDS].filter((id) => !rows.has(id))).toEqual([]);
    const ours = RULE_BOOK.filter(({ row }) => (ADDED_ROW_IDS as readonly string[]).includes(row));
    expect(ours.every(({ note }) => note !== undefined)).toBe(true);
  });

  test('keeps table order, in which the deciding rule is looked for', () => {
    expect([...RULE_BOOK.map(({ id }) => id), 'S2-BASES']).toEqual([...RULE_IDS]);
  });

  test('uses every reason, obligation and redaction that there is', () => {
    const used = new Set(
      RULE_BOOK.flatMap(({ reasons, obligations = [], redactions = [] }) => [
        ...reasons,
        ...obligations,
        ...redactions,
      ]),
    );
    const all = [...REASON_CODES, ...OBLIGATION_CODES, ...REDACTION_CODES].filter((code) => code !== 'NO_BASIS');

    expect(all.filter((code) => !used.has(code))).toEqual([]);
  });

  test('marks with a star the rows that the book marks', () => {
    const stars = new Set(RULE_BOOK.filter(({ silences }) => silences).map(({ row }) => row));

    expect([...stars]).toEqual([
      'R-AGE-06',
      'R-THR-03',
      'R-SAFE-06',
      'R-ENC-01',
      'R-ENC-02',
      'R-FB-01',
      'R-FB-02',
      'R-SAR-01',
    ]);
  });

  test('lets an override strike the rows that section 6 lists, what is ours among them, and nothing else', () => {
    const strikable = new Set(RULE_BOOK.filter(({ overridable }) => overridable).map(({ row }) => row));

    expect([...strikable]).toEqual([
      ...['R-NEC-03', 'R-HOLD-02', 'R-HOLD-03', 'R-HOLD-04', 'R-HOLD-05'],
      ...['R-KIND-01', 'R-AGE-01', 'R-AGE-02', 'R-PAR-01'],
      ...['R-CONS-01', 'R-CONS-02', 'N-CONS-02', 'R-CONS-03', 'R-CONS-04', 'R-CONS-05', 'R-CONS-06', 'R-CONS-07'],
      ...['R-THR-02', 'R-THIRD-02', 'R-BODY-01', 'R-AGR-03', 'R-AGR-05', 'R-AGR-06'],
    ]);
  });

  test('strikes all parts of a row or none', () => {
    const whole = new Map(RULE_BOOK.map(({ row, overridable }) => [row, overridable]));

    expect(RULE_BOOK.filter(({ row, overridable }) => whole.get(row) !== overridable)).toEqual([]);
  });

  test('hides the reasons that the book marks ~, and no other', () => {
    const hidden = REASON_CODES.filter((code) => REASON_CATALOGUE[code].readsAs !== undefined);

    expect(hidden).toEqual([
      ...['BAR_ADOPTION', 'BAR_GENDER', 'BAR_OTHER', 'BAR_COURT', 'CONFIDENCE_SEXUAL', 'CONDITION_EXCLUDES'],
      ...['MAY_IDENTIFY_SOURCE', 'DETRIMENT_RECORDED', 'DO_NOT_ALERT', 'NOT_FOR_AUDIENCE'],
    ]);
  });

  test('has a sentence for the asker and one for the officer, each a sentence, and a source for every reason', () => {
    for (const { asker, officer, source } of Object.values(REASON_CATALOGUE)) {
      expect(asker).toMatch(/^[A-Z"].+\.$/);
      expect(officer).toMatch(/^[A-Z"].+\.$/);
      expect(source).not.toBe('');
    }
  });

  test('says each row in words', () => {
    const row = RULE_BOOK.find(({ id }) => id === 'R-CONS-06');
    expect(row && sentenceOfRule(row)).toBe(
      'When below section 47, and consent to share: not sought, and a ground for not seeking: before 30 September 2026 ' +
        'REVIEW by the hub manager; from then on PERMIT if both bodies are bound, and needed for the worry that was named: yes, ' +
        'else REVIEW by the hub manager. To be done: Tell the parent, or record a ground for not telling.',
    );
    for (const each of RULE_BOOK) expect(sentenceOfRule(each)).toMatch(/^When .+\.$/);
  });

  test('gets a new version when a row, a pack setting or the law changes, and only then', () => {
    const { version } = compileRules();
    const [first, ...rest] = RULE_BOOK;

    expect(compileRules().version).toBe(version);
    expect(compileRules({ pack: { agreementGap: 'permit' } }).version).not.toBe(version);
    expect(compileRules({ frame: { ...LEGAL_FRAME, dutyFrom: '2026-10-01' } }).version).not.toBe(version);
    expect(compileRules({ rules: [...rest, first!] }).version).not.toBe(version);
    expect(decide(content().question, compileRules()).version).toBe(version);
  });

  test('lets a pack permit an agreement gap between bound bodies, from 30 September 2026 only', () => {
    const packed = compileRules({ pack: { agreementGap: 'permit' } });

    expect(decide(content().agreed('expired').question, packed)).toMatchObject({
      outcome: 'PERMIT',
      reasons: ['CONSENT_GIVEN', 'AGREEMENT_GAP'],
      obligations: ['AGR_GAP'],
    });
    expect(decide(content().agreed('expired').beforeTheDuty().question, packed).outcome).toBe('DENY');
  });

  test('never tells others a cause that is for the holder, by reason or by rule', () => {
    const waiting = decide(content().flagged('source_risk').question, compileRules());

    expect(decisionAsRead(waiting, 'other')).toMatchObject({
      reasons: ['WITHHELD', 'CONSENT_GIVEN', 'AGREED_DEFAULT'],
      rule: 'hidden',
    });
    expect(decisionAsRead(waiting, 'holder')).toMatchObject({ rule: 'R-SRC-01' });
  });

  test('shows nothing at all of a decision that is absent to its reader', () => {
    const letter = decide(
      onward().for('INFORM').to('parent').released().flagged('not_family').question,
      compileRules(),
    );

    expect(decisionAsRead(letter, 'other')).toBeUndefined();
    expect(decisionAsRead(letter, 'holder')?.reasons).toContain('NOT_FOR_AUDIENCE');
  });

  test('gives decisions that nobody can change', () => {
    const decision = decide(content().question, compileRules());

    expect(Object.isFrozen(decision)).toBe(true);
    expect(Object.values(decision).every((part) => Object.isFrozen(part))).toBe(true);
  });
});
