import { isOfAnotherSite, isOfOurSite } from './of-another-site';

describe('Whether a form stood on another site', () => {
  const isOther = (headers: Record<string, string>) => isOfAnotherSite({ headers }, 'https://mash.example/');

  test('is known, or is not: only what says that it stood here certainly did', () => {
    const isOurs = (headers: Record<string, string>) => isOfOurSite({ headers }, 'https://mash.example/');
    expect(isOurs({ 'sec-fetch-site': 'same-origin', origin: 'null' })).toBe(true);
    expect(isOurs({ origin: 'https://mash.example' })).toBe(true);
    for (const unsure of [{}, { origin: 'null' }, { 'sec-fetch-site': 'same-site', origin: 'https://mash.example' }])
      expect(isOurs(unsure as unknown as Record<string, string>)).toBe(false);
  });

  test.each(['cross-site', 'same-site', 'something-new'])('a browser says that it did: %s', (site) => {
    expect(isOther({ 'sec-fetch-site': site, origin: 'https://mash.example' })).toBe(true);
  });

  test.each(['same-origin', 'none'])('a browser says that it did not, without naming an origin: %s', (site) => {
    expect(isOther({ 'sec-fetch-site': site, origin: 'null' })).toBe(false);
  });

  test('an older browser is read by the origin that it names', () => {
    expect(isOther({ origin: 'https://elsewhere.example' })).toBe(true);
    expect(isOther({ origin: 'https://mash.example' })).toBe(false);
    expect(isOther({ origin: 'null' })).toBe(false);
    expect(isOther({})).toBe(false);
  });
});
