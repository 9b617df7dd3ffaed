import { keptFactRecords, sourcesWithFacts } from './kept-fact-records';

const judged = { source: 'decision', author: 'a-manager', at: '2026-11-23T09:00:00.000Z', version: 3 };
const stated = { source: 'contact-intake', author: 'a-worker', at: '2026-11-20T09:00:00.000Z', version: 2 };

describe('Fact records', () => {
  const records = [
    { fact: 'threshold', ...judged },
    { fact: 'relation', ...stated },
    { fact: 'subjectKind', ...stated },
    { fact: 'urgent', ...judged, version: 4 },
  ] as const;

  test('are kept with each source once', () => {
    expect(keptFactRecords(records)).toEqual({
      sources: [judged, stated, { ...judged, version: 4 }],
      facts: { threshold: 0, relation: 1, subjectKind: 1, urgent: 2 },
    });
  });

  test('are read by source, with the names of its facts', () => {
    expect(sourcesWithFacts(keptFactRecords(records))).toEqual([
      { ...judged, facts: ['threshold'] },
      { ...stated, facts: ['relation', 'subjectKind'] },
      { ...judged, version: 4, facts: ['urgent'] },
    ]);
  });
});
