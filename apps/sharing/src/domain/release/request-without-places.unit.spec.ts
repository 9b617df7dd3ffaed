import { PLACE_LEFT_OUT } from '@mash/contracts';
import { requestWithoutPlaces } from './request-without-places';

const content = {
  purposeText: 'He was seen at 12 Mill Pond Lane.',
  person: {
    ...{ names: ['Avery Road'], aliases: [], addresses: ['4 Tanner Row, RV1 4TT'] },
    relationship: 'Her ex, of 12 Mill Pond Lane',
  },
  questions: [{ category: 'police-incidents', label: 'Incidents and call-outs', why: 'He rang Meadow Lane Primary.' }],
};
const PLACES = ['PLACE', 'AREA', 'SCHOOL', 'SURGERY'];
const cut = (redactions: string[], isOwn = false) => requestWithoutPlaces(content, { redactions, isOwn });

describe('A question as the agency asked may read it', () => {
  test('is as it was sent where nothing must go', () => {
    expect(cut([], true)).toEqual(content);
  });

  test('loses the places in what was typed, and keeps names, and the address to search by where it is not the protected one', () => {
    expect(cut(PLACES)).toEqual({
      purposeText: `He was seen at ${PLACE_LEFT_OUT}.`,
      person: { ...content.person, relationship: `Her ex, of ${PLACE_LEFT_OUT}` },
      questions: [{ ...content.questions[0], why: `He rang ${PLACE_LEFT_OUT}.` }],
    });
  });

  test('about an alleged perpetrator says nothing of what they are to the others', () => {
    expect(cut([...PLACES, 'VICTIM_IDENTIFIERS'])['person']).toEqual({
      ...{ names: ['Avery Road'], aliases: [], addresses: ['4 Tanner Row, RV1 4TT'] },
    });
  });

  test('about whoever is protected holds no address', () => {
    expect(cut(PLACES, true)['person']).toMatchObject({ names: ['Avery Road'], addresses: [] });
  });
});
