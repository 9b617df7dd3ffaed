import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Pack } from '../index';
import { publishPack } from '../index';

type Draft = { -readonly [Key in keyof Pack]: Pack[Key] };

const england = readFileSync(join(__dirname, '..', '..', 'packs', 'england', '2026.1.yaml'), 'utf8');

/** The england pack with one thing changed, and what publishing says to it. */
function problemsAfter(change: (draft: Draft) => unknown): string {
  const draft = parse(england) as Draft;
  change(draft);
  const publication = publishPack(stringify(draft, { aliasDuplicateObjects: false }));
  return publication.published ? 'published' : publication.problems.join(' | ');
}

const rowOf = (draft: Draft, id: string) => draft.rating.rows.find((row) => row.id === id)!;

describe('Publishing a pack', () => {
  test('accepts a sound one', () => {
    expect(problemsAfter(() => undefined)).toBe('published');
  });

  test('refuses a gap, and shows a case that no row matches', () => {
    const said = problemsAfter((draft) => {
      draft.rating.rows = draft.rating.rows.filter((row) => row.id !== 'G1');
    });
    expect(said).toContain(
      'no row matches: immediateDanger no, suspectedHarm no, openCase no, roster listed, inNeed no',
    );
  });

  test('refuses an overlap, though both rows say the same colour', () => {
    const said = problemsAfter((draft) => {
      delete rowOf(draft, 'R2').when['immediateDanger'];
    });
    expect(said).toContain('rows R1 and R2 both match: immediateDanger yes, suspectedHarm yes');
  });

  test('refuses an overlap that only cases with something unknown reach', () => {
    const said = problemsAfter((draft) => {
      rowOf(draft, 'O1').when['suspectedHarm'] = { in: ['no', 'not_known'] };
      rowOf(draft, 'A1').when['openCase'] = { in: ['no', 'not_known'] };
      rowOf(draft, 'O1').when['openCase'] = { in: ['yes', 'not_known'] };
    });
    expect(said).toContain('rows O1 and A1 both match: immediateDanger no, suspectedHarm no, openCase not_known');
  });

  test.each([
    ['an input that is not there', { elsewhere: { is: 'yes' } }, 'is no input'],
    ['a value the input does not have', { inNeed: { is: 'maybe' } }, 'does not fit'],
    ['a number operator on a choice', { inNeed: { atLeast: 1 } }, 'does not fit'],
  ])('refuses a row that reads %s', (_what, when, said) => {
    expect(
      problemsAfter((draft) => {
        rowOf(draft, 'R1').when = when;
      }),
    ).toContain(said);
  });

  test.each<[string, (draft: Draft) => unknown, string]>([
    ['a word the schema does not know', (d) => Object.assign(d, { colour: 'red' }), 'Unrecognized key'],
    ['a row without its reason', (d) => Object.assign(rowOf(d, 'R1'), { reason: '' }), 'rows.0.reason'],
    ['a value that is neither sourced nor assumed', (d) => delete d.opening.assumed, 'say either'],
    ['a value that is both', (d) => (d.opening.source = 'WT'), 'say either'],
    ['a source that is not listed', (d) => delete d.sources['CA47'], 'source CA47 is not listed'],
    ['a source that nothing cites', (d) => (d.sources['XX'] = 'Nowhere'), 'XX is cited nowhere'],
    ['a colour without a clock', (d) => delete d.clocks.decide.green, 'clocks.decide: green is missing'],
    [
      'a clock of a colour not in use',
      (d) => (d.clocks.decide.blue = d.clocks.decide.red!),
      'blue is not in the scheme',
    ],
    ['a plan without a clock', (d) => (d.clocks['agency-return'].red = 'not-asked'), 'plan and clock disagree'],
    [
      'a question to who cannot know',
      (d) => (d.research.red![0]!.categories = ['education-send']),
      'police does not hold',
    ],
    [
      'a letter with an unknown field',
      (d) => d.letters[0]!.paragraphs.push('{childName}'),
      'unknown field {childName}',
    ],
    ['a receipt that tells the outcome', (d) => d.letters[3]!.paragraphs.push('{outcome}'), 'may not tell the outcome'],
    ['an outcome that is left out', (d) => d.outcomes.pop(), 'no_action_with_reason is missing'],
    ['an outcome with no team to take it', (d) => d.routes.pop(), 'universal goes to no route'],
    ['working days on an elapsed basis', (d) => (d.clocks.screen.basis = 'elapsed'), 'working days cannot'],
    ['opening hours that are none', (d) => (d.opening.hours.mon = '9-5'), 'opening.hours.mon'],
    [
      'closing with no action and no reason',
      (d) => (d.outcomes.at(-1)!.needsReason = false),
      'no action needs a reason',
    ],
  ])('refuses %s', (_what, change, said) => {
    expect(problemsAfter(change)).toContain(said);
  });

  test('refuses YAML that is not sound', () => {
    const twice = publishPack(`${england}\nid: other\n`);
    expect(twice).toMatchObject({ published: false });
    expect(publishPack(`${england.replace('about: ', 'about: &a ')}\nname2: *a\n`)).toMatchObject({
      problems: ['yaml: alias *a is not allowed'],
    });
    expect(publishPack('id: [').published).toBe(false);
    expect(publishPack('').published).toBe(false);
    expect(publishPack('just words').published).toBe(false);
  });
});
