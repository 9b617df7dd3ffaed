import { AuditEntries, Ledger, newId, SearchResult } from '@mash/contracts';
import { DecidedStory } from './support/decided-story';
import { eventually } from './support/eventually';
import { aFamily } from './support/family';
import { act, callAs, read } from './support/http';
import { once } from './support/once';
import type { Person } from './support/people';
import { enquiryOf } from './support/rating';
import { Visitor } from './support/visitor';

const GOES = 'Found alone in the park after dark in June.';
/** The hub reads it; outside it is its holder's to let go. */
const HUB_ONLY = 'Vellichor told the nurse about a lodger who keeps ferrets in the attic.';
/** Not even the hub reads it before its holder has called. */
const CALL_FIRST = 'Ombrosine was sent home twice with a bruise that nobody would explain.';
const OF_HUB_ONLY = /Vellichor|ferrets|the attic|lodger/;
const OF_CALL_FIRST = /Ombrosine|bruise|nobody would explain/;

const story = new DecidedStory({
  family: aFamily({ surname: 'Larkspurrow' }),
  findings: {
    'riverside-police': [{ category: 'police-incidents', text: GOES }],
    'riverside-health-trust': [{ category: 'health-attendance', text: HUB_ONLY, handling: { flags: ['hub_only'] } }],
    'riverside-education': [
      {
        category: 'education-attendance',
        text: CALL_FIRST,
        handling: { handling: 'C', condition: { kind: 'CALL_FIRST' } },
      },
    ],
  },
});
const parts = once(async () => {
  const [taken] = [await story.taken(), await story.told()];
  const { reference } = await enquiryOf(await story.enquiryId());
  return { reference, contact: (await story.opened()).reference, routeId: String(taken?.routeId) };
});

/** What a browser has to print: the page itself, with all that its style only hides. */
async function printed(person: Person, path: string): Promise<string> {
  const visitor = await new Visitor().signIn(person);
  await visitor.get(path);
  expect([path, visitor.status]).toEqual([path, 200]);
  return visitor.html;
}

describe('What is not released is on no page that is printed', () => {
  test('of the picture: the hub has its own tier, and nothing of what waits for its holder', async () => {
    const { reference } = await parts();
    for (const person of ['analyst', 'manager'] as const) {
      const html = await printed(person, `/enquiries/${reference}/picture`);
      expect(html).toContain(GOES);
      expect(html).toMatch(OF_HUB_ONLY);
      expect(html).not.toMatch(OF_CALL_FIRST);
    }
  });

  test.each(['', '/contact', '/history', '/people'])('of the enquiry%s: no item of anybody', async (page) => {
    const { reference } = await parts();
    const html = await printed('manager', `/enquiries/${reference}${page}`);
    expect(html).toContain(reference);
    expect(html).not.toMatch(OF_HUB_ONLY);
    expect(html).not.toMatch(OF_CALL_FIRST);
  });

  test('of the product: the team has what was released to it and not the hub’s tier', async () => {
    const { routeId } = await parts();
    const html = await printed('earlyHelp', `/inbox/${routeId}`);
    expect(html).toContain('The mother asks for help in the mornings.');
    expect(html).not.toMatch(OF_HUB_ONLY);
    expect(html).not.toMatch(OF_CALL_FIRST);
  });

  test('of the letter: the referrer has the manager’s words alone', async () => {
    const { contact } = await parts();
    const html = await printed('teacher', `/contacts/${contact}/letter`);
    expect(html).toContain('Early help will get in touch with the family.');
    for (const words of [/park/, OF_HUB_ONLY, OF_CALL_FIRST]) expect(html).not.toMatch(words);
  });
});

describe('What is not released is found by no search', () => {
  const tells = (text: string) => [OF_HUB_ONLY, OF_CALL_FIRST].filter((words) => words.test(text));

  test('of people: no name and no word of an item leads to anybody', async () => {
    await parts();
    const enquiryId = await story.enquiryId();
    const [someone] = (await story.screened()).people;
    for (const [forenames, surname] of [
      ['Vellichor', 'Ombrosine'],
      ['Ombrosine', 'Vellichor'],
      ['ferrets', 'attic'],
    ]) {
      const wanted = { enquiryId, mentionId: someone?.mentionId, forenames, surname };
      const found = await act('analyst', 'contact-intake', '/people/search', wanted, { schema: SearchResult });
      expect(found.candidates).toEqual([]);
    }
  });

  test('of the ledger and the log: filters find lines and entries, whose answers hold no word', async () => {
    await parts();
    const enquiryId = await story.enquiryId();
    const ledger = await read('governance', 'sharing', `/ledger?enquiryId=${enquiryId}`, Ledger);
    expect(ledger.entries.length).toBeGreaterThan(0);
    const log = await eventually(async () => {
      const page = await read('governance', 'audit', `/entries?enquiryId=${enquiryId}`, AuditEntries);
      expect(page.entries.length).toBeGreaterThan(10);
      return page;
    });
    const file = await callAs('governance', 'sharing', `/ledger/export?enquiryId=${enquiryId}&format=csv`);
    expect(tells(JSON.stringify([ledger, log, file.body]))).toEqual([]);
    for (const word of ['Vellichor', 'ferrets', 'Ombrosine', 'bruise']) {
      const entries = await read('governance', 'audit', `/entries?actorId=${word}`, AuditEntries);
      expect(entries.entries).toEqual([]);
      const { body } = await callAs('governance', 'sharing', `/ledger?rule=${word}`);
      expect(JSON.stringify(body)).not.toContain(enquiryId);
    }
  });

  test('of the console: by reference, in the queue, the inbox, the worklist and among requests', async () => {
    const { reference } = await parts();
    const pages: [Person, string][] = [
      ['manager', `/enquiries/${newId().slice(0, 8)}`],
      ['manager', '/queue'],
      ['analyst', `/go?reference=${reference}`],
      ['earlyHelp', '/inbox'],
      ['police', '/worklist'],
      ['governance', `/ig/ledger`],
    ];
    for (const [person, path] of pages) {
      const visitor = await (await new Visitor().signIn(person)).get(path);
      expect([path, tells(visitor.html)]).toEqual([path, []]);
    }
  });
});
