import type { ConsentView, ConsentWords } from '@mash/contracts';
import { historyEntry } from './history-entry';
import { statementRows } from './statement-rows';

const now = new Date('2026-11-24T12:00:00.000Z');
const SEALED = { kid: 'k', envelope: 'a.b.c.d.e' };
const statement = (changes: Partial<ConsentView> = {}): ConsentView => ({
  ...{ statementId: 's', personId: 'child', kind: 'sharing', state: 'given', givenBy: 'parent_with_pr' },
  ...{ givenById: 'mother', how: 'telephone', bodies: ['riverside-police'], purposes: ['EH'], recordedBy: 'helen' },
  ...{ statedAt: '2026-11-20T12:00:00.000Z', recordedAt: '2026-11-21T09:00:00.000Z', sealed: SEALED },
  weight: 'counts',
  ...changes,
});
const shown = (words: ConsentWords | undefined) => ({
  words: new Map(words === undefined ? [] : [['s', words] as const]),
  names: new Map([['mother', 'Dawn Marlowe']]),
  ...{ now, reader: { id: 'priya' } },
  colleagues: (id: string) => (id === 'helen' ? 'Helen Okafor (MASH manager)' : undefined),
});
const WORDS = { told: 'That the school is asked', evidence: 'Signed form', reference: 'Scan 4' };
const gaps = (one: ConsentView, words?: ConsentWords) =>
  statementRows(one, shown(words))
    .filter(({ isGap }) => isGap)
    .map(({ key, value }) => `${key}: ${value}`);

describe('A statement of the history', () => {
  test('shows all that was said, and names who wrote it down', () => {
    const { lines, what } = historyEntry(statement(), shown(WORDS));
    expect(what).toBe('Information being shared: given');
    expect(lines).toEqual([
      'Who said it: Dawn Marlowe (a parent with parental responsibility)',
      'How: By telephone',
      'They were told: That the school is asked',
      'Evidence: Signed form\nScan 4',
      expect.stringMatching(/^Only for: /),
      expect.stringMatching(/^For this purpose only: /),
      expect.stringMatching(/^Written down .* by Helen Okafor \(MASH manager\)\.$/),
    ]);
  });

  test('says whom nobody can name, and that you wrote it', () => {
    const last = (recordedBy: string) => historyEntry(statement({ recordedBy }), shown(WORDS)).lines.at(-1);
    expect(last('priya')).toMatch(/by you\.$/);
    expect(last('a-teacher')).toMatch(/by a colleague, or with the contact\.$/);
  });

  test('says where it does not count, and why', () => {
    const lastOf = (changes: Partial<ConsentView>) => historyEntry(statement(changes), shown(WORDS)).lines.at(-1);
    expect(lastOf({ weight: 'not_heard' })).toBe('Does not count: whoever said it may not speak for them.');
    expect(lastOf({ weight: 'not_heard', state: 'not_sought' })).toBe('Does not count: somebody was asked.');
    expect(lastOf({ weight: 'not_heard', whoseIsUnclear: true })).toMatch(
      /^Does not count: .* linked to the wrong person\. Record it again/,
    );
    expect(lastOf({ weight: 'superseded' })).toBe('A later word took its place.');
    expect(lastOf({ weight: 'says_nothing', state: 'unknown' })).toMatch(/^Written down/);
  });

  test('names who decided about a ground, and when', () => {
    const decided = { accepted: true, decidedBy: 'helen', decidedAt: '2026-11-22T09:00:00.000Z' };
    const notAsked = statement({ state: 'not_sought', ground: 'NS_TEXT', groundDecision: decided });
    expect(historyEntry(notAsked, shown({ ground: 'He listens' })).lines.at(-1)).toMatch(
      /^Helen Okafor \(MASH manager\) accepted the ground, /,
    );
  });
});

describe('What a yes does not say', () => {
  test('is a gap: how, what they were told, and what shows it', () => {
    const { how: _how, sealed: _sealed, ...bare } = statement();
    expect(gaps(bare)).toEqual(['How: Not said', 'They were told: Not said', 'Evidence: Not said']);
    expect(gaps(statement(), { told: 'That the school is asked' })).toEqual(['Evidence: Not said']);
    expect(gaps(statement(), WORDS)).toEqual([]);
  });

  test('is not called unsaid where it is sealed and cannot be read now', () => {
    const shut = 'Sealed: it cannot be shown now';
    expect(gaps(statement())).toEqual([`They were told: ${shut}`, `Evidence: ${shut}`]);
  });

  test('of a no nobody needs, save who said it', () => {
    const { sealed: _sealed, givenById: _giver, ...no } = statement({ state: 'refused', givenBy: 'not_applicable' });
    expect(gaps(no)).toEqual(['Who said it: Not said who']);
  });
});
