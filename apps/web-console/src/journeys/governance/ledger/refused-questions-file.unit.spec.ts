import type { SharingDecisionView } from '@mash/contracts';
import { refusedQuestionsFile } from './refused-questions-file';

const refused: SharingDecisionView = {
  sharingDecisionId: '01a10000-0000-7000-8000-000000000001',
  about: { kind: 'request-line', id: '01a10000-0000-7000-8000-000000000002' },
  ...{ mode: 'ask', outcome: 'DENY', rule: 'R-CONS-05', ruleSetVersion: '1', toAgencyId: '=1+1' },
  decidedAt: '2026-11-23T10:00:00.000Z',
  reasons: [
    { code: 'REFUSED', sentence: 'Consent was refused, and it is not necessary.' },
    { code: 'PROPORTIONATE', sentence: 'It is more than is needed.' },
  ],
  ...{ lawfulBasis: ['UK GDPR 6(1)(e)', 'common law'], obligations: [], byPerson: 'somebody' },
};

describe('Refused questions as a file', () => {
  test('are a table with its heads, several values in one cell, and no formula', () => {
    const [heads, line, ...more] = refusedQuestionsFile('csv', [refused]).trimEnd().split('\n');
    expect(heads).toMatch(/^decidedAt,personId,toAgencyId,category,outcome,rule/);
    expect(line).toContain("'=1+1");
    expect(line).toContain('DENY,R-CONS-05,1,,REFUSED; PROPORTIONATE,UK GDPR 6(1)(e); common law');
    expect(more).toEqual([]);
  });

  test('are one JSON document with the same fields, and none where there are none', () => {
    const { obligations, byPerson, mode, about, ...told } = refused;
    expect(JSON.parse(refusedQuestionsFile('json', [refused]))).toEqual({ refusedQuestions: [told] });
    expect([obligations, byPerson, mode, about].every(Boolean)).toBe(true);
    expect(JSON.parse(refusedQuestionsFile('json', []))).toEqual({ refusedQuestions: [] });
  });
});
