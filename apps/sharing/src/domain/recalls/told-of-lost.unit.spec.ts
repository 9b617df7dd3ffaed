import { toldOfLost, type LostPart } from './told-of-lost';
import type { ShownLine } from './who-saw';

const line = (changes: Partial<ShownLine>): ShownLine => ({
  ...{
    releaseId: 'r-1',
    fromAgencyId: 'police',
    recipientId: 'analyst',
    recipientAgencyId: 'council',
    mode: 'content',
  },
  ...{ at: new Date(0), itemId: 'i-1', category: 'police-incidents', personId: 'p-1', sharingDecisionId: null },
  ...{ agreementRef: null, lawfulBasis: [], bySystem: false },
  ...changes,
});
const part: LostPart = { agencyId: 'police', requestId: 'q-1', personId: 'p-1', envelopeId: 'e-1' };
const of = (kind: 'item' | 'answer' | 'person' | 'request', id: string, lines: ShownLine[], lost = [part]) =>
  toldOfLost({ kind, id }, { items: new Set([id]), lost, lines, read: new Set(['i-read']) }).ids;

describe('What the ledger knows of an answer that is not there any more', () => {
  test('an item by its id, also of an answer that was never accepted', () => {
    const its = { lost: [], lines: [line({})], read: new Set<string>() };
    const told = toldOfLost({ kind: 'item', id: 'i-1' }, { ...its, items: new Set(['i-1']) });
    expect(told).toEqual({ ids: ['i-1'], personIds: ['p-1'], agencyIds: ['police'] });
    expect(toldOfLost({ kind: 'item', id: 'i-0' }, { ...its, items: new Set(['i-0', 'i-1']) })).toEqual(told);
    expect(of('item', 'i-2', [line({})])).toEqual([]);
  });

  test('an answer by its envelope or its request: what its agency was heard to say of its person and nothing else accounts for', () => {
    const lines = [
      line({}),
      line({ itemId: 'i-read' }),
      line({ itemId: 'i-health', fromAgencyId: 'health' }),
      line({ itemId: 'i-sister', personId: 'p-2' }),
    ];
    for (const [kind, id] of [
      ['answer', 'e-1'],
      ['answer', 'q-1'],
      ['request', 'q-1'],
    ] as const)
      expect(of(kind, id, lines)).toEqual(['e-1', 'i-1']);
    expect(of('request', 'e-1', lines)).toEqual([]);
  });

  test('of one from before its envelopes were kept, whatever its agency was heard to say', () => {
    const old = { ...part, personId: null, envelopeId: null };
    expect(of('answer', 'q-1', [line({}), line({ itemId: 'i-sister', personId: 'p-2' })], [old])).toEqual([
      'i-1',
      'i-sister',
    ]);
  });

  test('a person by every line about them', () => {
    expect(of('person', 'p-1', [line({ fromAgencyId: 'health' }), line({ itemId: 'i-2', personId: 'p-2' })])).toEqual([
      'e-1',
      'i-1',
    ]);
  });

  test('no question, no concern, note or notice, no product, and no line that does not open', () => {
    const others = [
      line({ mode: 'ask' }),
      ...['contact-narrative', 'hub-summary', 'handover', 'letter'].map((category) => line({ category })),
      line({ itemId: undefined, category: undefined }),
    ];
    expect(of('item', 'i-1', others)).toEqual([]);
    expect(of('person', 'p-1', others)).toEqual(['e-1']);
  });
});
