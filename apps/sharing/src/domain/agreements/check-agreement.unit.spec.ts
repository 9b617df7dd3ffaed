import type { AgreementContent, AgreementFinding } from '@mash/contracts';
import { aLine, anAgreement } from '../../../testing/an-agreement';
import { checkAgreement } from './check-agreement';
import type { OtherAgreement } from './check-lines';

const BODIES = [
  { agencyId: 'riverside-council', kind: 'council', bound: true },
  { agencyId: 'riverside-police', kind: 'police', bound: true },
  { agencyId: 'riverside-early-help', kind: 'council', bound: true },
  { agencyId: 'a-charity', kind: 'voluntary', bound: false },
] as const;

const named = (...organisations: string[]) => ({ organisations, kinds: [] });
const find = (changes: Partial<AgreementContent>, others: OtherAgreement[] = []): AgreementFinding[] =>
  checkAgreement(anAgreement(changes), BODIES, others);
const codes = (...given: Parameters<typeof find>): string[] =>
  find(...given).map(({ field, code }) => `${field} ${code}`);
const fromCharity = (changes: Parameters<typeof aLine>[0] = {}) =>
  aLine({ from: named('a-charity'), to: named('riverside-council'), modes: ['content'], ...changes });
const withCharity = (basis: AgreementContent['bases'][number]['basis']): Partial<AgreementContent> => ({
  parties: [
    { agencyId: 'riverside-council', role: 'controller' },
    { agencyId: 'a-charity', role: 'controller' },
  ],
  lines: [fromCharity({ categories: ['early-help-history'] })],
  bases: [{ agencyId: 'a-charity', categories: ['early-help-history'], basis }],
});

