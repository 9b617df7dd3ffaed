import {
  DEMO_AGENCIES,
  type AskPreview,
  type Category,
  type LineFacts,
  type Purpose,
  type Review,
  type SharingDecisionView,
} from '@mash/contracts';
import { people } from '@mash/testing';
import { aLine, anAgreement, conclude } from '../../testing/an-agreement';
import { linesWith, proposedLine } from '../../testing/a-line';
import { consentWith } from '../../testing/a-consent';
import { establish } from '../../testing/a-partnership';
import { AnEnquiry } from '../../testing/an-enquiry';
import { managerLets } from '../../testing/manager-lets';
import { newerFactsOf } from '../../testing/newer-facts';
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
    const ofAdults = { categories: ['police-incidents'] as Category[], purposes: ['ADULT_RISK'] as Purpose[] };
    const adults = aLine({ lineId: 'adults', ...ofAdults, modes: ['ask'] });
    await conclude(sharing, anAgreement({ slug: 'adults', title: 'Adults at risk', lines: [adults] }));
  });
  beforeEach(async () => {
    enquiry = await AnEnquiry.begin(sharing);
    enquiry.factsAre({ intake: { issues: ['domestic-abuse'] } });
  });
  afterAll(() => sharing.close());

  const ask = async (its: Parameters<typeof proposedLine>[1]) => {
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

  describe('for an adult at risk', () => {
    const askAbout = async (relation: 'household' | 'ap' | 'involved', kind: 'adult' | '18_25' = 'adult') => {
      enquiry.factsAre({ child: { kind, relation }, intake: { issues: ['domestic-abuse'] } });
      return ask({ purpose: 'ADULT_RISK' });
    };
    const restsOn = (aboutId: string) =>
      sharing.query<{ outcome: string; basis: string }>(
        `SELECT outcome, array_to_string(lawful_basis, '; ') AS basis
          FROM sharing_decision WHERE about_id = $1 ORDER BY decided_at, sharing_decision_id`,
        [aboutId],
      );
    const CARE_ACT = 'Care Act 2014 ss42, 45';
    const CHILDS_CASE = /s47|s17|s10|s16LA|Children Act 1989/;

    test('waits for a manager without their own yes, at section 47 too, and names no law of children once they said it', async () => {
      for (const relation of ['household', 'ap', 'involved'] as const) {
        const { line, kept } = await askAbout(relation);
        expect(kept).toMatchObject({ outcome: 'REVIEW', rule: 'R-KIND-02b' });
        expect(await managerLets(enquiry, line.lineId)).toBe(204);
        const decided = await restsOn(line.lineId);
        expect(decided.map(({ outcome }) => outcome)).toEqual(['REVIEW', 'PERMIT']);
        expect(decided[1]?.basis).toContain(CARE_ACT);
        expect(decided[1]?.basis).not.toMatch(CHILDS_CASE);
      }
    });

    test('goes on their own yes, under the Care Act and the own task of who asks', async () => {
      await consentWith(sharing, enquiry).state({ givenBy: 'self' });
      for (const kind of ['adult', '18_25'] as const) {
        const { line, kept } = await askAbout('household', kind);
        expect(kept).toMatchObject({ outcome: 'PERMIT', reasons: expect.arrayContaining(['ADULT_SUBJECT']) });
        const [{ basis } = { basis: '' }] = await restsOn(line.lineId);
        expect(basis).toContain(CARE_ACT);
        expect(basis).toContain("the body's own function");
        expect(basis).not.toMatch(CHILDS_CASE);
      }
    });

    test('is not how the same adult is asked about for the child: that rests on the law of children', async () => {
      enquiry.factsAre({ child: { kind: 'adult', relation: 'household' } });
      const { line, kept } = await ask({ purpose: 'S47' });
      expect(kept).toMatchObject({ outcome: 'PERMIT' });
      expect((await restsOn(line.lineId))[0]?.basis).toMatch(CHILDS_CASE);
    });
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

    const askCharity = async (its: Parameters<typeof ask>[0]) =>
      (await ask({ agencyId: 'a-charity', category: 'hub-summary', ...its })).line;
    const readAnswerTo = async (line: LineFacts) => {
      const item = { text: 'She comes to the group.', facts: { category: 'hub-summary', class: 'personal' } as const };
      const content = { category: 'hub-summary' as const };
      const { row } = await enquiry.answer([{ ...item, content }], 'a-charity', undefined, undefined, line.requestId);
      const { reviewId = '' } = (await enquiry.released([row])).items[0] ?? {};
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
      const unsaid = { task: 'ca89_s47', purposeText: 'We would like to know.' } as const;
      expect(await readAnswerTo(await askCharity(unsaid))).not.toContain('RLI_ANSWER');
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

  describe('and the threshold that its words claim', () => {
    const CLAIM = 'We make enquiries under section 47.';
    const ofAbuse = { purpose: 'DA', category: 'protective-orders' } as const;
    const refused = {
      outcome: 'DENY',
      rule: 'R-PUR-01a',
      reasons: expect.arrayContaining(['TEXT_DIFFERS']) as string[],
    };
    const judged = (threshold: 's17' | 's47', version: number) =>
      enquiry.factsAre({
        decision: { threshold, thresholdVersion: version, ratingVersion: version, colour: 'amber', urgent: false },
        intake: { issues: ['domestic-abuse'] },
      });
    const again = async ({ lineId }: LineFacts) => {
      const path = `/enquiries/${enquiry.enquiryId}/lines/${lineId}/decide-again`;
      expect((await sharing.as(people.analyst)('post', path, {})).status).toBe(200);
      return (await lines.kept(lineId)).at(-1);
    };

    test.each([
      ['in the text', { purposeText: CLAIM }],
      ['in why more is asked', { why: CLAIM }],
      ['even to say that it is not met', { purposeText: 'No threshold of significant harm is met.' }],
      ['beside the task that was judged', { purposeText: `${CLAIM} And under section 17.`, task: 'ca89_s17' }],
    ] as const)('is refused where nobody has judged it, %s; in other words it is not', async (_where, its) => {
      judged('s17', 2);
      expect((await ask({ purpose: 'S17', ...its })).kept).toMatchObject(refused);
      const mended = await ask({
        purpose: 'S17',
        ...its,
        purposeText: 'We assess a need: section 17.',
        why: 'To know.',
      });
      expect(mended.kept?.reasons).not.toContain('TEXT_DIFFERS');
    });

    test('is told to the asker with what can be done, and nothing of the words', async () => {
      judged('s17', 2);
      const { line } = await ask({ purpose: 'S17', purposeText: `${CLAIM} The brackenquartz question.` });
      const path = `/enquiries/${enquiry.enquiryId}/sharing-decisions`;
      const { body } = await sharing.as(people.analyst)('get', path);
      const decisions = (body as { decisions: SharingDecisionView[] }).decisions;
      const reasons = decisions.find(({ about }) => about.id === line.lineId)?.reasons;
      expect(reasons?.find(({ code }) => code === 'TEXT_DIFFERS')?.sentence).toMatch(/Ask anew with a text that/);
      expect(JSON.stringify(body)).not.toContain('brackenquartz');
    });

    test('is read again with each decision: refused before it is judged, let through once it is', async () => {
      judged('s17', 2);
      const { line, kept } = await ask({ ...ofAbuse, purposeText: CLAIM });
      expect(kept).toMatchObject(refused);
      judged('s47', 3);
      expect(await again(line)).toMatchObject({ outcome: 'PERMIT' });
    });

    test('recalls the question that was true when it was sent, once the threshold falls', async () => {
      judged('s47', 2);
      const { line, kept } = await ask({ ...ofAbuse, purposeText: CLAIM });
      expect(kept).toMatchObject({ outcome: 'PERMIT' });
      judged('s17', 3);
      const newer = newerFactsOf(sharing, enquiry);
      await newer.hearRated(newer.rated(3));
      expect((await lines.kept(line.lineId)).at(-1)).toMatchObject(refused);
    });

    test('is not read anew in what was sent before senders were asked', async () => {
      judged('s17', 2);
      const { line, kept } = await ask({ ...ofAbuse, purposeText: CLAIM, unasked: true });
      expect(kept?.reasons).not.toContain('TEXT_DIFFERS');
      judged('s17', 3);
      expect((await again(line))?.reasons).not.toContain('TEXT_DIFFERS');
    });
  });
});
