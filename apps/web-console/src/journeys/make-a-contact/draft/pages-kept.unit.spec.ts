import { child, DRAFT_ID, draftOf } from '../testing/draft-of';
import { pageKeptAt, withOlderConcern, withOlderPerson, withPageKept } from './pages-kept';

const [FIRST, LATER] = [new Date('2026-11-23T13:00:00.000Z'), new Date('2026-11-23T13:02:00.000Z')];

describe('The pages of an unfinished concern', () => {
  test('are kept each at its own time', () => {
    const draft = withPageKept(withPageKept(draftOf(), 'concern', FIRST), DRAFT_ID, LATER);
    const kept = { draft, savedAt: LATER };
    expect([pageKeptAt(kept, 'concern'), pageKeptAt(kept, DRAFT_ID)]).toEqual([FIRST, LATER]);
    expect(pageKeptAt(kept, 'urgency')).toBeUndefined();
  });

  test('are as old as the whole where that was kept before each had its time', () => {
    expect(pageKeptAt({ draft: draftOf(), savedAt: LATER }, 'concern')).toEqual(LATER);
  });

  test('give an urgent press what was saved since, and what it says itself, each once', () => {
    const saved = draftOf({ danger: 'no', concern: { narrative: 'B', toldByOthers: 'A and C', issues: ['x'] } });
    const pressed = { narrative: 'A', seenMyself: 'S', toldByOthers: 'A', issues: ['x', 'y'] };
    expect(withOlderConcern(saved, draftOf({ danger: 'yes', concern: pressed }))).toMatchObject({
      ...{ danger: 'no' },
      concern: { narrative: 'B\n\nA', seenMyself: 'S', toldByOthers: 'A and C', issues: ['x', 'y'] },
    });
    expect(withOlderConcern(draftOf(), draftOf()).concern.narrative).toBeUndefined();
  });

  test('give it of somebody what is known in either, and nothing of a birth that is over', () => {
    const saved = draftOf({ people: [child({ surname: 'Quillfeather', notKnown: ['school', 'sex'] })] });
    const older = { kind: 'unborn', expectedDate: '2027-01-05', school: 'Larkfield' } as const;
    const [both] = withOlderPerson(saved, child({ ...older, notKnown: ['surname', 'gp'] })).people;
    expect(both).toMatchObject({
      kind: 'child',
      surname: 'Quillfeather',
      school: 'Larkfield',
      notKnown: ['gp', 'sex'],
    });
    expect(both).not.toHaveProperty('expectedDate');
  });
});
