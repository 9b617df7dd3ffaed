import { AskPreview, DEMO_AGENCIES, type AgreementContent } from '@mash/contracts';
import { people } from '@mash/testing';
import { establish } from '../../../testing/a-partnership';
import { AnEnquiry } from '../../../testing/an-enquiry';
import { conclude } from '../../../testing/an-agreement';
import { startSharing, type Sharing } from '../../../testing/start-sharing';

describe('Stop sharing now, with two processes of the operating system on one database', () => {
  let [sharing, second]: [Sharing, Awaited<ReturnType<Sharing['anotherProcess']>>] = [] as never;
  /** What has to be ended, also where the second of them did not start. */
  const started: (() => Promise<void>)[] = [];
  let agreement: AgreementContent;
  let enquiry: AnEnquiry;
  // Starting a process that compiles itself takes its time.
  beforeAll(async () => {
    sharing = await startSharing();
    started.push(() => sharing.close());
    second = await sharing.anotherProcess();
    started.push(() => second.close());
    agreement = await establish(sharing);
    enquiry = await AnEnquiry.begin(sharing);
  }, 120_000);
  afterAll(async () => {
    for (const close of started.reverse()) await close();
  });

  /** What it would decide of a question to the police, now. */
  const ruleIn = async (instance: Pick<Sharing, 'as'>): Promise<string | undefined> => {
    const line = {
      ...{ agencyId: DEMO_AGENCIES.police, personId: enquiry.personId, category: 'police-incidents' },
      ...{ existenceOnly: false, need: 'yes' },
    };
    const asked = { purpose: 'S47', lines: [line] };
    const { body } = await instance.as(people.analyst)('post', `/enquiries/${enquiry.enquiryId}/ask-preview`, asked);
    return AskPreview.parse(body).lines[0]?.rule;
  };
  const stop = async () =>
    (await sharing.as(people.igOfficer)('post', `/agreements/${agreement.agreementId}/stop`)).status;

  /** How long the second process may go on permitting after the commit. */
  const ONE_SECOND = 1000;
  /** How long this test waits for it; nothing is asserted by this clock but that it came. */
  const PATIENCE_MS = 30_000;

  test('is read by the other process within a second of its commit, and so on until it is drawn again', async () => {
    expect(second.pid).not.toBe(process.pid);
    expect([await ruleIn(sharing), await ruleIn(second)]).toEqual(['R-AGR-01b', 'R-AGR-01b']);
    expect(await stop()).toBe(204);
    // It was committed before it was answered: a second from here is later than a second from there.
    const answeredAt = performance.now();
    const decided: { askedAfter: number; rule: string | undefined }[] = [];
    const isRefused = () => decided.some(({ rule }) => rule === 'R-AGR-04');
    const isLate = () => decided.some(({ askedAfter }) => askedAfter > ONE_SECOND);
    while (!(isRefused() && isLate()) && performance.now() - answeredAt < PATIENCE_MS) {
      const askedAfter = performance.now() - answeredAt;
      decided.push({ askedAfter, rule: await ruleIn(second) });
    }
    const late = decided.filter(({ askedAfter }) => askedAfter > ONE_SECOND).map(({ rule }) => rule);
    expect(new Set(late)).toEqual(new Set(['R-AGR-04']));
    const first = decided.findIndex(({ rule }) => rule === 'R-AGR-04');
    expect(new Set(decided.slice(first).map(({ rule }) => rule))).toEqual(new Set(['R-AGR-04']));
    process.stdout.write(
      `the other process refused question ${first + 1} after the stop, asked ${decided[first]?.askedAfter.toFixed(0)} ms after it was answered\n`,
    );
    expect(await ruleIn(sharing)).toBe('R-AGR-04');
    agreement = await conclude(sharing, { ...agreement, version: 2 });
    expect([await ruleIn(second), await ruleIn(sharing)]).toEqual(['R-AGR-01b', 'R-AGR-01b']);
  });

  test('a process that is asked without a pause permits nothing once the stop has been answered', async () => {
    const answered = new Set<string>();
    const after: (string | undefined)[] = [];
    const asking = (async () => {
      while (after.length < 10) {
        const wasAnswered = answered.has('stop');
        const rule = await ruleIn(second);
        if (wasAnswered) after.push(rule);
      }
    })();
    expect(await stop()).toBe(204);
    answered.add('stop');
    await asking;
    expect(after).toEqual(Array.from({ length: 10 }, () => 'R-AGR-04'));
  });
});
