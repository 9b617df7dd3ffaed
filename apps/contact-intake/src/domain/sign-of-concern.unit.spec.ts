import { loadPack } from '@mash/threshold-packs';
import { signOfConcern } from './sign-of-concern';

const PACKS = ['thurrock', 'medway', 'durham', 'southend', 'kent', 'england'] as const;
const young = { kind: 'u13', relation: 'concern' } as const;
const teenager = { kind: '13_15', relation: 'concern' } as const;

describe('The sign that a contact holds', () => {
  test('is that of a child under 13 where the concern names sexual harm', () => {
    expect(signOfConcern(young, [young], ['neglect', 'sexual-harm'])).toBe('u13_sexual');
    expect(signOfConcern(young, [young, young, { kind: 'adult', relation: 'concern' }], ['sexual-harm'])).toBe(
      'u13_sexual',
    );
  });

  test('is none for another worry, for a child of 13 or over, and for whom the worry is not about', () => {
    expect(signOfConcern(young, [young], ['neglect', 'exploitation'])).toBeUndefined();
    expect(signOfConcern(young, [young])).toBeUndefined();
    expect(signOfConcern(teenager, [teenager], ['sexual-harm'])).toBeUndefined();
    const brother = { kind: 'u13', relation: 'household' } as const;
    expect(signOfConcern(brother, [young, brother], ['sexual-harm'])).toBeUndefined();
  });

  test('is that of a child under 13 whom an older child may have harmed, lives with or is mentioned beside; never of the one who may have', () => {
    for (const relation of ['ap', 'household', 'involved', 'third'] as const) {
      const older = { kind: '13_15', relation } as const;
      expect(signOfConcern(young, [young, older], ['sexual-harm'])).toBe('u13_sexual');
      expect(signOfConcern(older, [young, older], ['sexual-harm'])).toBeUndefined();
    }
    const boy = { kind: 'u13', relation: 'ap' } as const;
    expect(signOfConcern(boy, [young, boy], ['sexual-harm'])).toBeUndefined();
    expect(signOfConcern(boy, [boy], ['sexual-harm'])).toBeUndefined();
  });

  test('is none where an older child, or one of unknown age, may be the one whom the concern means', () => {
    for (const kind of ['13_15', '16_17', 'unknown'] as const)
      expect(signOfConcern(young, [young, { kind, relation: 'concern' }], ['sexual-harm'])).toBeUndefined();
  });

  test('is read by a code that every pack has', () => {
    for (const pack of PACKS)
      expect(loadPack(pack, '2026.1').presentingIssues.map(({ code }) => code)).toContain('sexual-harm');
  });
});
