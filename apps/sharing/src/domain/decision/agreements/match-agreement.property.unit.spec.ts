import * as fc from 'fast-check';
import { readAgreementMatch, type OracleMatch } from '../oracle/read-agreement-match';
import { indexAgreements } from './agreement-index';
import type { AgreementLine } from './agreement-line';
import type { AgreementQuestion } from './agreement-question';
import { matchAgreement } from './match-agreement';

/** A tenth of the random questions to the rules: each of these compiles a register of its own. */
const CASES = process.env['MASH_FULL'] === '1' ? 100_000 : 10_000;
/** The same questions in every ordinary run, so that none fails by chance; the full tier draws a seed and prints it. */
const SEED = Number(process.env['MASH_SEED'] ?? 20_261_130);
/** How often at least each thing that the agreements can say must have been said. */
const OFTEN = CASES / 1000;
const GRACE_DAYS = 90;

/** Around days that agreements name, and ninety days later, on both sides of the clocks' change. */
const INSTANTS = [
  '2026-06-01T09:00:00Z',
  '2026-08-31T22:59:59.999Z',
  '2026-08-31T23:00:00Z',
  '2026-11-29T23:30:00Z',
  '2026-11-30T00:00:00Z',
  '2026-12-31T23:59:59.999Z',
  '2027-01-01T00:00:00Z',
].map((instant) => Date.parse(instant));
const anyDay = fc.constantFrom('2026-01-01', '2026-06-01', '2026-08-31', '2026-09-01', '2026-12-31', '2027-06-01');

/** Mostly what the question is about: pure chance would hardly ever find two lines that fit it. */
const mostly = <T>(everyday: T, anything: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(everyday) }, { weight: 1, arbitrary: anything });

/** Ids that look like types, and types beside organisations, which then match nobody. */
const anySide = fc.record({
  organisations: mostly<string[]>([], fc.subarray(['trust-a', 'trust-b', 'health', 'council'])),
  kinds: mostly(['health', 'council'], fc.subarray(['health', 'council', 'police'])),
});
const day = fc.option(anyDay, { nil: undefined });

const anyLine = fc.record({
  rank: fc.constantFrom('default', 'exception'),
  effect: fc.constantFrom('allow', 'allow', 'deny'),
  from: anySide,
  to: anySide,
  purposes: mostly(['S17', 'S47'], fc.subarray(['EH', 'S17', 'S47'])),
  categories: mostly(['attendance', 'injuries'], fc.subarray(['attendance', 'injuries', 'therapy'])),
  modes: fc.subarray(['content', 'onward'], { minLength: 1 }),
  startsOn: mostly('2020-01-01', anyDay),
  endsOn: mostly<string | undefined>(undefined, day),
  reviewDueOn: day,
  stoppedAt: mostly<number | undefined>(undefined, fc.constantFrom(0, INSTANTS[1]!)),
  drawnAgainOn: day,
  standingRelease: fc.subarray(['team_sc', 'police']),
});
const anyRegister = fc
  .array(anyLine, { minLength: 1, maxLength: 6 })
  .map((lines) =>
    lines.map((line, at) => ({ ...line, agreementId: `agreement-${at}`, version: 1, lineId: `${at}` })),
  ) as unknown as fc.Arbitrary<AgreementLine[]>;

const anyQuestion = fc.record({
  fromOrganisation: fc.constantFrom('trust-a', 'trust-b'),
  fromKind: fc.constantFrom('health', 'police'),
  toOrganisation: fc.constantFrom('trust-a', 'council'),
  toKind: fc.constantFrom('health', 'council'),
  purpose: fc.constantFrom('S17', 'S17', 'EH', 'unknown'),
  category: fc.constantFrom('attendance', 'attendance', 'therapy', 'no-such-category'),
  mode: fc.constantFrom('content', 'onward'),
  audience: fc.constantFrom('team_sc', 'hub_analyst'),
  now: fc.constantFrom(...INSTANTS),
}) as unknown as fc.Arbitrary<AgreementQuestion>;

/** What is kept with a decision, its line, is of the code alone. */
function compiled(register: readonly AgreementLine[], question: AgreementQuestion): OracleMatch {
  const { line: _keptWithIt, ...facts } = matchAgreement(indexAgreements(register), question, GRACE_DAYS);
  return facts;
}

describe('What the agreements say', () => {
  test(`is what a slow reading of the register says, in ${CASES} random registers and questions, which reach all of it`, () => {
    const said = new Map<string, number>();
    fc.assert(
      fc.property(anyRegister, anyQuestion, (register, question) => {
        const slow = readAgreementMatch(register, question, GRACE_DAYS);
        expect(compiled(register, question)).toEqual(slow);
        for (const one of Object.entries(slow).map(([fact, says]) => `${fact} ${says}`))
          said.set(one, (said.get(one) ?? 0) + 1);
      }),
      { numRuns: CASES, seed: SEED },
    );
    const all = {
      agreement: ['exc_allow', 'exc_deny', 'default_allow', 'default_deny', 'past_review', 'not_started', 'expired'],
      ...{ uncovered: ['none', 'category', 'purpose', 'both'], overdue: ['within', 'later'] },
      ...{ standingRelease: ['yes', 'no'], lineFault: ['none', 'clash'] },
    };
    const seldom = [
      ...['agreement stopped', 'agreement none'],
      ...Object.entries(all).flatMap(([fact, codes]) => codes.map((code) => `${fact} ${code}`)),
    ].filter((one) => (said.get(one) ?? 0) < OFTEN);
    expect(seldom.map((one) => `${one}: ${said.get(one) ?? 0}`)).toEqual([]);
  });

  // Agreements are kept by title: what a child is shared under may not hang on what somebody called one.
  test('does not hang on the order in which they are read', () => {
    const inAnyOrder = anyRegister.chain((lines) =>
      fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length }), anyQuestion),
    );
    fc.assert(
      fc.property(inAnyOrder, ([lines, shuffled, question]) => {
        expect(compiled(shuffled, question)).toEqual(compiled(lines, question));
      }),
      { numRuns: 2000, seed: 8 },
    );
  });
});
