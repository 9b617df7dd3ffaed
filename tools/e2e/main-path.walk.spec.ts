import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NARRATIVE } from '../../apps/web-console/browser-tests/pages/whole-concern';
import { consoleUrl, identityUrl } from './support/platform';
import { FOUND } from './walk/answered-path';
import { MainPath } from './walk/main-path';
import { Walker } from './walk/walker';

const CLOSING = 'There may be information that we cannot tell you about.';
const NAMES = /Kian|Marlowe|Dawn/;

describe('The main path, as each person in turn, in a real browser', () => {
  let walker: Walker;
  let path: MainPath;
  beforeAll(async () => {
    walker = await Walker.begin();
    path = new MainPath(walker);
  });
  /** Every page that was met: axe at both widths, layout, and no name in a title or an address. */
  afterEach(() => expect(walker.takeFaults()).toEqual([]));
  afterAll(() => walker.end());

  describe('a concern comes in', () => {
    test('by the form, with a receipt, and a mail that has the reference and no name', async () => {
      const { reference, mail } = await path.told();
      expect(mail).toContain(`${reference}: we have what you sent`);
      expect(mail).not.toMatch(NAMES);
    });

    test('in haste without JavaScript; what was left when the tab was closed is there after signing in again', async () => {
      const { left, found, receipt } = await path.toldInHaste();
      expect(left).toBe('Which children are you worried about?');
      expect(found).toBe(NARRATIVE);
      expect(receipt).toContain('urgent');
      expect(receipt).not.toMatch(NAMES);
    });

    test('by telephone, from somebody without a name and from a neighbour', async () => {
      const { anonymous, named, intake } = await path.calledIn();
      for (const { reference } of [anonymous, named]) expect(intake).toContain(reference);
      expect(intake).toContain('Anonymous caller');
      expect(intake).not.toMatch(/Underhill|Rosa/);
    });
  });

  describe('the hub', () => {
    test('searches for everybody before anybody is created, and confirms who lives there', async () => {
      expect(await path.screened()).toBe('Everyone is looked for, and the household is confirmed');
    });

    test('finds the same child in the next concern, and says so', async () => {
      const { compared, people } = await path.matched();
      expect(compared).toEqual(['Is Kian Marlowe the same person as Kian Marlowe?']);
      expect(people).toContain('Matched');
    });

    test('tells police and social care in one press, who confirm it', async () => {
      const { pressed, notice, received } = await path.protectedAtOnce();
      expect(pressed).toContain('Riverside Police: told, no receipt yet');
      expect(pressed).toContain("Riverside Children's Social Care: told, no receipt yet");
      expect(notice).toContain(NARRATIVE);
      expect(received).toContain('Riverside Police: received');
    });

    test('rates by a qualified person, who departs from the table and judges the threshold beside it', async () => {
      const { proposal, history } = await path.rated();
      expect(proposal).toBe('The table proposes Green');
      expect(history).toContain('Rated Amber');
      expect(history).toContain('Threshold judged: Section 17');
    });

    test('sees what will happen to each question, and asks', async () => {
      const { preview, asEvidence, sent } = await path.asked();
      expect(preview).toMatch(/^\d+ would go now, 8 a human will look at, 0 not allowed$/);
      expect(asEvidence).toContain('0 would go now');
      expect(asEvidence).toContain(
        "Use as evidence is a new purpose; the holder and information governance will decide. Of a question the holder is the hub's own body, not the agency asked.",
      );
      expect(sent).toContain('0 of 4 agencies have answered');
    });

    test('has a human release one question and refuse another', async () => {
      const { wouldRead, asks } = await path.reviewed();
      for (const page of wouldRead)
        expect(page).toMatch(/What they would read\s+The safeguarding hub [^]+Dawn Marlowe/);
      expect(asks).toContain('Asked: Dawn Marlowe, incidents and call-outs');
      expect(asks).toContain('Not allowed: Dawn Marlowe, convictions and cautions');
    });
  });

  describe('the agencies', () => {
    test('answer; "not known" without what was searched is not an answer', async () => {
      expect(await path.answered()).toMatch(/Person \d: name the systems you searched/);
    });

    test('make a picture: shown, withheld with whom to ask, and always the closing sentence', async () => {
      const { analyst, unread, manager } = await path.seen();
      for (const shown of [FOUND.police, FOUND.health, 'No answer yet']) expect(analyst).toContain(shown);
      expect(analyst).not.toContain(FOUND.forManagers);
      expect(analyst).toContain('shares it on a condition that is not met here; that agency will decide.');
      expect(unread).toContain('Read and accept this, and one item shows');
      expect(unread).not.toContain(FOUND.forManagers);
      expect(manager).toContain(FOUND.forManagers);
      for (const picture of [analyst, manager]) expect(picture.trim().endsWith(CLOSING)).toBe(true);
    });

    test('flag the decision when they answer after it', async () => {
      const { warning, decision } = await path.answeredLate();
      expect(warning).toContain('The hub has decided. You can still answer: this will flag the decision.');
      expect(decision).toContain('Something came after the decision');
    });
  });

  describe('what comes of it', () => {
    test('is decided for each child, without an answer that is still missing', async () => {
      expect(await path.decided()).toBe('Decide: 1 of 4 has not answered');
    });

    test('goes to early help with what may go, and is taken by a worker with a name', async () => {
      const [toEarlyHelp] = await path.handedOver();
      expect(toEarlyHelp).toContain('Left out');
      const { product, heading } = await path.taken();
      expect(product).toContain(FOUND.health);
      expect(product).not.toContain(FOUND.forManagers);
      expect(product).toContain(CLOSING);
      expect(heading).toBe('Nadia Brand has this case');
    });

    test('goes to social care, who return it with a reason and not without one', async () => {
      const { refusal, waiting, answered } = await path.returned();
      expect(refusal).toContain('Choose why you return it');
      expect({ waiting, answered }).toEqual({ waiting: 0, answered: 1 });
    });

    test('is told to the referrer by a mail without a name, and a letter', async () => {
      const { mail, letter } = await path.heardBack();
      expect(mail).toContain('there is something for you to read');
      expect(mail).not.toMatch(NAMES);
      expect(letter).toContain('The family will be offered early help.');
      expect(letter).toContain(CLOSING);
    });

    test('is told to a neighbour by somebody who rings them, and never by mail', async () => {
      const { named } = await path.calledIn();
      const { concern, whoTold, before, ring, after } = await path.rungBack();
      expect(concern).not.toContain('Underhill');
      expect(whoTold).toContain('Ada Underhill');
      expect(ring).toContain('01632 960 777');
      expect(before).not.toMatch(/Underhill|960 777/);
      expect(before).toContain(`${named.reference}: Ring to say that we have it`);
      expect(after).not.toContain(`${named.reference}: Ring`);
    });

    test('is on the record: who looked, and a log that is whole', async () => {
      const { looks, log } = await path.overseen();
      expect(looks).toContain('MASH manager, Riverside Council');
      expect(looks).not.toMatch(NAMES);
      expect(log).toContain('The log is whole');
    });
  });

  test('signing out ends the session of the console and that of the identity provider', async () => {
    await path.told();
    await walker.become('Amara Osei');
    await walker.leave();
    await walker.tour.look('signed out');
    await walker.page.goto(`${consoleUrl()}/contacts`);
    expect(await walker.tour.heading()).toBe('Sign in');
    await walker.tour.press('Sign in');
    await walker.page.waitForURL((url) => url.href.startsWith(identityUrl()));
    expect(await walker.tour.heading()).toBe('Choose who to sign in as');
  });

  test('and the README names every person, page and button as the walk found them', async () => {
    await path.overseen();
    const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
    const [, steps = ''] = /## First contact in five minutes\n([\s\S]*?)\n## /.exec(readme) ?? [];
    const named = [...steps.matchAll(/\*\*([^*]+)\*\*|_([^_]+)_/g)].map(([, bold, italic]) => bold ?? italic ?? '');
    expect(named.length).toBeGreaterThan(20);
    const found = [...walker.people, ...walker.tour.offered];
    expect(named.filter((words) => !found.some((one) => one.startsWith(words.replaceAll(/\s+/g, ' '))))).toEqual([]);
  });
});