describe('The register check', () => {
  test('finds nothing wrong with an agreement that is whole', () => {
    expect(find({})).toEqual([]);
    expect(find(withCharity(['RLI']))).toEqual([]);
  });

  test('refuses recognised legitimate interests for a public authority, and consent for anybody (R-REG-01)', () => {
    const categories = ['hub-summary' as const];
    const council = { agencyId: 'riverside-council', categories };
    expect(codes({ bases: [{ ...council, basis: ['TASK', 'RLI'] }] })).toEqual(['bases.0.basis.1 BASIS_RLI_PUBLIC']);
    expect(codes({ bases: [{ ...council, basis: ['TASK', 'CONSENT'] }] })).toEqual(['bases.0.basis.1 BASIS_CONSENT']);
    expect(codes(withCharity(['RLI', 'CONSENT']))).toEqual(['bases.0.basis.1 BASIS_CONSENT']);
  });

  test('refuses a basis that the party cannot have, or that does not stand alone', () => {
    expect(codes(withCharity(['RLI', 'DUTY']))).toEqual(['bases.0.basis.1 BASIS_DUTY_UNBOUND']);
    expect(codes(withCharity(['TASK']))).toEqual(['bases.0.basis.0 BASIS_TASK_PRIVATE']);
    expect(codes(withCharity(['PUBLIC']))).toEqual(['bases.0.basis BASIS_ARTICLE_6']);
    const special = {
      ...withCharity(['RLI']),
      lines: [fromCharity()],
    };
    expect(
      codes({
        ...special,
        bases: [{ agencyId: 'a-charity', categories: ['hub-summary', 'domestic-abuse'], basis: ['RLI'] }],
      }),
    ).toEqual(['bases.0.basis BASIS_SPECIAL']);
  });

  test('asks of each party that shares what it rests on, for each category', () => {
    expect(find({ bases: [] })).toEqual([
      {
        field: 'lines.0.categories',
        code: 'BASIS_MISSING',
        message: 'Line asking: riverside-council names no lawful basis for hub-summary',
      },
    ]);
  });

  test('refuses lines of the same rank that clash, by name, by type, and a named body of a named type', () => {
    const deny = aLine({ lineId: 'not', effect: 'deny' });
    expect(codes({ lines: [aLine(), deny] })).toEqual(['lines.1.effect LINES_CLASH']);
    expect(codes({ lines: [aLine(), { ...deny, to: named('riverside-police') }] })).toEqual([
      'lines.1.effect LINES_CLASH',
    ]);
    expect(codes({ lines: [aLine(), { ...deny, rank: 'exception' }] })).toEqual([]);
    expect(codes({ lines: [aLine(), { ...deny, purposes: ['EH'] }] })).toEqual([]);
    expect(codes({ lines: [aLine(), { ...deny, to: named('a-charity') }] })).toEqual([]);
  });

  test('refuses a line that clashes with another agreement in force, and says with which', () => {
    const others = [{ title: 'Theirs', lines: [aLine({ effect: 'deny' })] }];
    expect(codes({}, others)).toEqual(['lines.0.effect LINES_CLASH']);
    expect(find({}, others)[0]?.message).toContain('"Theirs"');
  });

  test('lets a line allow nothing to whoever has not signed, and lets it deny to anybody', () => {
    expect(codes({ lines: [aLine({ to: named('riverside-early-help') })] })).toEqual([
      'lines.0.to.organisations.0 TARGET_NO_PARTY',
    ]);
    expect(
      codes({ lines: [aLine(), aLine({ lineId: 'not', rank: 'exception', effect: 'deny', to: named('a-charity') })] }),
    ).toEqual([]);
    expect(codes({ lines: [aLine({ to: { organisations: [], kinds: ['health'] } })] })).toEqual([
      'lines.0.to.kinds TARGET_NO_PARTY',
    ]);
    expect(codes({ lines: [aLine({ to: named() })] })).toEqual(['lines.0.to TARGET_MISSING']);
    expect(codes({ lines: [aLine({ to: named('nobody') })] })).toEqual(['lines.0.to.organisations.0 TARGET_UNKNOWN']);
  });

  test('lets nobody ask but a council: the hub asks in the name of its own', () => {
    const answers = aLine({ from: { organisations: [], kinds: ['police'] }, to: named('riverside-council') });
    const asks = { ...answers, modes: ['content' as const, 'ask' as const] };
    expect(codes({ lines: [asks] })).toEqual(['lines.0.modes.1 ASKED_BY_NO_COUNCIL']);
    expect(codes({ lines: [{ ...asks, from: named('riverside-police') }] })).toEqual([
      'lines.0.modes.1 ASKED_BY_NO_COUNCIL',
    ]);
    expect(codes({ lines: [{ ...asks, modes: ['content'] }] })).toEqual([]);
    expect(codes({ lines: [{ ...asks, effect: 'deny' }] })).toEqual([]);
    expect(codes({ lines: [aLine({ from: { organisations: [], kinds: ['police', 'council'] } })] })).toEqual([]);
    expect(codes({ lines: [aLine({ from: named() })] })).toEqual(['lines.0.from TARGET_MISSING']);
    expect(codes({ lines: [aLine({ from: named('nobody') })] })).toEqual([
      'lines.0.from.organisations.0 TARGET_UNKNOWN',
    ]);
  });

  test('wants two parties of the register, lines with names of their own, and days in order', () => {
    const council = { agencyId: 'riverside-council', role: 'controller' as const };
    const police = { agencyId: 'riverside-police', role: 'controller' as const };
    expect(codes({ parties: [council, { ...police, agencyId: 'nobody' }, council] })).toEqual([
      'parties.1.agencyId PARTY_UNKNOWN',
      'parties.2.agencyId PARTY_TWICE',
      'lines.0.to.kinds TARGET_NO_PARTY',
      'bases.1.agencyId BASIS_UNKNOWN_BODY',
    ]);
    expect(codes({ parties: [council], lines: [aLine({ to: named('riverside-council') })] })).toEqual([
      'parties PARTIES_TOO_FEW',
    ]);
    expect(codes({ lines: [aLine(), aLine()] })).toEqual(['lines.1.lineId LINE_TWICE']);
    expect(codes({ inForceFrom: '2026-04-01', inForceTo: '2026-03-31', reviewDue: '2026-04-01' })).toEqual([
      'inForceTo ENDS_BEFORE_IT_STARTS',
      'reviewDue REVIEW_BEFORE_START',
    ]);
  });
});
