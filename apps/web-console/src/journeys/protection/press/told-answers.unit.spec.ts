import { newId, type ReleasedItem } from '@mash/contracts';
import { untoldSentence } from '../../enquiry/now/receipts.presenter';
import { asItems } from './chosen-answers';
import { toldAnswers } from './told-answers';

const [PERSON, REQUEST] = [newId(), newId()];

describe('What was chosen and is not told', () => {
  const chosen = Array.from({ length: 3 }, () => ({ envelopeId: newId(), itemId: newId() }));
  const released = (changes: Partial<ReleasedItem> = {}): ReleasedItem => ({
    ...{ envelopeId: chosen[0]?.envelopeId ?? '', itemId: chosen[0]?.itemId ?? '', visibility: 'shown' },
    ...{ outcome: 'PERMIT', agencyId: 'riverside-health', personId: PERSON, requestId: REQUEST },
    content: { text: 'A fracture.' },
    ...{ reason: { code: 'A', sentence: 'A.' }, decisionId: REQUEST, rule: 'A', redactions: [], obligations: [] },
    ...changes,
  });
  const toldOf = (items: readonly ReleasedItem[]) => toldAnswers(chosen, { items: [...items] }, new Map());

  test('is counted whatever the reason: withheld, refused, or not there at all', () => {
    const [, second] = chosen;
    const withheld = released({ ...second, visibility: 'withheld', content: undefined });
    expect(toldOf([released(), withheld])).toMatchObject({
      told: [{ requestId: REQUEST, personId: PERSON }],
      leftOut: 2,
    });
    expect(toldOf([])).toEqual({ told: [], leftOut: 3 });
  });

  test('is what nobody chose, though it came back, and what could not be known again once it is recalled', () => {
    expect(toldOf([released({ envelopeId: newId() }), released({ itemId: newId() })])).toEqual({
      told: [],
      leftOut: 3,
    });
    for (const missing of ['requestId', 'personId'])
      expect(toldOf([released({ [missing]: undefined })])).toEqual({ told: [], leftOut: 3 });
  });

  test('is what lies in no envelope that could be had, and what one call has no room for', () => {
    expect(asItems(chosen, [{ envelopeId: chosen[1]?.envelopeId ?? '' }])).toEqual([{ itemId: chosen[1]?.itemId }]);
    const many = Array.from({ length: 201 }, () => ({ envelopeId: REQUEST, itemId: newId() }));
    expect(asItems(many, [{ envelopeId: REQUEST }])).toHaveLength(200);
    expect(toldAnswers(many, { items: [] }, new Map()).leftOut).toBe(201);
  });

  test('is said where the press leads; an address that says anything else says nothing', () => {
    expect(untoldSentence('1')).toBe('1 thing that you chose is not in every notice: ring whoever was told.');
    expect(untoldSentence('12')).toMatch(/^12 things that you chose are not/);
    for (const other of [undefined, '0', '-1', '1.5', 'two', '99999', ['1'], '<b>'])
      expect(untoldSentence(other)).toBeUndefined();
  });
});
