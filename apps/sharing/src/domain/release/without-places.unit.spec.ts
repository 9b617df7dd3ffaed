import { PLACE_LEFT_OUT } from '@mash/contracts';
import { withoutPlaces } from './without-places';

describe('A document without its places', () => {
  test('has its fields of places emptied, all that lies in them too, and keeps its shape', () => {
    const content = {
      ...{ narrative: 'Taken to 1 Mill Road.', whereIsTheChildNow: 'With her', gp: 'Dr Vale', schoolProtected: true },
      ...{ address: { lines: 'The mill', postcode: 'RV1' }, protectedAddresses: [{ lines: 'The mill' }] },
    };
    expect(withoutPlaces(content)).toEqual({
      ...{ narrative: `Taken to ${PLACE_LEFT_OUT}.`, whereIsTheChildNow: PLACE_LEFT_OUT, gp: PLACE_LEFT_OUT },
      ...{
        schoolProtected: true,
        address: { lines: PLACE_LEFT_OUT, postcode: PLACE_LEFT_OUT },
        protectedAddresses: [],
      },
    });
  });
});
