import * as fc from 'fast-check';
import { indexAgreements } from './agreement-index';
import type { AgreementLine } from './agreement-line';
import { matchAgreement } from './match-agreement';

const NOW = Date.parse('2026-10-01T09:00:00Z');
const someDay = fc.constantFrom('2026-01-01', '2026-06-01', '2026-09-01', '2026-12-01', '2027-06-01');
const sides = fc.constantFrom(
  { organisations: [], kinds: ['health'] as const },
  { organisations: ['trust-a'], kinds: [] },
  { organisations: [], kinds: ['health', 'council'] as const },
);

const anyLine = fc.record({
  rank: fc.constantFrom('default', 'exception'),
  effect: fc.constantFrom('allow', 'deny'),
  from: sides,
  to: fc.constant({ organisations: [], kinds: ['council'] }),
  purposes: fc.subarray(['S17', 'S47'], { minLength: 1 }),
  categories: fc.subarray(['attendance', 'injuries'], { minLength: 1 }),
  modes: fc.constant(['onward']),
  startsOn: fc.constantFrom('2020-01-01', '2026-06-01', '2026-12-01'),
  endsOn: fc.option(someDay, { nil: undefined }),
  reviewDueOn: fc.option(someDay, { nil: undefined }),
  stoppedAt: fc.option(fc.constantFrom(0, NOW - 1), { nil: undefined, freq: 4 }),
  drawnAgainOn: fc.option(someDay, { nil: undefined }),
  standingRelease: fc.subarray(['team_sc', 'police']),
});

/** Agreements are kept by title: what a child is shared under may not hang on what somebody called one. */
describe('What the agreements say', () => {
  test('does not hang on the order in which they are read', () => {
    const inAnyOrder = fc
      .array(anyLine, { minLength: 2, maxLength: 5 })
      .map((lines) =>
        lines.map((line, at) => ({ ...line, agreementId: `agreement-${at}`, version: 1, lineId: `${at}` })),
      )
      .chain((lines) => fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })));
    const said = (lines: readonly object[]) => {
      const question = {
        fromOrganisation: 'trust-a',
        fromKind: 'health',
        toOrganisation: 'hub',
        toKind: 'council',
      } as const;
      const asked = { purpose: 'S17', category: 'attendance', mode: 'onward', audience: 'team_sc', now: NOW } as const;
      const { line: _keptWithIt, ...facts } = matchAgreement(indexAgreements(lines as AgreementLine[]), {
        ...question,
        ...asked,
      });
      return facts;
    };

    fc.assert(
      fc.property(inAnyOrder, ([lines, shuffled]) => {
        expect(said(shuffled)).toEqual(said(lines));
      }),
      { numRuns: 2000, seed: 8 },
    );
  });
});
