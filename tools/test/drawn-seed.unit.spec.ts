import { drawnSeed } from './drawn-seed.mjs';
import { tiers } from './tiers.mjs';

jest.mock('./jest-tier.mjs', () => ({
  runJestTier: (tier: string, settings: object) => Promise.resolve({ tier, settings }),
}));

interface Ran {
  readonly settings: { readonly env?: { readonly MASH_SEED?: string } };
}
const seedIn = async (name: string): Promise<string | undefined> => {
  const { run } = tiers.find((tier) => tier.name === name) as unknown as { run: () => Promise<Ran> };
  return (await run()).settings.env?.MASH_SEED;
};

describe('The random questions of the rules', () => {
  afterEach(() => jest.restoreAllMocks());

  test('are others in every full run, which prints by what seed, and the same ones in every ordinary run', async () => {
    const said: string[] = [];
    jest.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
    const drawn = [await seedIn('full'), await seedIn('full'), await seedIn('full')];
    expect(new Set(drawn).size).toBe(3);
    expect(said.map((line) => /MASH_SEED=(\d+)/.exec(line)?.[1])).toEqual(drawn);
    expect(await seedIn('unit')).toBeUndefined();
  });

  test('are those of an earlier run where its seed is given again', () => {
    expect(drawnSeed({ MASH_SEED: '20260930' })).toBe('20260930');
    expect(() => drawnSeed({ MASH_SEED: 'the same' })).toThrow('MASH_SEED is a whole number');
  });
});
