import { ASKED_AGENCIES, draftResearchPlan, loadCurrentPack, packIds, type RosterEntry } from '../index';

const family: RosterEntry[] = [
  { personId: 'elder-child', kind: 'child', relation: 'concern' },
  { personId: 'sibling', kind: 'child', relation: 'household' },
  { personId: 'unborn', kind: 'unborn', relation: 'household' },
  { personId: 'mother', kind: 'adult', relation: 'household' },
  { personId: 'partner', kind: 'adult', relation: 'ap' },
  { personId: 'absent-father', kind: 'adult', relation: 'pr_uninvolved' },
  { personId: 'neighbour', kind: 'adult', relation: 'third' },
  { personId: 'cousin', kind: 'child', relation: 'third' },
];
const thurrock = loadCurrentPack('thurrock');
const four = ['police', 'health', 'education', 'social-care'] as const;

describe('The research plan of the demonstration pack', () => {
  test.each(['red', 'amber', 'green'] as const)(
    'at %s asks all four agencies about every child and every adult',
    (colour) => {
      const { lines } = draftResearchPlan(thurrock, colour, family);
      for (const personId of ['elder-child', 'sibling', 'mother', 'partner']) {
        const asked = new Set(lines.filter((line) => line.personId === personId).map((line) => line.agency));
        expect([...asked].sort()).toEqual([...four].sort());
      }
    },
  );

  test('asks health and social care about an unborn child, and says why the others are not asked', () => {
    const { lines, notAsked } = draftResearchPlan(thurrock, 'red', family);
    expect(new Set(lines.filter(({ personId }) => personId === 'unborn').map(({ agency }) => agency))).toEqual(
      new Set(['health', 'social-care']),
    );
    expect(notAsked).toContainEqual({
      agency: 'education',
      personId: 'unborn',
      why: 'They hold nothing about a child not yet born',
    });
  });

  test('leaves a parent who takes no part, and third persons, to a person who can say why', () => {
    const { lines, notAsked } = draftResearchPlan(thurrock, 'red', family);
    expect(lines.some(({ personId }) => ['absent-father', 'neighbour', 'cousin'].includes(personId))).toBe(false);
    expect(notAsked.filter(({ personId }) => personId === 'neighbour')).toHaveLength(4);
  });

  test('asks for protective orders at every colour', () => {
    for (const colour of ['red', 'amber', 'green'] as const) {
      const { lines } = draftResearchPlan(thurrock, colour, family);
      expect(lines.some((line) => line.category === 'protective-orders' && line.personId === 'mother')).toBe(true);
    }
  });

  test('asks for less at green than at red', () => {
    const [red, green] = (['red', 'green'] as const).map((colour) => draftResearchPlan(thurrock, colour, family).lines);
    expect(green!.length).toBeLessThan(red!.length);
    expect(green!.some(({ category }) => category === 'police-intelligence')).toBe(false);
    expect(green!.some(({ existenceOnly }) => existenceOnly)).toBe(true);
  });

  test('asks nobody at blue in medway, and refuses a colour that the pack does not use', () => {
    expect(draftResearchPlan(loadCurrentPack('medway'), 'blue', family).lines).toEqual([]);
    expect(() => draftResearchPlan(thurrock, 'blue', family)).toThrow('not in the scheme');
  });

  test.each(packIds())('in %s has no line twice and asks each agency for what it holds', (id) => {
    const { lines } = draftResearchPlan(loadCurrentPack(id), 'red', family);
    const keys = lines.map(({ agency, personId, category }) => `${agency} ${personId} ${category}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(lines.every(({ agency, category }) => ASKED_AGENCIES[agency].categories.includes(category))).toBe(true);
  });
});
