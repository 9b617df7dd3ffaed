import { newId } from '@mash/contracts';
import { KeptLines, keptLines, sealedLines } from './kept-lines';
import type { DecidedOn } from './ledger-line';

const words = {
  category: 'police-incidents',
  rule: 'R-AGR-01b',
  reasons: ['AGREED_DEFAULT'],
  lawfulBasis: ['One', 'Two'],
};
const aLine = (changes: Partial<typeof words & { itemId: string; decidedOn: DecidedOn }> = {}) => ({
  disclosureId: newId(),
  sealed: { itemId: newId(), ...words, ...changes },
});
const AT = '2026-11-23T10:00:00.000Z';
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

  test('keeps once what many lines were decided on, and leaves it out where nothing was decided', () => {
    const decidedOn = {
      ...{ threshold: 's47', consent: 'refused', versions: { roster: 3, rosterAsOf: '2026-11-23T10:00:00.000Z' } },
      ...{ redactions: ['THIRD_PARTY'], obligations: ['INFORM_PARENT'] },
    };
    const ofAnother = { ...decidedOn, redactions: [] };
    const lines = [
      aLine({ decidedOn }),
      aLine({ decidedOn: { ...decidedOn } }),
      aLine({ decidedOn: ofAnother }),
      aLine(),
    ];
    const kept = throughJson(keptLines(lines));
    expect([kept.decidedOn, kept.said.map((one) => one.decidedOn)]).toEqual([
      [decidedOn, ofAnother],
      [0, 1, undefined],
    ]);
    expect(sealedLines(kept)).toEqual(new Map(lines.map(({ disclosureId, sealed }) => [disclosureId, sealed])));
  });

  test('of two hundred items fits an envelope of 16 kB', () => {
    const categories = ['police-incidents', 'health-registration', 'education-attendance'];
    const lawfulBasis = ['x'.repeat(120), 'y'.repeat(80), 'z'.repeat(150)];
    const versions = { roster: 12, stated: 3, rosterAsOf: AT, rating: 2, threshold: 4, decisionAsOf: AT, consents: 5 };
    const its = { threshold: 's47', consent: 'refused', versions: { ...versions, newestConsent: newId() } };
    const decidedOn = { ...its, redactions: ['THIRD_PARTY'], obligations: ['INFORM_PARENT', 'SHOW_CONDITION'] };
    const lines = Array.from({ length: 204 }, (_, at) =>
      aLine({ category: categories[at % 3] ?? '', lawfulBasis, decidedOn }),
    );
    expect(JSON.stringify(keptLines(lines)).length).toBeLessThan(11_500);
  });

  test('is read as it was sealed before its ids were packed', () => {
    const [line, itemId] = [newId(), newId()];
    const before = KeptLines.parse({ said: [words], lines: { [line]: [itemId, 0] } });
    expect(sealedLines(before)).toEqual(new Map([[line, { itemId, ...words }]]));
  });

  test.each([
    ['a place that is not there', { said: [], lines: { [newId()]: [newId(), 0] } }],
    ['a basis that is not there', { said: [{ ...words, lawfulBasis: [3] }], lines: {} }],
    ['what it was decided on that is not there', { said: [{ ...words, lawfulBasis: [], decidedOn: 1 }], lines: {} }],
    ['half a pair', { said: [{ ...words, packed: Buffer.alloc(16).toString('base64url') }], lines: {} }],
    ['ids that are cut off', { said: [{ ...words, packed: 'AAAA' }], lines: {} }],
  ])('is not guessed at where it holds %s', (_, kept) => {
    expect(() => sealedLines(KeptLines.parse(kept))).toThrow();
  });
});
