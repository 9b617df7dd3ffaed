import { indexAgreements } from './agreement-index';
import type { AgreementLine } from './agreement-line';
import type { AgreementQuestion } from './agreement-question';
import type { AgreementMatch } from './match-agreement';
import { matchAgreement } from './match-agreement';

const healthToCouncil: AgreementLine = {
  agreementId: 'hub-agreement',
  version: 3,
  lineId: 'health-1',
  rank: 'default',
  effect: 'allow',
  from: { organisations: [], kinds: ['health'] },
  to: { organisations: [], kinds: ['council'] },
  purposes: ['S17', 'S47'],
  categories: ['attendance', 'injuries'],
  modes: ['ask', 'content'],
  startsOn: '2026-01-01',
  standingRelease: [],
};

const asked: AgreementQuestion = {
  fromOrganisation: 'trust-a',
  fromKind: 'health',
  toOrganisation: 'council-a',
  toKind: 'council',
  purpose: 'S17',
  category: 'attendance',
  mode: 'content',
  audience: 'hub_analyst',
  now: Date.parse('2026-10-01T09:00:00Z'),
};

const line = (change: Partial<AgreementLine>): AgreementLine => ({ ...healthToCouncil, lineId: 'other-1', ...change });
const named = (...organisations: string[]): AgreementLine['from'] => ({ organisations, kinds: ['health'] });
const match = (lines: readonly AgreementLine[], change: Partial<AgreementQuestion> = {}): AgreementMatch =>
  matchAgreement(indexAgreements(lines), { ...asked, ...change });

