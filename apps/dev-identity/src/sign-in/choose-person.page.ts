import type { DemoGroup, DemoPerson } from '../people/demo-person';
import { escapeHtml } from './escape-html';
import { pageFrame } from './page-frame';

const GROUPS: DemoGroup[] = [
  'Refer',
  'The hub',
  'Agencies',
  'Receiving teams',
  'Oversight',
  'Who sign sharing agreements',
  'Another partnership',
];

const personItem = ({ accountId, name, roleTitle, agencyName }: DemoPerson): string => `<li>
<button type="submit" name="accountId" value="${accountId}" aria-describedby="about-${accountId}">${escapeHtml(name)}</button>
<p id="about-${accountId}">${escapeHtml(roleTitle)}, ${escapeHtml(agencyName)}</p>
</li>`;

const groupSection = (group: DemoGroup, people: readonly DemoPerson[]): string => {
  const items = people.filter((person) => person.group === group).map(personItem);
  return items.length === 0 ? '' : `<h2>${group}</h2>\n<ul>\n${items.join('\n')}\n</ul>`;
};

/** The page where one picks a demo person: a form of buttons, no script. */
export const choosePersonPage = (uid: string, people: readonly DemoPerson[]): string =>
  pageFrame(
    'Choose who to sign in as',
    `<h1>Choose who to sign in as</h1>
<p>Everybody here is invented. There is no password: this sign-in is for trying the platform out, never for real records.</p>
<form method="post" action="/interaction/${escapeHtml(uid)}">
${GROUPS.map((group) => groupSection(group, people)).join('\n')}
</form>`,
  );
