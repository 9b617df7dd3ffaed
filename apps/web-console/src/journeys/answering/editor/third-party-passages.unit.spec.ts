import { thirdPartyPassages } from './third-party-passages';

describe('Passages that tell of somebody else', () => {
  const text = 'Her sister Mia saw it. Mia told the school.';

  test('are found each time that the exact words stand in the text', () => {
    const { passages, missing } = thirdPartyPassages(text, ['Mia']);
    expect(passages.map(({ from, to }) => text.slice(from, to))).toEqual(['Mia', 'Mia']);
    expect(missing).toEqual([]);
  });

  test('that overlap are joined, so that nothing between them is left standing', () => {
    const { passages } = thirdPartyPassages(text, ['sister Mia', 'Mia saw it']);
    expect(passages.map(({ from, to }) => text.slice(from, to))).toEqual(['sister Mia saw it']);
  });

  test('that are not in the text are named, never silently dropped', () => {
    expect(thirdPartyPassages(text, ['mia', 'Mia'])).toMatchObject({ missing: ['mia'] });
    expect(thirdPartyPassages(text, [''])).toEqual({ passages: [], missing: [''] });
  });
});
