import {
  AgencyKind,
  AgreementContent,
  Category,
  DraftAgreement,
  ImportAgreement,
  isKeepable,
  newId,
  Purpose,
  type AgreementContentLine,
  type ExportFormat,
} from '@mash/contracts';
import fc from 'fast-check';
import { aLine, anAgreement } from '../../../testing/an-agreement';
import { faultInFile, MOST_FAULTS, readAgreementFile } from './read-agreement-file';
import type { MaisRoot } from './mais-object';
import { maisRootOf } from './mais-root-of';
import { writeAgreementFile } from './write-agreement-file';

/** Whatever somebody may type that the contract lets through as it is. */
const words = (maxLength: number) =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength }),
      fc.string({ unit: 'binary', minLength: 1, maxLength }),
    )
    .map((text) => text.trim().slice(0, maxLength).trim())
    .filter(isKeepable)
    .filter((text) => text !== '' && text === text.trim());
const some = <T>(values: readonly T[], minLength = 1) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength, maxLength: 4 });
const agency = fc.constantFrom('riverside-council', 'riverside-police', 'true', '1e3', 'null', '0x1F');
const side = fc.record({ organisations: fc.uniqueArray(agency, { maxLength: 3 }), kinds: some(AgencyKind.options, 0) });
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const line: fc.Arbitrary<AgreementContentLine> = fc.record({
  lineId: words(40),
  rank: fc.constantFrom('default', 'exception'),
  effect: fc.constantFrom('allow', 'deny'),
  ...{ from: side, to: side, purposes: some(Purpose.options), categories: some(Category.options) },
  modes: some(['ask', 'existence', 'content', 'onward'] as const),
  standingRelease: some(['team_sc', 'team_eh', 'police'] as const, 0),
});
const optional = <T>(arbitrary: fc.Arbitrary<T>) => ({ arbitrary });
const record = (fields: Record<string, fc.Arbitrary<unknown> | { arbitrary: fc.Arbitrary<unknown> }>) => {
  const isOptional = (value: object): value is { arbitrary: fc.Arbitrary<unknown> } => 'arbitrary' in value;
  const all = Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, isOptional(value) ? value.arbitrary : value]),
  );
  const requiredKeys = Object.keys(fields).filter((key) => !isOptional(fields[key] as object));
  return fc.record(all, { requiredKeys });
};
const content = record({
  agreementId: fc.uuid({ version: 7 }),
  version: fc.integer({ min: 1, max: 9999 }),
  slug: fc.constantFrom('ours', '123', 'null', 'on-off', '2026-01-01'),
  ...{ title: words(200), tier: fc.constantFrom('tier-1', 'tier-2', 'single'), owner: words(120) },
  ...{ inForceFrom: day, inForceTo: optional(day), reviewDue: day },
  parties: fc.array(
    record({
      agencyId: agency,
      role: fc.constantFrom('controller', 'processor'),
      responsibilities: optional(words(200)),
    }),
    { maxLength: 4 },
  ),
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
  bases: fc.array(
    fc.record({
      agencyId: agency,
      categories: some(Category.options),
      basis: some(['TASK', 'DUTY', 'CONSENT'] as const),
    }),
    { maxLength: 3 },
  ),
  dpia: optional(fc.constant('https://riverside.example/dpia?a=1#b')),
  words: record({
    why: words(300),
    retention: words(100),
    asking: optional(words(100)),
    security: optional(words(100)),
  }),
}).map((value) => AgreementContent.parse(value));

