import { loadPack } from '@mash/threshold-packs';
import { people } from '@mash/testing';
import { standingOf, type StandingFacts } from './standing';
import { stepsFor } from './steps-for';

const fresh: StandingFacts = {
  rosterVersion: 1,
  rosterConfirmed: false,
  isClaimed: false,
  isRated: false,
  asked: 0,
  answered: 0,
  late: 0,
  isDecided: false,
  isFlagged: false,
  childrenToRoute: 0,
  routes: 0,
  routesWaiting: 0,
  feedbackSent: false,
  feedbackDone: false,
};
const rated = { isRated: true };
const decided = { ...rated, isDecided: true };

describe('Where an enquiry stands', () => {
  test.each([
    ['has only come in', {}, 'new', 'screen'],
    ['is being looked at', { isClaimed: true }, 'screening', 'screen'],
    ['has a confirmed household', { rosterConfirmed: true, rosterVersion: 2 }, 'screening', 'rate'],
    ['is rated', rated, 'rated', 'send'],
    ['waits for agencies', { ...rated, asked: 3, answered: 2 }, 'with_agencies', 'wait'],
    ['waits for an agency that is late', { ...rated, asked: 3, answered: 2, late: 1 }, 'with_agencies', 'chase'],
    ['has all answers', { ...rated, asked: 3, answered: 3 }, 'answered', 'decide'],
    ['is decided', { ...decided, childrenToRoute: 1 }, 'decided', 'route'],
    ['is routed', { ...decided, routes: 1, routesWaiting: 1 }, 'routed', 'feedback'],
    [
      'waits for its team',
      { ...decided, routes: 1, routesWaiting: 1, feedbackSent: true, feedbackDone: true },
      'routed',
      'wait',
    ],
    ['waits for the referrer to be told', { ...decided, feedbackSent: true }, 'decided', 'wait'],
    ['is finished', { ...decided, routes: 1, feedbackSent: true, feedbackDone: true }, 'closed', 'done'],
    [
      'was finished, and is flagged',
      { ...decided, routes: 1, feedbackSent: true, feedbackDone: true, isFlagged: true },
      'decided',
      'look_again',
    ],
  ])('when it %s', (_what, facts, stage, nextStep) => {
    expect(standingOf({ ...fresh, ...facts })).toEqual({ stage, nextStep });
  });

  test('is never closed without a decision, whatever else is true', () => {
    const all = {
      rosterConfirmed: true,
      isClaimed: true,
      feedbackSent: true,
      feedbackDone: true,
      asked: 1,
      answered: 1,
    };
    for (const isRated of [true, false]) expect(standingOf({ ...fresh, ...all, isRated }).stage).not.toBe('closed');
  });
});

describe('Take the next one', () => {
  const pack = loadPack('thurrock', '2026.1');

  test('gives nobody a step that is not theirs to do', () => {
    expect(stepsFor(pack, people.analyst)).not.toContain('rate');
    expect(stepsFor(pack, people.socialWorkAnalyst)).toContain('rate');
    expect(stepsFor(pack, people.socialWorkAnalyst)).not.toContain('decide');
    expect(stepsFor(pack, people.manager)).toEqual(expect.arrayContaining(['rate', 'decide', 'route', 'look_again']));
  });
});
