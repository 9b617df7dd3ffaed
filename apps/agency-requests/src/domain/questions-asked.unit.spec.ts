import { MOST_ASKED_AT_ONCE, AskKnownAgencies, newId } from '@mash/contracts';
import { inPortions, questionsAsked } from './questions-asked';

const request = (agencyId: string, purpose: 'S17' | 'S47' = 'S17') => ({ requestId: newId(), agencyId, purpose });
const line = (requestId: string, personId: string) => ({ requestId, personId, category: 'housing-tenancy' as const });

describe('The questions of an enquiry', () => {
  test('stand once each, however often they were sent: by agency, person, category and purpose', () => {
    const child = newId();
    const all = [request('a-refuge'), request('a-refuge'), request('a-refuge', 'S47'), request('a-clinic')];
    const lines = all.flatMap(({ requestId }) => [line(requestId, child), line(requestId, child)]);
    expect(questionsAsked(all, [...lines, line(newId(), child)])).toEqual([
      { agencyId: 'a-refuge', personId: child, category: 'housing-tenancy', purpose: 'S17' },
      { agencyId: 'a-refuge', personId: child, category: 'housing-tenancy', purpose: 'S47' },
      { agencyId: 'a-clinic', personId: child, category: 'housing-tenancy', purpose: 'S17' },
    ]);
  });

  test('go in portions that one call takes, none left out and none twice', () => {
    const one = request('a-refuge');
    const lines = Array.from({ length: 2 * MOST_ASKED_AT_ONCE + 1 }, () => line(one.requestId, newId()));
    const portions = inPortions(questionsAsked([one], lines), MOST_ASKED_AT_ONCE);
    expect(portions.map(({ length }) => length)).toEqual([MOST_ASKED_AT_ONCE, MOST_ASKED_AT_ONCE, 1]);
    expect(new Set(portions.flat().map(({ personId }) => personId)).size).toBe(lines.length);
    for (const asked of portions) expect(AskKnownAgencies.shape.asked.safeParse(asked).success).toBe(true);
    expect(inPortions([], MOST_ASKED_AT_ONCE)).toEqual([]);
  });
});
