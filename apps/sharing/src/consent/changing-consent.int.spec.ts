import { CaseAccessRepository } from '@mash/case-access';
import { DEMO_AGENCIES, DEMO_PARTNERSHIP, newId, type ConsentNotices } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { people } from '@mash/testing';
import { proposedLine } from '../../testing/a-line';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { newerFactsOf } from '../../testing/newer-facts';
import { forEachTest, type ForATest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';
import { ConsentNoticeRepository } from './consent-notice.repository';

jest.setTimeout(120_000);

describe('When consent changes', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let consent: ForATest['consent'];
  let lines: ForATest['lines'];
  forEachTest((its) => ({ sharing, enquiry, lines, consent } = its));
  beforeEach(() => {
    belowS47();
  });

  const belowS47 = () => enquiry.factsAre({ decision: { threshold: 's17', colour: 'amber', urgent: false } });
  const asked = (change: Parameters<typeof lines.decided>[1] = {}) =>
    lines.decided(enquiry, { purpose: 'S17', ...change });
  const changes = async (said: Parameters<typeof consent.state>[0]) => {
    const statementId = await consent.state(said);
    await consent.hear();
    return statementId;
  };
  const tasks = async () =>
    (
      await sharing.query<{ code: string }>('SELECT code FROM obligation WHERE enquiry_id = $1', [enquiry.enquiryId])
    ).map(({ code }) => code);
  const notices = async (as: typeof people.policeLiaison) =>
    ((await sharing.as(as)('get', '/consent-notices')).body as ConsentNotices).notices.filter(
      ({ enquiryId }) => enquiryId === enquiry.enquiryId,
    );
  const reviews = (lineId: string) =>
    sharing.query<{ reviewId: string; state: string; rule: string }>(
      `SELECT r.review_id AS "reviewId", r.state, r.rule FROM review r JOIN sharing_decision d USING (sharing_decision_id)
        WHERE d.about_id = $1 ORDER BY r.raised_at, r.review_id`,
      [lineId],
    );
  const answer = async (reviewId: string, words: 'release' | 'refuse' = 'release', as = people.manager) => {
    const ids = { enquiryId: enquiry.enquiryId, reviewId };
    const header = { typ: 'review', version: 1, partnershipId: DEMO_PARTNERSHIP, ...ids } as const;
    const ground = words === 'refuse' ? 'not_necessary' : 'necessary_and_proportionate';
    const sealedReason = await enquiry.seal<'review'>(header, {
      content: { reason: 'Because.', ground },
      by: as.id,
    });
    return sharing.as(as)('post', `/reviews/${reviewId}/answer`, { answer: words, ground, sealedReason });
  };
  const askAgain = (lineId: string, as: typeof people.analyst = people.analyst) =>
    sharing.as(as)('post', `/enquiries/${enquiry.enquiryId}/lines/${lineId}/decide-again`, {});
  const release = (rows: object[], changed: object = {}) => enquiry.released(rows, { purpose: 'S17', ...changed });

  test('a withdrawal recalls what rested on the yes, supersedes the permit, and owes the recall as a dated task', async () => {
    await changes({});
    const lineId = await asked();
    const [permit] = await lines.announced(lineId);
    await changes({ state: 'withdrawn' });
    expect(await lines.announced(lineId)).toMatchObject([
      { outcome: 'PERMIT' },
      { outcome: 'DENY', byPerson: false, supersedes: permit?.sharingDecisionId },
    ]);
    expect((await lines.kept(lineId)).at(-1)).toMatchObject({
      rule: 'R-CONS-05a',
      reasons: expect.arrayContaining(['CONSENT_WITHDRAWN']),
    });
    expect(await tasks()).toContain('RECALL_REQUEST');
  });

  test('a new refusal holds what was asked until a manager has looked', async () => {
    await changes({});
    const lineId = await asked();
    await changes({ state: 'refused' });
    expect(await lines.outcomes(lineId)).toEqual(['PERMIT', 'REVIEW']);
    expect(await reviews(lineId)).toMatchObject([{ state: 'open', rule: 'R-CONS-02' }]);
    expect(await tasks()).toEqual(expect.arrayContaining(['RISK_AGAIN', 'TELL_OUTCOME']));
  });

  test('what rests on something else than agreement is looked at by a human, who may let it stand', async () => {
    await changes({ state: 'refused' });
    const lineId = await asked();
    expect((await answer((await reviews(lineId))[0]?.reviewId ?? '')).status).toBe(204);
    await changes({ state: 'withdrawn' });
    expect(await lines.outcomes(lineId)).toEqual(['REVIEW', 'PERMIT', 'REVIEW']);
    const open = (await reviews(lineId)).find(({ state }) => state === 'open');
    expect(open?.rule).toBe('R-CONS-05b');
    expect((await answer(open?.reviewId ?? '')).status).toBe(204);
    expect((await lines.outcomes(lineId)).at(-1)).toBe('PERMIT');
  });

  test('at section 47 nothing rests on consent: nothing is recalled and nobody is told to destroy anything', async () => {
    enquiry.factsAre({});
    await changes({});
    const lineId = await lines.decided(enquiry);
    await changes({ state: 'withdrawn' });
    expect(await lines.outcomes(lineId)).toEqual(['PERMIT']);
    expect(await sharing.query('SELECT 1 FROM consent_notice WHERE enquiry_id = $1', [enquiry.enquiryId])).toEqual([]);
  });

  test('the word of somebody who may not speak for the child changes nothing', async () => {
    await changes({});
    const lineId = await asked();
    await changes({ state: 'refused', givenBy: 'other' });
    expect(await lines.outcomes(lineId)).toEqual(['PERMIT']);
  });

  test('of two parents who come to differ a manager decides', async () => {
    await changes({});
    const lineId = await asked();
    await consent.state({ state: 'refused', givenBy: 'parent_pr_unproven' });
    await consent.hear();
    expect(await lines.outcomes(lineId)).toEqual(['PERMIT']);
    enquiry.factsAre({ decision: { threshold: 's17', colour: 'amber', urgent: false }, child: { dispute: 'open' } });
    await changes({ state: 'refused', givenBy: 'parent_pr_unproven', how: 'written' });
    expect((await lines.kept(lineId)).at(-1)).toMatchObject({
      outcome: 'REVIEW',
      rule: expect.stringMatching(/^R-PAR-01/),
    });
  });

  test('consent to a service recalls no request', async () => {
    await changes({});
    const lineId = await asked();
    await changes({ kind: 'service', state: 'refused' });
    expect(await lines.outcomes(lineId)).toEqual(['PERMIT']);
  });

  test('what has been answered is not recalled: its items are decided when somebody looks, for the hub and for others', async () => {
    await changes({});
    const lineId = await asked({ agencyId: DEMO_AGENCIES.police, category: 'police-incidents' });
    lines.lineIs(lineId, 'answered');
    const { row } = await enquiry.answer([{ text: 'Called twice in May.' }]);
    await changes({ state: 'withdrawn' });
    expect(await lines.outcomes(lineId)).toEqual(['PERMIT']);
    expect((await release([row])).items).toMatchObject([{ visibility: 'shown', outcome: 'PERMIT' }]);
    sharing.others.access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
    expect((await enquiry.released([row], { purpose: 'S17' }, people.socialCareManager)).items).toEqual([]);
    expect(await tasks()).toContain('TELL_RECIPIENTS');
  });

  test('a refusal after the answer leaves it to a manager whether the hub may look', async () => {
    await changes({});
    const { row } = await enquiry.answer([{ text: 'Called twice in May.' }]);
    expect((await release([row])).items).toMatchObject([{ visibility: 'shown' }]);
    await changes({ state: 'refused' });
    expect((await release([row])).items).toMatchObject([{ visibility: 'withheld', outcome: 'REVIEW' }]);
  });

  test("a releaser's yes to one refusal is no yes to the next", async () => {
    await changes({ state: 'refused' });
    const { row } = await enquiry.answer([{ text: 'Called twice in May.' }]);
    const reviewId = (await release([row])).items[0]?.reviewId ?? '';
    expect((await answer(reviewId)).status).toBe(204);
    expect((await release([row])).items).toMatchObject([{ visibility: 'shown' }]);
    await changes({});
    await changes({ state: 'refused', how: 'written' });
    expect((await release([row])).items).toMatchObject([{ visibility: 'withheld', outcome: 'REVIEW' }]);
  });

  test('whoever holds something about the person is told, once, in ids and codes, and confirms what became of it', async () => {
    await changes({});
    await asked({ agencyId: DEMO_AGENCIES.police, category: 'police-incidents' });
    const statementId = await changes({ state: 'withdrawn' });
    const [told] = await notices(people.policeLiaison);
    expect(told).toMatchObject({ state: 'withdrawn', holds: ['request'], statementId, enquiryReference: 'E-2345678' });
    expect(await notices(people.healthLiaison)).toEqual([]);
    const recalls = () =>
      sharing.query(
        `SELECT part, done_at IS NOT NULL AS "isDone" FROM obligation WHERE enquiry_id = $1 AND code = 'RECALL_REQUEST' ORDER BY part`,
        [enquiry.enquiryId],
      );
    const confirm = (did: string, as = people.policeLiaison) =>
      sharing.as(as)('post', `/consent-notices/${told?.noticeId ?? ''}/confirm`, { did });
    expect((await confirm('destroyed', people.healthLiaison)).status).toBe(404);
    // The recall was sent by the change itself; that what was noted is destroyed waits for whoever noted it.
    expect(await recalls()).toEqual([
      { part: 1, isDone: true },
      { part: 2, isDone: false },
    ]);
    expect((await confirm('destroyed')).status).toBe(204);
    expect((await confirm('destroyed')).status).toBe(204);
    expect((await confirm('kept_by_law')).body.code).toBe('CONSENT.NOTICE_CONFIRMED');
    expect(await recalls()).toEqual([
      { part: 1, isDone: true },
      { part: 2, isDone: true },
    ]);
  });

  test('the telling is done once all have confirmed, also where the last two confirm at the same moment', async () => {
    await changes({});
    await asked({ agencyId: DEMO_AGENCIES.police, category: 'police-incidents' });
    await asked({ agencyId: DEMO_AGENCIES.health, category: 'health-injuries' });
    await changes({ state: 'withdrawn' });
    const repository = sharing.app.get(ConsentNoticeRepository);
    const really = repository.areAllConfirmed.bind(repository);
    let looked = 0;
    // Each has confirmed and looked before either commits, unless one lets the other wait.
    const together = jest.spyOn(repository, 'areAllConfirmed').mockImplementation(async (...its) => {
      const answer = await really(...its);
      looked += 1;
      for (let n = 0; n < 20 && looked < 2; n += 1) await new Promise((after) => setTimeout(after, 25));
      return answer;
    });
    const confirm = async (as: typeof people.policeLiaison) => {
      const [{ noticeId } = { noticeId: '' }] = await notices(as);
      return (await sharing.as(as)('post', `/consent-notices/${noticeId}/confirm`, { did: 'destroyed' })).status;
    };
    expect(await Promise.all([people.policeLiaison, people.healthLiaison].map(confirm))).toEqual([204, 204]);
    together.mockRestore();
    const open = `SELECT code FROM obligation WHERE enquiry_id = $1 AND code = 'RECALL_REQUEST' AND done_at IS NULL`;
    expect(await sharing.query(open, [enquiry.enquiryId])).toEqual([]);
  });

  test('leaves out whoever of the body has a conflict of interest: what they are told, and what they may say', async () => {
    await changes({});
    await asked({ agencyId: DEMO_AGENCIES.police, category: 'police-incidents' });
    await changes({ state: 'withdrawn' });
    const [told] = await notices(people.policeLiaison);
    const { enquiryId } = enquiry;
    const access = { version: 1, restricted: false, named: [], conflicts: [people.policeLiaison.id] };
    const cases = sharing.app.get(CaseAccessRepository);
    await sharing.app.get(UnitOfWork).run((tx) => cases.learn(tx, DEMO_PARTNERSHIP, { enquiryId, ...access }));
    const confirm = (as: typeof people.policeLiaison) =>
      sharing.as(as)('post', `/consent-notices/${told?.noticeId ?? ''}/confirm`, { did: 'destroyed' });
    expect(await notices(people.policeLiaison)).toEqual([]);
    expect((await confirm(people.policeLiaison)).status).toBe(404);
    expect((await notices(people.policeDeputy)).map(({ noticeId }) => noticeId)).toEqual([told?.noticeId]);
    expect((await confirm(people.policeDeputy)).status).toBe(204);
  });

  test('heard twice, it is decided and told once', async () => {
    await changes({});
    const lineId = await asked();
    await consent.state({ state: 'withdrawn' });
    await Promise.all([consent.hear(), consent.hear()]).catch(() => consent.hear());
    await consent.hear();
    expect(await lines.outcomes(lineId)).toEqual(['PERMIT', 'DENY']);
    expect(await sharing.query('SELECT 1 FROM consent_notice WHERE enquiry_id = $1', [enquiry.enquiryId])).toHaveLength(
      1,
    );
  });

  describe('an open REVIEW', () => {
    test('whose question changed is asked anew, and the old one is answered by nobody', async () => {
      await changes({ state: 'not_sought', givenBy: 'not_applicable', how: undefined });
      const lineId = await asked({ category: 'health-injuries', agencyId: DEMO_AGENCIES.health });
      await changes({ state: 'refused' });
      const [old, anew] = await reviews(lineId);
      expect([old?.state, anew?.state, anew?.rule]).toEqual(['superseded', 'open', 'R-CONS-02']);
      expect((await answer(old?.reviewId ?? '')).body.code).toBe('SHARING.REVIEW_SUPERSEDED');
      expect((await answer(anew?.reviewId ?? '')).status).toBe(204);
    });

    test('is not let through by a later yes: it says that consent changed, and waits for "Ask again"', async () => {
      const givenById = enquiry.mother();
      await changes({ state: 'refused', givenById });
      const lineId = await asked();
      await changes({ givenById });
      expect(await lines.outcomes(lineId)).toEqual(['REVIEW']);
      const [open] = await reviews(lineId);
      const page = await sharing.as(people.manager)('get', `/reviews/${open?.reviewId ?? ''}`);
      expect(page.body).toMatchObject({ consent: 'refused', consentChanged: true });
      expect((await askAgain(lineId)).body).toMatchObject({ outcome: 'PERMIT' });
      expect(await lines.outcomes(lineId)).toEqual(['REVIEW', 'PERMIT']);
      expect(await reviews(lineId)).toMatchObject([{ state: 'superseded' }]);
    });
  });

  test('a REVIEW says that consent changed also where somebody was matched before it did', async () => {
    await changes({ state: 'refused' });
    const lineId = await asked();
    const [open] = await reviews(lineId);
    const found = newId();
    enquiry.factsAre({
      decision: { threshold: 's17', colour: 'amber', urgent: false },
      child: { personId: found, formerIds: [enquiry.personId] },
    });
    const page = async () =>
      (await sharing.as(people.manager)('get', `/reviews/${open?.reviewId ?? ''}`)).body as object;
    expect(await page()).toMatchObject({ consentChanged: false });
    await consent.state({ personId: found, state: 'withdrawn' });
    expect(await page()).toMatchObject({ consentChanged: true });
  });

  describe('"Ask again"', () => {
    test('asks what was recalled once consent is given again, and not before', async () => {
      const givenById = enquiry.mother();
      await changes({ givenById });
      const lineId = await asked();
      await changes({ state: 'withdrawn', givenById });
      expect((await askAgain(lineId)).body.code).toBe('SHARING.NOTHING_CHANGED');
      await changes({ how: 'written', givenById });
      expect(await lines.outcomes(lineId)).toEqual(['PERMIT', 'DENY']);
      expect((await askAgain(lineId)).body).toMatchObject({ outcome: 'PERMIT' });
      expect((await askAgain(lineId)).body.code).toBe('SHARING.ALREADY_PERMITTED');
    });

    test('does not put a refused question to a releaser again while nothing has changed', async () => {
      await changes({ state: 'refused' });
      const lineId = await asked();
      expect((await answer((await reviews(lineId))[0]?.reviewId ?? '', 'refuse')).status).toBe(204);
      expect((await askAgain(lineId)).body.code).toBe('SHARING.NOTHING_CHANGED');
    });

    test('is a question of whoever pressed it: they answer no REVIEW that comes of it, and override none, also once it was decided again', async () => {
      await changes({ state: 'refused' });
      const lineId = await asked({ purpose: 'SCREEN' });
      const newestReview = async () => (await reviews(lineId)).at(-1)?.reviewId ?? '';
      expect((await answer(await newestReview(), 'refuse', people.deputyManager)).status).toBe(204);
      await changes({ state: 'refused', how: 'written' });
      expect((await askAgain(lineId, people.manager)).body).toMatchObject({ outcome: 'REVIEW' });
      expect((await answer(await newestReview())).body.code).toBe('SHARING.SELF_RELEASE');
      const waits = await sharing.as(people.manager)('get', `/reviews/${await newestReview()}`);
      expect(waits.body).toMatchObject({ mayAnswer: false, mayOverride: false });
      const waiting = async (as: typeof people.manager) => {
        const { body } = await sharing.as(as)('get', '/reviews');
        return (body as { reviews: { about: { id: string } }[] }).reviews.filter(({ about }) => about.id === lineId);
      };
      expect([await waiting(people.manager), await waiting(people.deputyManager)]).toEqual([[], [expect.anything()]]);
      const before = (await reviews(lineId)).length;
      const newer = {
        threshold: 'none',
        ratingVersion: 2,
        thresholdVersion: 2,
        colour: 'amber',
        urgent: false,
      } as const;
      enquiry.factsAre({ decision: newer });
      const { hearRated, rated } = newerFactsOf(sharing, enquiry);
      await hearRated(rated(2));
      expect((await reviews(lineId)).length).toBeGreaterThan(before);
      expect((await answer(await newestReview())).body.code).toBe('SHARING.SELF_RELEASE');
      expect((await answer(await newestReview(), 'release', people.deputyManager)).status).toBe(204);
    });

    test('is not there for an agency, another partnership, or a line nobody knows', async () => {
      await changes({ state: 'refused' });
      const lineId = await asked();
      for (const as of [people.policeLiaison, people.otherAnalyst, people.igOfficer])
        expect((await askAgain(lineId, as)).status).toBe(404);
      expect((await askAgain(newId())).status).toBe(404);
    });
  });

  test('a line that is proposed while somebody withdraws never goes out on the old yes', async () => {
    await changes({});
    const { line, event } = await proposedLine(enquiry, { purpose: 'S17' });
    const both = await Promise.allSettled([lines.react(event), consent.state({ state: 'withdrawn' })]);
    if (both[0].status === 'rejected') await lines.react(event);
    await consent.hear();
    expect((await lines.outcomes(line.lineId)).at(-1)).toBe('DENY');
  });

  test('a line waits for the consent that its asker saw, and for what came with the contact', async () => {
    await changes({});
    const { event } = await proposedLine(enquiry, { purpose: 'S17', consentVersion: 2 });
    await expect(lines.react(event)).rejects.toThrow('CONSENT_NOT_SEEN_YET');
    await changes({ state: 'refused' });
    await lines.react(event);
    expect(await lines.outcomes(event.data.lineId)).toEqual(['REVIEW']);
    const { event: early } = await proposedLine(enquiry, { purpose: 'S17' });
    const decision = { threshold: 's17', colour: 'amber', urgent: false } as const;
    enquiry.factsAre({ decision, intake: { consentStatementIds: [newId()] } });
    await expect(lines.react(early)).rejects.toThrow('CONSENT_NOT_SEEN_YET');
  });
});
