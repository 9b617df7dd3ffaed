import type { Role } from '@mash/contracts';
import type { SignedInPerson } from '../session/signed-in-person';

export interface NavigationLink {
  readonly href: string;
  readonly text: string;
}

const link = (href: string, text: string): NavigationLink => ({ href, text });
const contacts = link('/contacts', 'Your concerns');
const mailbox = link('/mailbox', 'Mail');
const intake = link('/intake', 'Intake');
const queue = link('/queue', 'Queue');
const reviews = link('/reviews', 'Reviews');
const tasks = link('/tasks', 'Tasks');
const worklist = link('/worklist', 'Worklist');
const inbox = link('/inbox', 'Inbox');
const notices = link('/notices', 'Protection notices');
const agreements = link('/agreements/manage', 'Agreements');
const agencySystems = link('/agency-systems', 'Agency systems');
const governance = link('/ig', 'Information governance');
const looks = link('/ig/looks', 'Who looked');
const ledger = link('/ig/ledger', 'Ledger');
const log = link('/ig/log', 'Audit log');
const releasers = link('/releasers', 'Who answers');

/** What each role is offered; the first is where it starts. A new page is one more link here. */
export const ROLE_PAGES: Readonly<Record<Role, readonly [NavigationLink, ...NavigationLink[]]>> = {
  referrer: [contacts, mailbox],
  'contact-officer': [intake, link('/intake/call', 'Take a call'), tasks, mailbox],
  'mash-analyst': [queue, reviews, tasks, mailbox],
  'mash-manager': [queue, reviews, tasks, inbox, mailbox],
  'police-liaison': [worklist, notices, reviews, tasks],
  'health-liaison': [worklist, reviews, tasks],
  'education-liaison': [worklist, reviews, tasks],
  'agency-liaison': [worklist, reviews, tasks],
  'social-care-liaison': [worklist, inbox, notices, reviews, tasks],
  'early-help-coordinator': [inbox],
  'social-care-manager': [inbox, notices, reviews],
  'emergency-duty': [notices, reviews, link('/break-glass', 'Break the glass')],
  'ig-officer': [governance, looks, ledger, log, reviews, link('/ig/overrides', 'Overrides'), tasks, agreements],
  'agreement-signatory': [agreements],
  'partnership-admin': [link('/admin', 'Partnership'), releasers, tasks, agreements, agencySystems],
  auditor: [log, looks, governance],
};

/** Everything that a person's roles are offered, each once, in the order of the roles. */
export function navigationOf({ roles }: SignedInPerson): NavigationLink[] {
  const links = roles.flatMap((role) => ROLE_PAGES[role]);
  return links.filter((one, index) => links.findIndex(({ href }) => href === one.href) === index);
}

/** Where a person sends an urgent concern, also while something is down; undefined for roles that do not. */
export function urgentPathOf({ roles }: Pick<SignedInPerson, 'roles'>): string | undefined {
  if (roles.includes('referrer')) return '/contacts/new/urgent';
  return roles.includes('contact-officer') ? '/intake/call' : undefined;
}

/** Where a person starts after sign-in: the first page of the first role. */
export function startPageOf({ roles }: Pick<SignedInPerson, 'roles'>): string {
  const [first] = roles;
  return first === undefined ? '/sign-in' : ROLE_PAGES[first][0].href;
}
