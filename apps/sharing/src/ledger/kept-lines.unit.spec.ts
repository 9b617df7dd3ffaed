import { newId } from '@mash/contracts';
import { KeptLines, keptLines, sealedLines } from './kept-lines';

const words = {
  category: 'police-incidents',
  rule: 'R-AGR-01b',
  reasons: ['AGREED_DEFAULT'],
  lawfulBasis: ['One', 'Two'],
};
const aLine = (changes: Partial<typeof words & { itemId: string }> = {}) => ({
  disclosureId: newId(),
  sealed: { itemId: newId(), ...words, ...changes },
});
const throughJson = (kept: KeptLines): KeptLines => KeptLines.parse(JSON.parse(JSON.stringify(kept)));

describe('What is sealed of the lines of a ledger', () => {
  test('says of each line what was said of it', () => {
    const lines = [
      aLine(),
      aLine({ category: 'housing-tenancy' }),
      aLine(),
      aLine({ reasons: [], lawfulBasis: ['Two', 'Three'] }),
    ];
    const kept = throughJson(keptLines(lines));
    expect(kept).toMatchObject({ bases: ['One', 'Two', 'Three'], lines: {} });
    expect(sealedLines(kept)).toEqual(new Map(lines.map(({ disclosureId, sealed }) => [disclosureId, sealed])));
  });

  test('gives an id back letter by letter, also one that is no UUID in small letters', () => {
    const lines = [newId().toUpperCase(), 'of-another-kind', '', newId()].map((itemId) => aLine({ itemId }));
    const opened = sealedLines(throughJson(keptLines(lines)));
    expect([...opened]).toHaveLength(4);
    for (const { disclosureId, sealed } of lines) expect(opened.get(disclosureId)).toEqual(sealed);
  });

  test('of two hundred items fits an envelope of 16 kB', () => {
    const categories = ['police-incidents', 'health-registration', 'education-attendance'];
    const lawfulBasis = ['x'.repeat(120), 'y'.repeat(80), 'z'.repeat(150)];
    const lines = Array.from({ length: 204 }, (_, at) => aLine({ category: categories[at % 3] ?? '', lawfulBasis }));
    expect(JSON.stringify(keptLines(lines)).length).toBeLessThan(11_000);
  });

  test('is read as it was sealed before its ids were packed', () => {
    const [line, itemId] = [newId(), newId()];
    const before = KeptLines.parse({ said: [words], lines: { [line]: [itemId, 0] } });
    expect(sealedLines(before)).toEqual(new Map([[line, { itemId, ...words }]]));
  });

  test.each([
    ['a place that is not there', { said: [], lines: { [newId()]: [newId(), 0] } }],
    ['a basis that is not there', { said: [{ ...words, lawfulBasis: [3] }], lines: {} }],
    ['half a pair', { said: [{ ...words, packed: Buffer.alloc(16).toString('base64url') }], lines: {} }],
    ['ids that are cut off', { said: [{ ...words, packed: 'AAAA' }], lines: {} }],
  ])('is not guessed at where it holds %s', (_, kept) => {
    expect(() => sealedLines(KeptLines.parse(kept))).toThrow();
  });
});
