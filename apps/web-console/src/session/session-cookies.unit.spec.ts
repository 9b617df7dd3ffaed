import { heldKeysOf } from './session-cookies';

const ID = '0198cccc-0000-4000-8000-000000000001';
const keysOf = (cookie?: string) => [...heldKeysOf({ headers: { cookie } })];

describe('Keys to forms that are held', () => {
  test('are read by id from the cookies named so, and from no others', () => {
    expect(keysOf(`session=x; held-${ID}=key; held-x=y; held=${ID}.z; other-held-${ID}=w`)).toEqual([[ID, 'key']]);
  });

  test.each([undefined, '', ';;=', `held-${ID}`, `held-${ID}=`, `held-${ID}x=key`, 'held-=key', '%'])(
    'are none in %p',
    (cookie) => {
      expect(keysOf(cookie)).toEqual([]);
    },
  );
});
