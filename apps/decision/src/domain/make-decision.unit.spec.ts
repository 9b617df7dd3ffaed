import type { MakeDecision } from '@mash/contracts';
import { loadPack } from '@mash/threshold-packs';
import { aChild, anEnquiry } from '../../testing/an-enquiry';
import { checkFeedback } from './check-feedback';
import { makeDecision } from './make-decision';
import { checkRoute } from './route-case';

const pack = loadPack('thurrock', '2026.1');
const [child, sibling] = [aChild(), aChild({ kind: 'unborn', ageBand: 'unborn' })];
const adult = aChild({ kind: 'adult', ageBand: 'adult', relation: 'household' });
const rated = anEnquiry({ people: [child, sibling, adult], ratingVersion: 1, colour: 'amber' });
const outcomeFor = (personId: string, outcome: MakeDecision['outcomes'][number]['outcome'] = 'early_help') => ({
  personId,
  outcome,
});
const command = (changes: Partial<MakeDecision> = {}): MakeDecision => ({
  expectedVersion: 0,
  rosterVersion: 1,
  outcomes: [outcomeFor(child.personId), outcomeFor(sibling.personId)],
  agencyViews: [],
  unansweredConfirmed: [],
  strategy: 'not_indicated',
  whoTellsFamily: 'hub',
  sealed: { kid: 'a', envelope: 'sealed' },
  ...changes,
});
const deciding =
  (changes: Partial<MakeDecision> = {}, enquiry = rated, unanswered: string[] = []) =>
  () =>
    makeDecision(pack, enquiry, unanswered, command(changes));

describe('A decision', () => {
  test('covers every child of the roster, the unborn among them, and no adult', () => {
    expect(deciding()()).toBe(1);
    expect(deciding({ outcomes: [outcomeFor(child.personId)] })).toThrow('DECISION.CHILD_WITHOUT_OUTCOME');
    const withAdult = [...command().outcomes, outcomeFor(adult.personId)];
    expect(deciding({ outcomes: withAdult })).toThrow('DECISION.NOT_A_CHILD_OF_ROSTER');
    const twice = [...command().outcomes, outcomeFor(child.personId, 'universal')];
    expect(deciding({ outcomes: twice })).toThrow('DECISION.OUTCOME_TWICE');
  });

  test('covers a child who may have caused the harm or lives there, and none who is only mentioned', () => {
    const [boy, brother] = [aChild({ relation: 'ap' }), aChild({ relation: 'household' })];
    const cousin = aChild({ relation: 'third' });
    const enquiry = anEnquiry({ people: [child, boy, brother, cousin], ratingVersion: 1, colour: 'amber' });
    const outcomes = [child, boy, brother].map(({ personId }) => outcomeFor(personId));
    expect(deciding({ outcomes }, enquiry)()).toBe(1);
    expect(deciding({ outcomes: outcomes.slice(0, 2) }, enquiry)).toThrow('DECISION.CHILD_WITHOUT_OUTCOME');
    const withCousin = [...outcomes, outcomeFor(cousin.personId)];
    expect(deciding({ outcomes: withCousin }, enquiry)).toThrow('DECISION.NOT_A_CHILD_OF_ROSTER');
  });

  test('is for the roster and the decision that the manager saw', () => {
    expect(deciding({ rosterVersion: 2 })).toThrow('DECISION.ROSTER_CHANGED');
    expect(deciding({ expectedVersion: 1 })).toThrow('DECISION.DECIDED_MEANWHILE');
  });

  test('is made on a rated enquiry, or takes an open case to its worker', () => {
    const unrated = anEnquiry({ people: rated.people });
    const toWorker = {
      outcomes: command().outcomes.map(({ personId }) => outcomeFor(personId, 'open_case_to_worker')),
    };
    expect(deciding({}, unrated)).toThrow('DECISION.NOT_RATED');
    expect(deciding(toWorker, unrated)).toThrow('DECISION.NOT_RATED');
    expect(deciding(toWorker, { ...unrated, openCase: true })()).toBe(1);
  });

  test('confirms each silence of an agency', () => {
    expect(deciding({ unansweredConfirmed: ['one'] }, rated, ['one', 'two'])).toThrow(
      'DECISION.UNANSWERED_NOT_CONFIRMED',
    );
    expect(deciding({ unansweredConfirmed: ['one', 'two'] }, rated, ['one', 'two'])()).toBe(1);
  });

  test.each([
    ['a Red', { ...rated, colour: 'red' as const }, {}],
    ['threshold section 47', { ...rated, threshold: 's47' as const }, {}],
    [
      'an outcome of section 47',
      rated,
      { outcomes: command().outcomes.map(({ personId }) => outcomeFor(personId, 'strategy_s47')) },
    ],
  ])('with %s says whether a strategy discussion was held', (_what, enquiry, changes) => {
    expect(deciding(changes, enquiry)).toThrow('DECISION.STRATEGY_NOT_SAID');
    expect(deciding({ ...changes, strategy: 'considered_not_held' }, enquiry)()).toBe(1);
  });
});

describe('A route', () => {
  const newest = { decisionId: 'd', outcomes: [outcomeFor('a', 'early_help'), outcomeFor('b', 'advice')] };
  const routing =
    (changes: object = {}, routes: Parameters<typeof checkRoute>[2] = []) =>
    () =>
      checkRoute(pack, newest, routes, {
        ...({ decisionId: 'd', team: 'early-help', personIds: ['a'], productId: 'p', toAgencyId: 'agency' } as const),
        ...changes,
      });

  test('goes to the team that the outcome names', () => {
    expect(routing()).not.toThrow();
    expect(routing({ team: 'social-care' })).toThrow('DECISION.TEAM_NOT_DECIDED');
    expect(routing({ personIds: ['b'] })).toThrow('DECISION.TEAM_NOT_DECIDED');
    expect(routing({ decisionId: 'older' })).toThrow('DECISION.SUPERSEDED');
  });

  test('goes once, and again where the team sent it back, or where it is held and has not gone', () => {
    const route = { team: 'early-help', personIds: ['a'] } as const;
    expect(routing({}, [{ ...route, state: 'waiting' }])).toThrow('DECISION.ALREADY_ROUTED');
    for (const state of ['returned', 'held'] as const) expect(routing({}, [{ ...route, state }])).not.toThrow();
  });
});

describe('Feedback', () => {
  const telling = (body: object) => () => checkFeedback({ decisionId: 'd', extent: 'full', ...body });

  test('tells, or says why not: one of the two', () => {
    expect(telling({ letterId: 'l' })).not.toThrow();
    expect(telling({})).toThrow('DECISION.LETTER_NEEDED');
    expect(telling({ extent: 'withheld' })).toThrow('DECISION.WITHHELD_REASON_NEEDED');
    expect(telling({ extent: 'withheld', withheldReason: 'safety' })).not.toThrow();
    expect(telling({ extent: 'withheld', withheldReason: 'safety', letterId: 'l' })).toThrow(
      'DECISION.WITHHELD_WITH_LETTER',
    );
    expect(telling({ withheldReason: 'safety' })).toThrow('DECISION.NOT_WITHHELD');
  });
});