describe('Matching agreements', () => {
  test('a default between types of organisation allows it, and the line is kept', () => {
    expect(match([healthToCouncil])).toMatchObject({
      agreement: 'default_allow',
      line: { agreementId: 'hub-agreement', version: 3, lineId: 'health-1' },
    });
  });

  test('an exception beats a default, to a named organisation', () => {
    const exception = line({ rank: 'exception', effect: 'deny', from: named('trust-a') });

    expect(match([healthToCouncil, exception]).agreement).toBe('exc_deny');
    expect(match([healthToCouncil, exception], { fromOrganisation: 'trust-b' }).agreement).toBe('default_allow');
  });

  test('an exception beats a default, to a type of organisation', () => {
    const denied = line({ effect: 'deny' });

    expect(match([denied, line({ rank: 'exception' })]).agreement).toBe('exc_allow');
  });

  test('where an organisation is named its type matches nobody else', () => {
    expect(match([line({ from: named('trust-b') })]).agreement).toBe('none');
  });

  test('no target matches nobody', () => {
    expect(match([line({ to: { organisations: [], kinds: [] } })])).toMatchObject({
      agreement: 'none',
      uncovered: 'none',
    });
  });

  test('two lines of one rank that clash deny, and say so', () => {
    expect(match([healthToCouncil, line({ effect: 'deny' })])).toMatchObject({
      agreement: 'default_deny',
      lineFault: 'clash',
    });
  });

  test.each([
    ['not started', 'not_started', { startsOn: '2026-10-02' }],
    ['expired', 'expired', { endsOn: '2026-09-30' }],
    ['stopped', 'stopped', { stoppedAt: Date.parse('2026-10-01T08:59:59Z') }],
    ['stopped by a clock that is ahead', 'stopped', { stoppedAt: Date.parse('2026-10-01T09:00:01Z') }],
    ['stopped, and past its last day', 'stopped', { stoppedAt: 0, endsOn: '2026-09-30' }],
    ['stopped before its first day', 'stopped', { stoppedAt: 0, startsOn: '2026-12-01' }],
    ['on its last day', 'default_allow', { endsOn: '2026-10-01' }],
    ['on its review day', 'default_allow', { reviewDueOn: '2026-10-01' }],
    ['past its review day', 'past_review', { reviewDueOn: '2026-09-30' }],
  ] as const)('an agreement that is %s reads %s', (_words, state, change) => {
    expect(match([line(change)]).agreement).toBe(state);
  });

  test('past review it stands for ninety days and is long overdue after that', () => {
    const lines = [line({ reviewDueOn: '2026-07-03' })];

    expect(match(lines, { now: Date.parse('2026-10-01T22:59:59Z') }).overdue).toBe('within');
    expect(match(lines, { now: Date.parse('2026-10-01T23:00:00Z') }).overdue).toBe('later');
  });

  test('a deny out of review still denies', () => {
    expect(match([line({ effect: 'deny', reviewDueOn: '2026-01-01' })]).agreement).toBe('default_deny');
  });

  test('a stopped agreement beats what another one allows, and leaves a deny a deny', () => {
    const stopped = line({ agreementId: 'school-agreement', stoppedAt: 0 });

    expect(match([healthToCouncil, stopped]).agreement).toBe('stopped');
    expect(match([line({ effect: 'deny' }), stopped]).agreement).toBe('default_deny');
  });

  test('says which of category and purpose alone is not covered', () => {
    expect(match([healthToCouncil], { category: 'therapy' })).toMatchObject({
      agreement: 'none',
      uncovered: 'category',
    });
    expect(match([healthToCouncil], { purpose: 'EH' })).toMatchObject({ agreement: 'none', uncovered: 'purpose' });
    expect(match([healthToCouncil], { purpose: 'EH', category: 'therapy' }).uncovered).toBe('none');
    const split = [healthToCouncil, line({ purposes: ['EH'], categories: ['therapy'] })];
    expect(match(split, { category: 'therapy' }).uncovered).toBe('both');
    expect(match([healthToCouncil], { mode: 'onward', category: 'therapy' }).uncovered).toBe('none');
  });

  test('a mode that no line names is not agreed', () => {
    expect(match([healthToCouncil], { mode: 'onward' }).agreement).toBe('none');
  });

  test('releases onward in advance to the audiences it names only', () => {
    const standing = [line({ modes: ['onward'], standingRelease: ['team_sc'] })];

    expect(match(standing, { mode: 'onward', audience: 'team_sc' }).standingRelease).toBe('yes');
    expect(match(standing, { mode: 'onward', audience: 'team_eh' }).standingRelease).toBe('no');
  });

  describe('of several lines that allow it alike, whatever their order,', () => {
    const inAnyOrder = (one: AgreementLine, other: AgreementLine, change: Partial<AgreementQuestion> = {}) => {
      const [first, second] = [match([one, other], change), match([other, one], change)];
      expect(second).toEqual(first);
      return first;
    };

    test('takes one in review before one out of review', () => {
      const late = line({ agreementId: 'a-late-agreement', reviewDueOn: '2026-01-01' });
      expect(inAnyOrder(healthToCouncil, late)).toMatchObject({
        ...{ agreement: 'default_allow', overdue: 'within' },
        line: { agreementId: 'hub-agreement' },
      });
      const both = inAnyOrder(late, line({ agreementId: 'b', reviewDueOn: '2026-09-01' }));
      expect(both).toMatchObject({ agreement: 'past_review', overdue: 'within', line: { agreementId: 'b' } });
      const exception = line({ rank: 'exception', reviewDueOn: '2026-01-01' });
      expect(inAnyOrder(healthToCouncil, exception).agreement).toBe('past_review');
    });

    test('releases onward what any of them releases, out of review only where all are', () => {
      const onward = { mode: 'onward', audience: 'team_sc' } as const;
      const silent = line({ agreementId: 'silent', modes: ['onward'] });
      const releasing = line({ agreementId: 'releasing', modes: ['onward'], standingRelease: ['team_sc'] });
      const late = { ...releasing, reviewDueOn: '2026-09-01' };
      const released = (one: AgreementLine, other: AgreementLine) =>
        [match([one, other], onward), match([other, one], onward)].map(({ standingRelease }) => standingRelease);
      expect(released(silent, releasing)).toEqual(['yes', 'yes']);
      expect(released(silent, late)).toEqual(['no', 'no']);
      expect(released({ ...silent, reviewDueOn: '2026-09-01' }, late)).toEqual(['yes', 'yes']);
      expect(released({ ...releasing, stoppedAt: 0, drawnAgainOn: '2026-01-01' }, silent)).toEqual(['no', 'no']);
    });
  });

  test('passes on what is wrong with the basis of its line', () => {
    expect(match([line({ fault: 'consent_basis' })]).lineFault).toBe('consent_basis');
  });
});
