import { newId, NOT_NAMED_AGENCY, type NotNamedRequest, type PlanLine } from '@mash/contracts';
import { agencyAmid, agencyWords } from './agency-words';
import { andMoreNotNamed, isSilent, notNamedCards, notNamedWords, notShownWords } from './not-named';

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

  test('end a list of those that are named, with how many have not confirmed', () => {
    expect(andMoreNotNamed({ named: 2, count: 0 })).toBeUndefined();
    expect(andMoreNotNamed({ named: 0, count: 1 })).toBe('1 that is not named to you');
    expect(andMoreNotNamed({ named: 2, count: 1 })).toBe('and 1 more that is not named to you');
    expect(andMoreNotNamed({ named: 1, count: 2, unconfirmed: 1 })).toBe(
      'and 2 more that are not named to you; 1 has not confirmed yet',
    );
    expect(andMoreNotNamed({ named: 1, count: 2, unconfirmed: 2 })).toMatch(/2 have not confirmed yet$/);
  });

  test('read as words, at the start of a sentence and amid it', () => {
    expect(agencyWords(NOT_NAMED_AGENCY)).toBe('An agency that is not named to you');
    expect(agencyAmid(NOT_NAMED_AGENCY)).toBe('an agency that is not named to you');
    expect(agencyAmid('riverside-police')).toBe(agencyWords('riverside-police'));
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

  test('are, of the plan, said once each where it is not shown whether they were asked', () => {
    const line: PlanLine = {
      ...{
        agencyId: 'a-refuge',
        agencyName: 'The Refuge',
        personId: newId(),
        category: 'housing-tenancy',
        why: 'Every Amber',
      },
      ...{ existenceOnly: false, suggested: false, alreadyAsked: false },
    };
    const clinic = { ...line, agencyId: 'a-clinic', agencyName: 'The Clinic' };
    expect(notShownWords([line, { ...clinic, alreadyAsked: true }])).toBeUndefined();
    const words = notShownWords([line, clinic, clinic].map((one) => ({ ...one, askedNotShown: true })));
    expect(words).toMatch(/^Whether these were asked already is not shown to you/);
    expect(words).toContain(': The Refuge, The Clinic.');
  });

  test('are silent once they were asked and owe something', () => {
    expect(
      [one(), one({ state: 'part_answered' }), one({ state: 'answered' }), one({ issued: false })].map(isSilent),
    ).toEqual([true, true, false, false]);
  });
});
