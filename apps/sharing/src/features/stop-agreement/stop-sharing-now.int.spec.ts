import { AskPreview, DEMO_AGENCIES, newId, type AgreementContent, type Ledger } from '@mash/contracts';
import { people } from '@mash/testing';
import { establish } from '../../../testing/a-partnership';
import { aPermittedLine } from '../../../testing/a-permitted-line';
import { AnEnquiry } from '../../../testing/an-enquiry';
import { conclude } from '../../../testing/an-agreement';
import { decideAsk } from '../../../testing/decide-ask';
import { startSharing, type Sharing } from '../../../testing/start-sharing';
import { WhatWentOut } from '../../../testing/what-went-out';

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

  /** While it works no reaction of either process takes anything in: of the stop there is nothing but its commit. */
  const withoutEvents = async (work: () => Promise<void>): Promise<void> => {
    await sharing.query('BEGIN');
    try {
      await sharing.query('LOCK TABLE inbox IN SHARE MODE');
      await work();
    } finally {
      await sharing.query('ROLLBACK');
    }
  };
  const refusals = async (action: string, subjectId: string) => {
    const rows = await sharing.query<{ code: string }>(
      `SELECT envelope -> 'data' ->> 'reasonCode' AS code FROM (SELECT envelope FROM outbox UNION SELECT envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'action' = $1 AND envelope -> 'data' ->> 'outcome' = 'refused' AND envelope -> 'data' -> 'subject' ->> 'id' = $2`,
      [action, subjectId],
    );
    return rows.map(({ code }) => code);
  };
  const agreementsOf = async (releaseId: string) => {
    const select = 'SELECT agreement_ref AS ref FROM disclosure WHERE release_id = $1';
    return (await sharing.query<{ ref: string | null }>(select, [releaseId])).map(({ ref }) => ref);
  };
  /** What this reader of the ledger reads of the same. */
  const agreementRead = async (releaseId: string, as: typeof people.manager) => {
    const { body } = await sharing.as(as)('get', `/ledger?enquiryId=${enquiry.enquiryId}`);
    const { entries } = body as Ledger;
    return entries.filter((one) => one.releaseId === releaseId).map((one) => one.agreement);
  };
  const STOPPED = { code: 'AGREEMENT_STOPPED', sentence: 'A party has stopped this agreement.' };

  test('nothing opens by an earlier decision: no question, no capability, no handover, no answer, before any event of it', async () => {
    agreement = await conclude(sharing, { ...agreement, version: 3 });
    const out = await WhatWentOut.of(sharing, enquiry);
    const other = await aPermittedLine(enquiry);
    const opened = newId();
    const shown = { itemId: out.itemId, text: 'He was seen alone in the park in May.' };
    expect((await out.question(second)).items).toMatchObject([{ visibility: 'shown', outcome: 'PERMIT' }]);
    expect(await out.capability(second, other.lineId)).toMatchObject({ status: 200 });
    expect((await out.content(second)).items).toMatchObject([{ visibility: 'shown', outcome: 'PERMIT' }]);
    expect((await out.handover(second, opened)).items).toMatchObject([shown]);
    const under = `${agreement.agreementId} v3 in`;
    expect(await agreementsOf(opened)).toEqual([under]);
    expect(await agreementRead(opened, people.igOfficer)).toEqual([under]);
    expect(await agreementRead(opened, people.manager)).toEqual([undefined]);

    await withoutEvents(async () => {
      expect(await stop()).toBe(204);
      const { envelopeId, lineId } = out.line;
      const asked = await out.question(second);
      expect(asked).toMatchObject({ items: [], refused: [{ envelopeId, code: 'SHARING.AGREEMENT_STOPPED' }] });
      expect(await refusals('release.refuse-envelope', envelopeId)).toEqual(['SHARING.AGREEMENT_STOPPED']);
      const used = await out.capability(second);
      expect(used).toMatchObject({ status: 409, code: 'SHARING.CAPABILITY_WITHDRAWN' });
      expect(await refusals('capability.use', used.capabilityId)).toEqual(['SHARING.CAPABILITY_WITHDRAWN']);
      const content = await out.content(second);
      expect(content.items).toMatchObject([{ visibility: 'withheld', reason: STOPPED }]);
      const reopened = newId();
      const handover = await out.handover(second, reopened);
      expect(handover).toMatchObject({ items: [], words: 'Please assess.' });
      expect(handover.withheld).toBeUndefined(); // outside the hub the rules make it absent
      expect(await agreementsOf(reopened)).toEqual([null]);
      expect(JSON.stringify([asked, content, handover])).not.toMatch(/park|significant harm/);
      // Nobody has decided the line again: it was the stop alone that kept it shut.
      const kept = 'SELECT outcome FROM sharing_decision WHERE about_id = $1';
      expect(await sharing.query(kept, [lineId])).toEqual([{ outcome: 'PERMIT' }]);
      await decideAsk(sharing, enquiry, 'police-incidents', 'PERMIT'); // newer, and on another basis
      expect((await out.question(second)).items).toMatchObject([{ visibility: 'shown', outcome: 'PERMIT' }]);
    });
  });
});
