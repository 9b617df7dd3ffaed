import fc from 'fast-check';
import { canonicalJson } from './canonical-json';

describe('Canonical JSON', () => {
  test('is the same text whatever the order in which a value was put together', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}');
    expect(canonicalJson({ a: true, b: [1, { c: 'x', d: null }] })).toBe(
      canonicalJson({ b: [1, { d: null, c: 'x' }], a: true }),
    );
  });

  test('says the same as the value it was made of', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { seed: 11 },
    );
  });

  test('leaves out what is not there, as JSON does', () => {
    expect(canonicalJson({ a: undefined, b: [undefined] })).toBe('{"b":[null]}');
  });

  test('refuses what is nested deeper than anything of ours', () => {
    const deep = JSON.parse('['.repeat(60) + ']'.repeat(60)) as unknown;
    expect(() => canonicalJson(deep)).toThrow(RangeError);
  });
});
