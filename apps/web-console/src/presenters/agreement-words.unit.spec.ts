import { agreementWords } from './agreement-words';

const ID = '0198aaaa-0000-7000-8000-000000000001';
const titleOf = (agreementId: string, version: number) =>
  agreementId === ID && version === 3 ? 'Riverside sharing agreement' : undefined;

describe('The agreement that something rests on', () => {
  test('reads by its title, with version and line', () => {
    expect(agreementWords(`${ID} v3 out`, titleOf)).toBe('“Riverside sharing agreement” version 3, line out');
    expect(agreementWords(`${ID} v3 in; ${ID} v3 out`, titleOf)).toBe(
      '“Riverside sharing agreement” version 3, line in; “Riverside sharing agreement” version 3, line out',
    );
  });

  test('reads by its id where the reader may not read it, or it is written otherwise', () => {
    for (const ref of [`${ID} v4 out`, 'a v3 out', '']) expect([ref, agreementWords(ref, titleOf)]).toEqual([ref, ref]);
    expect(agreementWords(`${ID} v3 out`)).toBe(`${ID} v3 out`);
  });
});
