import { owedAnew, type Standing } from './owed-anew';

const told = { code: 'TELL_CHILD', agencyId: null, personId: 'a child' } as const;
const owes = (...envelopeIds: string[]) => [{ ...told, envelopeIds: new Set(envelopeIds) }];
const task = (openId: string | null, ...envelopeIds: string[]): Standing => ({ ...told, openId, envelopeIds });

describe('What owes a task', () => {
  test('opens one where there is none, and joins the one that is open', () => {
    expect(owedAnew(owes('first'), [])).toMatchObject([{ ...told, envelopeIds: ['first'] }]);
    expect(owedAnew(owes('first', 'second'), [task('open', 'first')])).toMatchObject([
      { joins: 'open', envelopeIds: ['second'] },
    ]);
  });

  test('owes it no second time once it is done, and what comes later owes it anew', () => {
    expect(owedAnew(owes('first'), [task(null, 'first')])).toEqual([]);
    const [anew] = owedAnew(owes('first', 'later'), [task(null, 'first')]);
    expect(anew).toMatchObject({ envelopeIds: ['later'] });
    expect(anew?.joins).toBeUndefined();
  });

  test('is not what owes it of somebody else, or owes something else', () => {
    const others = [
      { ...task('open', 'first'), personId: 'another' },
      { ...task('open', 'first'), code: 'TELL_BOTH' as const },
    ];
    const [anew] = owedAnew(owes('first'), others);
    expect(anew?.joins).toBeUndefined();
  });
});