describe('Agreements as files', () => {
  /** The version that a text holds; the faults of it fail the test by name. */
  const contentIn = (text: string): AgreementContent => {
    const read = readAgreementFile(text);
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    return read.content;
  };

  test.each<[string, ExportFormat, MaisRoot]>([
    ['our YAML', 'yaml', 'SharingPolicy'],
    ['a MAIS sharing policy', 'mais', 'SharingPolicy'],
    ['a MAIS sharing request', 'mais', 'SharingRequest'],
  ])('come back from %s as they went, whatever they hold', (_what, format, root) => {
    fc.assert(
      fc.property(content, (one) => {
        const text = writeAgreementFile(one, format, root);
        const back = contentIn(text);
        expect(back).toEqual(one);
        expect(writeAgreementFile(back, format, root)).toBe(text);
      }),
      { numRuns: 100, seed: 20260930 },
    );
  });

  test.each([
    ['brackets that nobody closes', '[{'.repeat(90)],
    ['brackets within words', `See ${'(a [b) '.repeat(25)}`.trim()],
    ['marks that begin an entry elsewhere', `${'- ? : '.repeat(30)}x`],
  ])('come back with %s in any of their words', (_what, odd) => {
    const one = anAgreement({
      title: odd,
      owner: odd.slice(0, 100).trim(),
      lines: [aLine({ lineId: odd.slice(0, 40) })],
    });
    for (const root of ['SharingPolicy', 'SharingRequest'] as const)
      expect(contentIn(writeAgreementFile(one, 'mais', root))).toEqual(one);
    expect(contentIn(writeAgreementFile(one, 'yaml'))).toEqual(one);
  });

  test.each([
    ['NUL', '"a\\0b"', 'title: Ours', 'title'],
    ['half of a surrogate pair', '"a\\ud800"', 'owner: The hub', 'owner'],
    ['NUL, in an address', 'https://riverside.example/\u0000', 'tier: tier-2', 'dpia'],
    ['half of a surrogate pair, in the words', '"\\udc00"', 'why: So that children are safe.', 'words.why'],
    ['NUL, as a line id', '"\\0"', 'lineId: asking', 'lines.0.lineId'],
  ])('are refused with line and field where no register can keep them: %s', (_what, odd, part, field) => {
    const key = part.split(':')[0] ?? '';
    const bad = field === 'dpia' ? yaml.replace(part, `${part}\ndpia: ${odd}`) : yaml.replace(part, `${key}: ${odd}`);
    expect(faults(bad)).toEqual([`${lineWith(bad, odd)} ${field} custom`]);
  });

  test('are a request until they are in force, and a policy from then on', () => {
    const rootsOf = (...states: Parameters<typeof maisRootOf>[0][]) => [...new Set(states.map(maisRootOf))];
    expect(rootsOf('draft', 'proposed', 'approved')).toEqual(['SharingRequest']);
    expect(rootsOf('in_force', 'superseded', 'stopped')).toEqual(['SharingPolicy']);
  });

  /** As full as a version may be: two hundred lines, or as many of them as are not too much. */
  function largest(each: (n: number) => AgreementContentLine): AgreementContent {
    const one = { ...anAgreement(), lines: Array.from({ length: 200 }, (_, n) => each(n)) };
    while (!DraftAgreement.safeParse(one).success) one.lines.pop();
    return one;
  }
  const sides = (organisations: string[], kinds: AgencyKind[]) => ({
    from: { organisations, kinds },
    to: { organisations, kinds },
  });
  const aFullLine = (n: number): AgreementContentLine => ({
    ...{ lineId: `line-${n}`, rank: 'exception', effect: 'deny', ...sides([], AgencyKind.options) },
    ...{ purposes: Purpose.options, categories: Category.options, modes: ['ask', 'existence', 'content', 'onward'] },
    standingRelease: ['team_sc', 'team_eh', 'team_other', 'police', 'agency', 'referrer_pro'],
  });
  /** What grows most on the way into a file: very many very short words, each on a line of its own. */
  const manyShortWords = (n: number): AgreementContentLine => ({
    ...aFullLine(n),
    ...{
      lineId: `${n}`,
      ...sides(
        Array.from({ length: 60 }, () => 'a'),
        [],
      ),
    },
    ...{ purposes: Array.from({ length: 200 }, () => 'EH'), categories: ['domestic-abuse'], modes: ['ask'] },
    standingRelease: [],
  });

  test.each([
    ['with every category, purpose and type on each of two hundred lines', aFullLine],
    ['with sixty organisations on both sides of each line', manyShortWords],
  ])('come back at their largest too, %s', (_what, each) => {
    const one = largest(each);
    expect(JSON.stringify(one).length).toBeGreaterThan(250_000);
    for (const format of ['yaml', 'mais'] as const) {
      const text = writeAgreementFile(one, format, 'SharingRequest');
      expect(ImportAgreement.safeParse({ text }).success).toBe(true);
      expect(contentIn(text)).toEqual(one);
    }
  });

  test('that hold more than a version may are refused whole', () => {
    const one = largest(manyShortWords);
    const more = { ...one, lines: [...one.lines, manyShortWords(201)] };
    expect(faults(writeAgreementFile(more, 'yaml'))).toEqual(['1  custom']);
  });

  test.each<[string, ExportFormat, MaisRoot, string]>([
    ['lines.1.to.organisations.0', 'yaml', 'SharingPolicy', 'lines.1.to.organisations.0'],
    ['lines.1.to.organisations.0', 'mais', 'SharingRequest', 'SharingRequest.Data.1.To.organisations.0'],
    ['lines.1.effect', 'mais', 'SharingPolicy', 'SharingPolicy.Data.1.Restrictions'],
    ['lines.0.effect', 'mais', 'SharingPolicy', 'SharingPolicy.Data.0.PermittedUse'],
    ['lines.0.categories', 'mais', 'SharingPolicy', 'SharingPolicy.Data.0.Category'],
    ['parties.1.agencyId', 'mais', 'SharingRequest', 'SharingRequest.Party.1.Identifier'],
    ['bases.1.basis.2', 'mais', 'SharingRequest', 'SharingRequest.LegalCompliance.LawfulBasis.1.Basis.2'],
    ['reviewDue', 'mais', 'SharingRequest', 'SharingRequest.ReviewDate'],
  ])('have what the register finds at %s told by its line in %s', (field, format, root, where) => {
    const second = { organisations: ['a-club'], kinds: [] };
    const lines = [aLine(), aLine({ lineId: 'two', effect: 'deny', to: second })];
    const text = writeAgreementFile(anAgreement({ lines }), format, root);
    const read = readAgreementFile(text);
    if (!read.ok) throw new Error('It is a file of ours');
    const fault = faultInFile(read, { field, code: 'A_CODE', message: 'Is wrong' });
    expect(fault).toMatchObject({ field: where, code: 'A_CODE', message: 'Is wrong' });
    const key = where.split('.').findLast((part) => Number.isNaN(Number(part))) ?? '';
    const written = text.split('\n');
    const found = [...written.keys()].filter((at) => written[at]?.includes(key)).map((at) => at + 1);
    // On the line of its key, or on one of the entries below it.
    expect(found.some((at) => fault.line >= at && fault.line <= at + 3)).toBe(true);
    expect(fault.line).toBeGreaterThan(1);
  });

  const faults = (text: string) => {
    const read = readAgreementFile(text);
    if (read.ok) throw new Error('It was read');
    return read.faults.map(({ line: at, field, code }) => `${at} ${field} ${code}`);
  };
  const yaml = writeAgreementFile(anAgreement({ agreementId: newId() }), 'yaml');
  const lineWith = (text: string, part: string): number => text.split('\n').findIndex((one) => one.includes(part)) + 1;

  test('with a fault are told by line and field, all of them at once', () => {
    const bad = yaml.replace('effect: allow', 'effect: perhaps').replace('tier: tier-2', 'tier: tier-9\nshoeSize: 7');
    expect(faults(bad)).toEqual([
      `${lineWith(bad, 'tier: tier-9')} tier invalid_value`,
      `${lineWith(bad, 'effect: perhaps')} lines.0.effect invalid_value`,
      `${lineWith(bad, 'shoeSize')} shoeSize unknown_field`,
    ]);
    const without = yaml.replace(/^reviewDue.*\n/m, '');
    expect(faults(without)).toEqual(['1 reviewDue invalid_type']);
    const missing = yaml.replace(/^ +rank: default\n/m, '');
    expect(faults(missing)).toEqual([`${lineWith(missing, '- lineId')} lines.0.rank invalid_value`]);
  });

  test('in JSON are told by line too', () => {
    const mais = writeAgreementFile(anAgreement(), 'mais');
    const bad = mais.replace('"Rank": "default"', '"Rank": "chief"');
    expect(faults(bad)).toEqual([`${lineWith(bad, 'chief')} SharingPolicy.Data.0.Rank invalid_value`]);
    const other = mais.replace(/"URI": ".*"/, '"URI": "urn:other"');
    expect(faults(other)).toEqual([`${lineWith(other, 'urn:other')} SharingPolicy.URI custom`]);
    const request = writeAgreementFile(anAgreement(), 'mais', 'SharingRequest').replace('"Tier": "', '"Tier": "no ');
    expect(faults(request)).toEqual([`${lineWith(request, '"Tier"')} SharingRequest.Tier invalid_value`]);
    const two = mais.replace('"SharingPolicy"', '"SharingRequest": {}, "SharingPolicy"');
    expect(faults(two)).toContain(`${lineWith(two, 'SharingRequest')} SharingRequest unknown_field`);
    const both = mais.replace('"PermittedUse"', '"Neither"');
    expect(faults(both)).toContain(`${lineWith(both, 'Neither')} SharingPolicy.Data.0.Neither unknown_field`);
  });

  test('that are no file of ours are refused, and never half read', () => {
    expect(faults('')).toEqual(['1  invalid_type']);
    expect(faults('title: [unclosed')[0]).toMatch(/^1 {2}/);
    expect(faults(`${yaml}title: again\n`)).toEqual([`${yaml.split('\n').length}  DUPLICATE_KEY`]);
    expect(faults(yaml.replace('title: Ours', 'title: &a Ours').replace('owner: The hub', 'owner: *a'))).toEqual([
      '1  FILE_UNREADABLE',
    ]);
    expect(faults(yaml.replace('title: Ours', 'title: !run Ours'))[0]).toContain('TAG_RESOLVE_FAILED');
    for (const deep of ['[', '{a: ', '- ', '? ']) expect(faults(deep.repeat(50_000))).toEqual(['1  FILE_UNREADABLE']);
    expect(faults(`--- 1\n--- 2\n`)[0]).toContain('MULTIPLE_DOCS');
  });

  test('that are faulty all through tell their first fifty faults', () => {
    const unknown = Array.from({ length: 500 }, (_, at) => `field${at}: 1`).join('\n');
    expect(faults(unknown)).toHaveLength(MOST_FAULTS);
    expect(faults(`${yaml}${'title: again\n'.repeat(200)}`)).toHaveLength(MOST_FAULTS);
  });

  test('have their values repeated by no fault', () => {
    const read = readAgreementFile(
      yaml.replace('effect: allow', 'effect: Secret').replace('title: Ours', 'title: "Secret'),
    );
    expect(JSON.stringify(read)).not.toContain('Secret');
  });
});
