import type { AskPreview } from '@mash/contracts';
import { derivedId } from '../words/derived-id';
import type { AskLine } from './ask-line';
import { planView } from './plan.presenter';

const child = '0198cccc-0000-7000-8000-000000000004';
const line = (category: AskLine['category'], changes: Partial<AskLine> = {}): AskLine => ({
  agencyId: 'riverside-police',
  agencyName: 'Riverside Police',
  personId: child,
  category,
  existenceOnly: false,
  why: 'Every Red',
  need: { need: 'yes' },
  suggested: true,
  widened: false,
  ...changes,
});
const previewed = (
  category: AskLine['category'],
  outcome: 'PERMIT' | 'DENY' | 'REVIEW',
): AskPreview['lines'][number] => ({
  ...{ agencyId: 'riverside-police', personId: child, category, outcome, rule: 'R' },
  reasons: [{ code: 'X', sentence: 'Consent was refused.' }],
  lawfulBasis: outcome === 'PERMIT' ? ['UK GDPR 6(1)(e)'] : [],
});
const lines = [line('police-incidents'), line('police-intelligence'), line('domestic-abuse', { suggested: false })];
const preview = [previewed('police-incidents', 'PERMIT'), previewed('police-intelligence', 'DENY')];
const view = (ticked?: ReadonlySet<string>) =>
  planView({
    ...{ lines, preview, ticked, names: new Map([[child, 'Kian Marlowe']]), roster: undefined, agencies: new Map() },
    ...{
      purpose: 'S47',
      purposes: ['S47', 'DA', 'EVIDENCE'],
      work: 'S47',
      purposeText: 'Why',
      dueInWords: '4 hours',
      typed: {},
      errors: [],
    },
    worries: { issues: [], outside: new Set() },
  });

describe('The plan of whom to ask', () => {
  test('says the outcome first, with its sentence, and ticks what the pack ticks', () => {
    const [agency] = view().agencies;
    expect(agency?.rows.map(({ outcome, because, ticked }) => ({ outcome, because, ticked }))).toEqual([
      { outcome: 'Goes now', because: '', ticked: true },
      { outcome: 'Not allowed', because: 'Consent was refused.', ticked: false },
      { outcome: 'A human will look', because: '', ticked: false },
    ]);
    expect(view()).toMatchObject({
      sendText: 'Send 1 request',
      outcomes: '1 would go now, 1 a human will look at, 1 not allowed',
    });
  });

  test('names the law that a line would go under, and none of one that would not go now', () => {
    expect(view().agencies[0]?.rows.map(({ basis }) => basis)).toEqual([
      { law: ['UK GDPR 6(1)(e)'], rule: 'Rule R', restsOn: [] },
      undefined,
      undefined,
    ]);
  });

  test('never offers what is not allowed, even where it was ticked by hand', () => {
    const forced = view(new Set([`riverside-police|${child}|police-intelligence`]));
    expect(forced.agencies[0]?.rows[1]).toMatchObject({ canTick: false, ticked: false });
    expect(forced.sendText).toBe('Send 0 requests');
  });

  test('offers what else it can be asked for, and the tasks that the text can truthfully state', () => {
    const { other, task, purposeCode } = view();
    expect(purposeCode).toBe('S47');
    expect(JSON.stringify(other.field)).toContain('"EVIDENCE"');
    expect(JSON.stringify(other.field)).not.toContain('"S47"');
    expect(JSON.stringify(task)).toMatch(/"ca89_s47".*"selected":true/);
    expect(JSON.stringify(task)).not.toContain('ca89_s17');
  });

  test('asks with the same id when the same page is sent twice, and another for another', () => {
    expect(derivedId('request', 'a', 'b')).toBe(derivedId('request', 'a', 'b'));
    expect(derivedId('request', 'a', 'b')).not.toBe(derivedId('request', 'ab'));
    expect(derivedId('x')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
