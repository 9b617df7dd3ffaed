import { inboxTeamsOf } from './inbox-teams';

describe('Whose inbox a person reads', () => {
  test.each([
    ['a coordinator', ['early-help-coordinator'], ['early-help']],
    ['everybody of social care', ['social-care-manager', 'social-care-liaison', 'emergency-duty'], ['social-care']],
    ['a manager of the hub, for services that have no inbox', ['mash-manager'], ['other-service', 'universal']],
    [
      'a manager who also stands in at night',
      ['mash-manager', 'emergency-duty'],
      ['social-care', 'other-service', 'universal'],
    ],
    ['an analyst, and a role that nobody knows', ['mash-analyst', 'nobody'], []],
  ])('%s', (_who, roles, teams) => expect(inboxTeamsOf(roles)).toEqual(teams));
});
