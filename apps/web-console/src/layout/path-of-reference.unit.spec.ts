import { newReference } from '@mash/contracts';
import { pathOfReference } from './path-of-reference';

describe('Go to reference', () => {
  test('takes a reference as somebody types it', () => {
    expect(pathOfReference('e 7k2q4x9')).toBe('/enquiries/E-7K2Q4X9');
    expect(pathOfReference(' C-7K2Q4X9 ')).toBe('/contacts/C-7K2Q4X9');
  });

  test('takes every reference that is ever made', () => {
    for (const kind of ['C', 'E'] as const) expect(pathOfReference(newReference(kind))).toBeDefined();
  });

  test.each(['', 'E-7K2Q4X', '../admin', 'E-7K2Q4X9/../x', '//elsewhere', undefined, ['E-7K2Q4X9']])(
    'knows no page for %p',
    (typed) => {
      expect(pathOfReference(typed)).toBeUndefined();
    },
  );
});
