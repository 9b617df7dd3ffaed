import { Role } from '@mash/contracts';
import { navigationOf, ROLE_PAGES, startPageOf, urgentPathOf } from './role-pages';
import type { SignedInPerson } from '../session/signed-in-person';

const withRoles = (...roles: Role[]) => ({ roles }) as SignedInPerson;

describe('Where each role starts', () => {
  test('every role has a page', () => {
    expect(Object.keys(ROLE_PAGES).sort()).toEqual([...Role.options].sort());
  });

  test.each([
    ['referrer', '/contacts'],
    ['contact-officer', '/intake'],
    ['mash-analyst', '/queue'],
    ['police-liaison', '/worklist'],
    ['early-help-coordinator', '/inbox'],
    ['auditor', '/ig/log'],
  ] as const)('%s starts at %s', (role, path) => {
    expect(startPageOf(withRoles(role))).toBe(path);
  });

  test('an urgent concern can be sent by those who send concerns', () => {
    expect([withRoles('referrer'), withRoles('contact-officer'), withRoles('auditor')].map(urgentPathOf)).toEqual([
      '/contacts/new/urgent',
      '/intake/call',
      undefined,
    ]);
  });

  test('the auditor is led to the pages that are open to an auditor', () => {
    expect(navigationOf(withRoles('auditor')).map(({ href }) => href)).toEqual(['/ig/log', '/ig/looks', '/ig']);
  });

  test('two roles see the pages of both, each once', () => {
    const hrefs = navigationOf(withRoles('mash-analyst', 'mash-manager')).map(({ href }) => href);
    expect(hrefs).toEqual(['/queue', '/reviews', '/tasks', '/mailbox', '/inbox']);
  });
});
