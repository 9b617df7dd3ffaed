import { DOES_NOT_OPEN, sealedWords } from './sealed-words';

describe('Sealed words on a page', () => {
  test('are shown where they open, said not to where somebody else wrote, and left out where they are gone', () => {
    expect(sealedWords('reason', 'Because.', undefined)).toBe('Because.');
    expect(sealedWords<string>('liftReason', 'Because.', ['reason'])).toBe('Because.');
    expect(sealedWords('reason', undefined, ['reason'])).toBe(DOES_NOT_OPEN);
    expect(sealedWords('reason', undefined, undefined)).toBeUndefined();
  });
});
