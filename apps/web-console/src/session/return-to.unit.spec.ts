import { safeReturnTo } from './return-to';

describe('The way back after sign-in', () => {
  test('is the page one came from', () => {
    expect(safeReturnTo('/contacts/new/1/you')).toBe('/contacts/new/1/you');
  });

  test.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/a b',
    'contacts',
    '/sign-in',
    undefined,
    ['/x'],
  ])('is the start page for %p', (wanted) => {
    expect(safeReturnTo(wanted)).toBe('/');
  });
});
