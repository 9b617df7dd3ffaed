import { DEMO_PARTNERSHIP, OTHER_PARTNERSHIP } from '@mash/contracts';
import { people } from '@mash/testing';
import type { Ties } from './look';
import { lookOf } from './look-of';

const none: Ties = {
  partnershipId: DEMO_PARTNERSHIP,
  restricted: false,
  isNamed: false,
  glassIsBroken: false,
  isInConflict: false,
  agencyWasAsked: false,
  inDiscussion: false,
  routedTo: [],
  notified: [],
  isOwnContact: false,
  referrerKind: 'professional',
};
const asked = { agencyWasAsked: true };
const own = { isOwnContact: true };
type Person = keyof typeof people;

describe('Who may open an enquiry, and as whom they look', () => {
  test.each<[Person, Partial<Ties>, string, string]>([
    ['analyst', {}, 'ordinary', 'hub_analyst'],
    ['manager', {}, 'ordinary', 'hub_manager'],
    ['policeLiaison', asked, 'ordinary', 'police'],
    ['policeLiaison', { notified: ['police'] }, 'ordinary', 'police'],
    ['healthLiaison', asked, 'ordinary', 'agency'],
    ['healthLiaison', { ...asked, inDiscussion: true }, 'ordinary', 'rep_joint'],
    ['policeLiaison', { inDiscussion: true, notified: ['police'] }, 'ordinary', 'rep_joint'],
    ['socialCareManager', { inDiscussion: true, routedTo: ['social-care'] }, 'ordinary', 'rep_joint'],
    ['manager', { inDiscussion: true }, 'ordinary', 'hub_manager'],
    ['socialCareLiaison', asked, 'ordinary', 'agency'],
    ['socialCareLiaison', { ...asked, routedTo: ['social-care'] }, 'ordinary', 'team_sc'],
    ['socialCareManager', { routedTo: ['social-care'] }, 'ordinary', 'team_sc'],
    ['emergencyDuty', { notified: ['emergency-duty'] }, 'ordinary', 'team_sc'],
    ['earlyHelpCoordinator', { routedTo: ['early-help'] }, 'ordinary', 'team_eh'],
    ['teacher', own, 'ordinary', 'referrer_pro'],
    ['teacher', { ...own, referrerKind: 'anonymous' }, 'ordinary', 'referrer_anon'],
    ['igOfficer', {}, 'ordinary', 'ig'],
  ])('%s with %j: %s, as %s', (person, ties, access, audience) => {
    expect(lookOf(people[person], { ...none, ...ties })).toEqual({ access, audience });
  });

  test.each<[Person, Partial<Ties>]>([
    ['policeLiaison', {}],
    ['healthLiaison', { notified: ['police'], partnershipId: OTHER_PARTNERSHIP }],
    ['socialCareManager', asked],
    ['earlyHelpCoordinator', asked],
    ['teacher', { inDiscussion: true }],
    ['admin', { inDiscussion: true }],
    ['auditor', {}],
    ['otherAnalyst', {}],
  ])('%s with %j may not', (person, ties) => {
    expect(lookOf(people[person], { ...none, ...ties })).toEqual({ access: 'none', audience: 'outsider' });
  });

  test('the door may not, and is known as the door unless it is kept out', () => {
    const officer = (ties: Partial<Ties>) => lookOf(people.contactOfficer, { ...none, ...ties });
    for (const ties of [{}, own]) expect(officer(ties)).toEqual({ access: 'none', audience: 'outsider', door: true });
    expect(officer({ restricted: true }).door).toBeUndefined();
    expect(officer({ isInConflict: true })).toEqual({ access: 'conflict', audience: 'outsider' });
    expect(officer({ partnershipId: OTHER_PARTNERSHIP }).door).toBeUndefined();
    expect(lookOf(people.analyst, none).door).toBeUndefined();
  });

  test('a restricted enquiry opens, in the hub, to those who are named', () => {
    const restricted = { ...none, restricted: true };
    expect(lookOf(people.manager, restricted).access).toBe('none');
    expect(lookOf(people.analyst, { ...restricted, isNamed: true }).access).toBe('named');
    expect(lookOf(people.policeLiaison, { ...restricted, ...asked }).access).toBe('ordinary');
  });

  test('who broke the glass looks as who they are, for as long as it is open', () => {
    const broken = { ...none, restricted: true, glassIsBroken: true };
    expect(lookOf(people.analyst, broken)).toEqual({ access: 'break_glass', audience: 'hub_analyst' });
    expect(lookOf(people.emergencyDuty, broken)).toEqual({ access: 'break_glass', audience: 'team_sc' });
    expect(lookOf(people.analyst, { ...broken, isInConflict: true }).access).toBe('conflict');
    expect(lookOf(people.manager, { ...broken, isNamed: true }).access).toBe('named');
    expect(lookOf(people.contactOfficer, broken).access).toBe('none');
    expect(lookOf(people.analyst, { ...broken, partnershipId: OTHER_PARTNERSHIP }).access).toBe('none');
  });

  test('a conflict of interest comes before everything', () => {
    for (const person of [people.manager, people.policeLiaison, people.teacher]) {
      const all = { ...none, ...asked, ...own, isNamed: true, restricted: true, isInConflict: true };
      expect(lookOf(person, all).access).toBe('conflict');
    }
  });
});
