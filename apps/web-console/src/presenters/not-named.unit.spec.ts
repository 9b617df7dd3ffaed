import { newId, type NotNamedRequest } from '@mash/contracts';
import { isSilent, notNamedCards, notNamedWords } from './not-named';

const one = (changes: Partial<NotNamedRequest> = {}): NotNamedRequest => ({
  ...{ requestId: newId(), state: 'open', issued: true, late: false },
  ...changes,
});

describe('Agencies that are not named to a reader', () => {
  test('are counted in words, and said to be there for a reason', () => {
    expect(notNamedWords([])).toBeUndefined();
    expect(notNamedWords([one()])).toMatch(/^One more request is to an agency not named to you/);
    expect(notNamedWords([one(), one()])).toMatch(/^2 more requests are to agencies not named to you/);
  });

  test('have their silence shown, as large as an answer', () => {
    const cards = notNamedCards([
      one(),
      one({ late: true }),
      one({ state: 'answered' }),
      one({ state: 'not_allowed', issued: false }),
    ]);
    expect(cards.map(({ state }) => state)).toEqual(['No answer yet', 'No answer yet, late', 'Answered', 'Not asked']);
    expect(new Set(cards.map(({ agency }) => agency))).toEqual(new Set(['An agency that is not named to you']));
  });

  test('are silent once they were asked and owe something', () => {
    expect(
      [one(), one({ state: 'part_answered' }), one({ state: 'answered' }), one({ issued: false })].map(isSilent),
    ).toEqual([true, true, false, false]);
  });
});
