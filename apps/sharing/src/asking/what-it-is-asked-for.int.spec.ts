import {
  DEMO_AGENCIES,
  newId,
  type AskPreview,
  type Category,
  type LineFacts,
  type Purpose,
  type Released,
  type Review,
} from '@mash/contracts';
import { people } from '@mash/testing';
import { aLine, anAgreement, conclude } from '../../testing/an-agreement';
import { linesWith, proposedLine } from '../../testing/a-line';
import { establish } from '../../testing/a-partnership';
import { AnEnquiry } from '../../testing/an-enquiry';
import { startSharing, type Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);
const { police } = DEMO_AGENCIES;

describe('What an agency is asked for', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let lines: ReturnType<typeof linesWith>;
  beforeAll(async () => {
    sharing = await startSharing();
    await establish(sharing);
    lines = linesWith(sharing);
    // Nothing else covers this category, and this covers it for domestic abuse alone.
    const ofAbuse = { categories: ['protective-orders'] as Category[], purposes: ['DA'] as Purpose[] };
    const asking = aLine({ lineId: 'abuse', ...ofAbuse, modes: ['ask'] });
    await conclude(sharing, anAgreement({ slug: 'abuse-only', title: 'Abuse only', lines: [asking] }));
  });
  beforeEach(async () => {
    enquiry = await AnEnquiry.begin(sharing);
    enquiry.factsAre({ intake: { issues: ['domestic-abuse'] } });
  });
  afterAll(() => sharing.close());

  const ask = async (its: Partial<LineFacts>) => {
    const { line, event } = await proposedLine(enquiry, { agencyId: police, category: 'police-incidents', ...its });
    await lines.react(event);
    return { line, kept: (await lines.kept(line.lineId)).at(-1) };
  };

  test('as evidence waits for the holder and for information governance, before anybody is asked', async () => {
    const { line, kept } = await ask({ purpose: 'EVIDENCE' });
    expect(kept).toMatchObject({ outcome: 'REVIEW', reasons: expect.arrayContaining(['PURPOSE_CHANGED']) });
    const releasers = await sharing.query<{ releaser: string }>(
      `SELECT releaser FROM review r JOIN sharing_decision d USING (sharing_decision_id)
        WHERE d.about_id = $1 AND r.rule = 'R-PUR-03' ORDER BY releaser`,
      [line.lineId],
    );
    expect(releasers.map(({ releaser }) => releaser)).toEqual(['H', 'IG']);
  });

  test('rests on the agreement of that purpose: one on domestic abuse is matched by no other work', async () => {
    const orders = { category: 'protective-orders', purpose: 'DA' } as const;
    expect((await ask(orders)).kept).toMatchObject({ outcome: 'PERMIT' });
    expect((await ask({ ...orders, purpose: 'S47' })).kept?.outcome).not.toBe('PERMIT');
  });

  test('on domestic abuse or a missing child is for a manager where the concern does not name it', async () => {
    expect((await ask({ purpose: 'MISSING' })).kept?.reasons).toContain('NECESSITY_UNCLEAR');
    expect((await ask({ purpose: 'DA' })).kept?.reasons).not.toContain('NECESSITY_UNCLEAR');
  });

  test('for an adult at risk is not needed of a child, and is put to the other rules of an adult', async () => {
    expect((await ask({ purpose: 'ADULT_RISK' })).kept).toMatchObject({ outcome: 'DENY', rule: 'R-NEC-01a' });
    enquiry.factsAre({ child: { kind: 'adult', relation: 'household' } });
    expect((await ask({ purpose: 'ADULT_RISK' })).kept?.reasons).not.toContain('NOT_NECESSARY');
  });

  test('above the threshold judged, or outside the work of the hub, is refused', async () => {
    enquiry.factsAre({ decision: { threshold: 's17', colour: 'amber', urgent: false } });
    expect((await ask({ purpose: 'STRATEGY' })).kept).toMatchObject({
      ...{ outcome: 'DENY', reasons: expect.arrayContaining(['ABOVE_THRESHOLD']) },
    });
    expect((await ask({ purpose: 'LITIGATION' })).kept).toMatchObject({
      ...{ outcome: 'DENY', reasons: expect.arrayContaining(['PURPOSE_OUTSIDE']) },
    });
  });

  describe('and the statutory task that its text states', () => {
    test.each([
      ['is allowed where it is the task of its purpose', 'ca89_s47', 'PERMIT'],
      ['is allowed where it states none', undefined, 'PERMIT'],
      ['is refused where it states the task of another', 'ca14_s42', 'DENY'],
    ] as const)('%s, looked at before and when it is sent', async (_so, task, outcome) => {
      const asked = {
        agencyId: police,
        personId: enquiry.personId,
        category: 'police-incidents',
        existenceOnly: false,
      };
      const body = { purpose: 'S47', ...(task && { task }), lines: [{ ...asked, need: 'yes' }] };
      const looked = await sharing.as(people.analyst)('post', `/enquiries/${enquiry.enquiryId}/ask-preview`, body);
      expect(looked.body).toMatchObject({ lines: [{ outcome }] });
      const { kept } = await ask({ ...(task && { task }) });
      expect(kept).toMatchObject({ outcome });
      const [line] = (looked.body as AskPreview).lines;
      expect([line?.rule, line?.lawfulBasis]).toEqual([kept?.rule, kept?.lawfulBasis]);
      expect(line?.lawfulBasis?.length !== 0).toBe(outcome === 'PERMIT');
    });

    test('is one that there is: any other is refused', async () => {
      const asked = {
        agencyId: police,
        personId: enquiry.personId,
        category: 'police-incidents',
        existenceOnly: false,
      };
      const body = { purpose: 'S47', task: 'a-task-of-nobody', lines: [asked] };
      const looked = await sharing.as(people.analyst)('post', `/enquiries/${enquiry.enquiryId}/ask-preview`, body);
      expect([looked.status, looked.body.code]).toEqual([400, 'REQUEST.INVALID']);
    });

    const askCharity = async (its: Partial<LineFacts>) =>
      (await ask({ agencyId: 'a-charity', category: 'hub-summary', ...its })).line;
    const readAnswerTo = async (line: LineFacts) => {
      const item = { text: 'She comes to the group.', facts: { category: 'hub-summary', class: 'personal' } as const };
      const content = { category: 'hub-summary' as const };
      const { row } = await enquiry.answer([{ ...item, content }], 'a-charity', undefined, undefined, line.requestId);
      const body = { releaseId: newId(), enquiryId: enquiry.enquiryId, mode: 'content', purpose: 'S47' };
      const released = await sharing.as(people.analyst)('post', '/releases', { ...body, envelopes: [row] });
      const { reviewId = '' } = (released.body as Released).items[0] ?? {};
      const review = (await sharing.as(people.manager)('get', `/reviews/${reviewId}`)).body as Review;
      return review.reasons.map(({ code }) => code);
    };

    test('is of the purpose recorded, or the text is not', async () => {
      expect((await ask({ task: 'ca89_s47' })).kept).toMatchObject({ outcome: 'PERMIT' });
      expect((await ask({ task: 'ca04_s10' })).kept).toMatchObject({ outcome: 'DENY', rule: 'R-PUR-01a' });
    });

    test('goes with the answer of a body that is not public: its recognised legitimate interest needs one', async () => {
      expect(await readAnswerTo(await askCharity({ task: 'ca89_s47' }))).toContain('RLI_ANSWER');
      expect(await readAnswerTo(await askCharity({}))).not.toContain('RLI_ANSWER');
    });

    test('was stated by every text that was sent before anybody was asked, also when it is decided again', async () => {
      const line = await askCharity({ unasked: true });
      enquiry.factsAre({ intake: { issues: ['domestic-abuse'], rosterVersion: 2 } });
      const path = `/enquiries/${enquiry.enquiryId}/lines/${line.lineId}/decide-again`;
      expect((await sharing.as(people.analyst)('post', path, {})).status).toBe(200);
      const stated = await sharing.query<{ stated: string }>(
        `SELECT fact_versions ->> 'statesTask' AS stated FROM sharing_decision WHERE about_id = $1`,
        [line.lineId],
      );
      expect(stated).toEqual([{ stated: 'yes' }, { stated: 'yes' }]);
      expect(await readAnswerTo(line)).toContain('RLI_ANSWER');
    });
  });
});
