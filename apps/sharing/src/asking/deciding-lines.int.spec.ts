import { endOfLondonDay } from '@mash/clocks';
import { DEMO_AGENCIES, DEMO_PARTNERSHIP, newId } from '@mash/contracts';
import type { ReleasedReviews, RequestProposedV1, Review } from '@mash/contracts';
import { people } from '@mash/testing';
import { establish } from '../../testing/a-partnership';
import { hashOf, linesWith, opensRequest, proposedLine } from '../../testing/a-line';
import { consentWith } from '../../testing/a-consent';
import { AnEnquiry } from '../../testing/an-enquiry';
import { releaseAllOnCondition } from '../../testing/release-on-condition';
import { startSharing } from '../../testing/start-sharing';
import type { Sharing } from '../../testing/start-sharing';

describe('A line that is proposed', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await startSharing();
    await establish(sharing);
  });
  afterAll(() => sharing.close());

  const proposed = proposedLine;
  const react = (event: RequestProposedV1) => linesWith(sharing).react(event);
  const announced = (lineId: string) => linesWith(sharing).announced(lineId);
  const outcomes = (lineId: string) => linesWith(sharing).outcomes(lineId);
  const kept = (lineId: string) => linesWith(sharing).kept(lineId);
  /** Below section 47, where nobody has said anything about consent, a human answers. */
  const aReview = async () => {
    const enquiry = await AnEnquiry.begin(sharing);
    enquiry.factsAre({ decision: { threshold: 's17', colour: 'amber', urgent: false } });
    const { line, event } = await proposed(enquiry, { purpose: 'S17' });
    await react(event);
    const reviews = await sharing.query<{ reviewId: string; releaser: string }>(
      'SELECT review_id AS "reviewId", releaser FROM review WHERE enquiry_id = $1',
      [enquiry.enquiryId],
    );
    return { enquiry, line, lineId: line.lineId, reviews };
  };
  const answer = async (enquiry: AnEnquiry, reviewId: string, words: string, as: typeof people.manager) => {
    const header = {
      typ: 'review',
      version: 1,
      partnershipId: DEMO_PARTNERSHIP,
      enquiryId: enquiry.enquiryId,
      reviewId,
    } as const;
    const sealedReason = await enquiry.seal<'review'>(header, {
      content: { reason: 'Because' },
      by: as.id,
    });
    const ground = words === 'refuse' ? 'not_necessary' : 'necessary_and_proportionate';
    return sharing.as(as)('post', `/reviews/${reviewId}/answer`, { answer: words, ground, sealedReason });
  };

  test('is permitted under an agreement, with reasons kept, and is decided once however often it is heard', async () => {
    const { line, event } = await proposed(await AnEnquiry.begin(sharing));
    await Promise.all([react(event), react(event)]);
    expect(await outcomes(line.lineId)).toEqual(['PERMIT']);
    const [decision] = await kept(line.lineId);
    expect(decision?.reasons.length).toBeGreaterThan(0);
  });

  test('about a child under 13 whom the concern names with sexual harm goes to the police, though consent was refused', async () => {
    const enquiry = await AnEnquiry.begin(sharing);
    const decision = { threshold: 's17', colour: 'amber', urgent: false } as const;
    enquiry.factsAre({ decision, child: { sign: 'u13_sexual' }, intake: { issues: ['sexual-harm'] } });
    await consentWith(sharing, enquiry).state({ state: 'refused' });
    const asked = { agencyId: DEMO_AGENCIES.police, category: 'police-incidents', purpose: 'S17' } as const;
    const { line, event } = await proposed(enquiry, asked);
    await react(event);
    expect(await outcomes(line.lineId)).toEqual(['PERMIT']);
    expect((await kept(line.lineId))[0]?.reasons).toContain('UNDER_13');
  });

  test('about an unborn child without siblings waits until the end of that London day, whatever the colour', async () => {
    const enquiry = await AnEnquiry.begin(sharing);
    enquiry.factsAre({ decision: { threshold: 's17', colour: 'green', urgent: false }, child: { kind: 'unborn' } });
    const { event, line } = await proposed(enquiry, { purpose: 'S17' });
    await react(event);
    expect((await kept(line.lineId))[0]?.reasons).toContain('UNBORN_BASIS');
    const [unborn, other] = await sharing.query<{ raised: Date; due: Date }>(
      `SELECT raised_at AS raised, due_at AS due FROM review WHERE enquiry_id = $1 ORDER BY rule <> 'R-KIND-01a'`,
      [enquiry.enquiryId],
    );
    if (unborn === undefined || other === undefined) throw new Error('Consent is unknown too: there are two to answer');
    const leastLate = unborn.raised.getTime() + 15 * 60_000;
    expect(unborn.due).toEqual(new Date(Math.max(endOfLondonDay(unborn.raised).getTime(), leastLate)));
    expect(other.due > unborn.due).toBe(true);
  });

  test('is kept with source, author, time and version of each fact it rests on, and with no value of theirs', async () => {
    const enquiry = await AnEnquiry.begin(sharing);
    const judged = { by: people.manager.id, at: '2026-11-23T09:00:00.000Z' };
    enquiry.factsAre({ decision: { threshold: 's47', thresholdVersion: 2, thresholdJudged: judged } });
    const { line, event } = await proposed(enquiry);
    await react(event);

    const path = `/enquiries/${enquiry.enquiryId}/sharing-decisions`;
    const { body } = await sharing.as(people.igOfficer)('get', path);
    const { restsOn } = (body as { decisions: { restsOn: Record<string, unknown>[] }[] }).decisions[0] ?? {
      restsOn: [],
    };

    expect(restsOn).toContainEqual({
      ...{ source: 'decision', author: judged.by, at: judged.at, version: 2, facts: ['threshold'] },
      words: ['threshold reached'],
    });
    expect(restsOn).toContainEqual(
      expect.objectContaining({ source: 'request line', author: people.analyst.id, at: line.askedAt }),
    );
    const ofAgreement = restsOn.find(({ source }) => String(source).startsWith('agreement '));
    expect(ofAgreement).toMatchObject({ version: 1, facts: expect.arrayContaining(['agreement']) });
    const facts = restsOn.flatMap((one) => one['facts'] as string[]);
    expect(new Set(facts).size).toBe(facts.length);
    expect(facts).toEqual(expect.arrayContaining(['consent', 'toKind', 'subjectKind', 'dataClass', 'flags', 'mode']));
    const values = restsOn.map(({ words: _words, ...rest }) => rest);
    expect(JSON.stringify(values)).not.toMatch(/s47|education-attendance|u13/);
  });

  test('is denied where the text to be read is not the one recorded', async () => {
    const { line, event } = await proposed(await AnEnquiry.begin(sharing), { textRecorded: hashOf('Another why') });
    await react(event);
    expect(await kept(line.lineId)).toMatchObject([{ outcome: 'DENY', rule: expect.stringMatching(/^R-PUR-01/) }]);
  });

  test('waits while an owner is behind the versions it names, and while the contact is not heard of', async () => {
    const enquiry = await AnEnquiry.begin(sharing);
    const ahead = await proposed(enquiry, { ratingVersion: 2 });
    await expect(react(ahead.event)).rejects.toThrow('FACTS_NOT_SEEN_YET');
    enquiry.factsAre({ decision: { ratingVersion: 2 } });
    await react(ahead.event);
    expect(await outcomes(ahead.line.lineId)).toEqual(['PERMIT']);
    const early = await proposed(enquiry);
    early.event.data.enquiryId = newId();
    await expect(react(early.event)).rejects.toThrow('CONTACT_NOT_SEEN_YET');
    expect(await kept(early.line.lineId)).toEqual([]);
  });

  test('goes to a human, and is never denied, once an owner cannot be had for a quarter of an hour', async () => {
    const enquiry = await AnEnquiry.begin(sharing);
    const { line, event } = await proposed(enquiry);
    sharing.others.answers.delete(`/contact-intake/facts/enquiries/${enquiry.enquiryId}`);
    sharing.others.answers.delete(`/decision/facts/enquiries/${enquiry.enquiryId}`);
    await expect(react(event)).rejects.toThrow('ENQUIRY_NOT_SEEN_YET');

    event.data.proposedAt = new Date(Date.now() - 15 * 60_000).toISOString();
    await react(event);

    expect(await kept(line.lineId)).toMatchObject([{ outcome: 'REVIEW', rule: 'R-GATE-02' }]);
    expect((await kept(line.lineId))[0]?.reasons).toContain('FACT_UNKNOWN');
    const [waiting] = await sharing.query<{ reviewId: string }>(
      'SELECT review_id AS "reviewId" FROM review WHERE enquiry_id = $1',
      [enquiry.enquiryId],
    );
    const read = await sharing.as(people.manager)('get', `/reviews/${waiting?.reviewId ?? ''}`);
    const { reasons } = read.body as Review;
    expect(reasons.find(({ code }) => code === 'FACT_UNKNOWN')?.sentence).toMatch(
      /^Not known yet: the threshold reached/,
    );
    const [review] = await sharing.query<{ waits: boolean }>(
      `SELECT due_at <= raised_at + interval '15 minutes' AS waits FROM review WHERE enquiry_id = $1`,
      [enquiry.enquiryId],
    );
    expect(review).toEqual({ waits: true });
  });

  test('goes to a human once an owner has been behind for a quarter of an hour, and is decided on its newest word then', async () => {
    const enquiry = await AnEnquiry.begin(sharing);
    const { line, event } = await proposed(enquiry, { ratingVersion: 2 });
    event.data.proposedAt = new Date(Date.now() - 15 * 60_000).toISOString();
    await react(event);
    expect(await outcomes(line.lineId)).toEqual(['REVIEW']);

    const [review] = await sharing.query<{ reviewId: string }>(
      'SELECT review_id AS "reviewId" FROM review WHERE enquiry_id = $1',
      [enquiry.enquiryId],
    );
    expect((await answer(enquiry, review?.reviewId ?? '', 'release', people.manager)).status).toBe(204);
    expect(await outcomes(line.lineId)).toEqual(['REVIEW', 'PERMIT']);

    const released = (as: typeof people.manager) => sharing.as(as)('get', '/released-reviews');
    const { body } = await released(people.igOfficer);
    expect((body as ReleasedReviews).released[0]).toMatchObject({
      ...{ reviewId: review?.reviewId, enquiryId: enquiry.enquiryId, enquiryReference: 'E-2345678' },
      ...{ answeredBy: people.manager.id, ground: 'necessary_and_proportionate' },
    });
    for (const other of [people.policeLiaison, people.otherAnalyst])
      expect((await released(other)).body).toEqual({ released: [] });
    const police = (await sharing.as(people.policeLiaison)('get', '/reviews')).body as Record<'watched', Review[]>;
    expect(police.watched.filter(({ releaserAgencyId }) => releaserAgencyId === undefined)).toEqual([]);
    const listed = (await sharing.as(people.manager)('get', '/reviews')).body as Record<
      'reviews' | 'watched',
      Review[]
    >;
    for (const { enquiryReference } of [...listed.reviews, ...listed.watched]) expect(enquiryReference).toMatch(/^E-/);
  });

  test('that needs a human is released by all its releasers, though they answer at once, and not twice', async () => {
    const { enquiry, lineId, reviews } = await aReview();
    expect(await outcomes(lineId)).toEqual(['REVIEW']);
    expect(reviews.length).toBeGreaterThan(0);
    const path = `/enquiries/${enquiry.enquiryId}/sharing-decisions`;
    expect((await sharing.as(people.analyst)('get', path)).body).toMatchObject({
      decisions: [{ outcome: 'REVIEW', releaser: 'hub_manager', dueAt: expect.any(String) as string }],
    });
    const releaserOf = (releaser: string) => (releaser === 'IG' ? people.igOfficer : people.manager);
    const answers = await Promise.all(
      reviews.map(({ reviewId, releaser }) => answer(enquiry, reviewId, 'release', releaserOf(releaser))),
    );
    expect(answers.map(({ status }) => status)).toEqual(reviews.map(() => 204));
    expect(await announced(lineId)).toHaveLength(2);
    expect((await announced(lineId)).at(-1)).toMatchObject({ byPerson: true });
    const again = await answer(enquiry, reviews[0]?.reviewId ?? '', 'release', people.manager);
    expect([again.status, again.body.code].join(' ')).toMatch(/^409 |^403 |^404 /);
  });

  test('is answered once where two managers answer it at once, one yes and the other no', async () => {
    const { enquiry, lineId, reviews } = await aReview();
    const [review] = reviews.filter(({ releaser }) => releaser !== 'IG');
    const both = await Promise.all([
      answer(enquiry, review?.reviewId ?? '', 'release', people.manager),
      answer(enquiry, review?.reviewId ?? '', 'refuse', people.deputyManager),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    const [{ state } = { state: '' }] = await sharing.query<{ state: string }>(
      'SELECT state FROM review WHERE review_id = $1',
      [review?.reviewId],
    );
    expect(state).toBe(both[0].status === 204 ? 'released' : 'refused');
    expect((await outcomes(lineId)).length).toBeLessThanOrEqual(2);
  });

  test('released on a condition tells it to the agency that is asked, and to no column', async () => {
    const { enquiry, line } = await aReview();
    await releaseAllOnCondition(enquiry, 'Ask the head alone.');
    const released = await opensRequest(sharing, line);
    expect(released.body).toMatchObject({ items: [{ visibility: 'shown', condition: 'Ask the head alone.' }] });
    expect(JSON.stringify(await sharing.query('SELECT * FROM review'))).not.toContain('head');
  });

  test('is not released by whoever asked, and a refusal is announced as DENY', async () => {
    const { enquiry, lineId, reviews } = await aReview();
    const reviewId = reviews[0]?.reviewId ?? '';
    const self = await answer(enquiry, reviewId, 'release', people.analyst);
    expect([self.status, self.body.code]).toEqual([403, 'SHARING.SELF_RELEASE']);
    expect((await answer(enquiry, reviewId, 'refuse', people.manager)).status).toBe(204);
    expect(await outcomes(lineId)).toEqual(['REVIEW', 'DENY']);
  });

  /** Below section 47 a refusal waits for a manager; `OV_WELFARE` outweighs it between bound bodies. */
  const aRefusedLine = async () => {
    const enquiry = await AnEnquiry.begin(sharing);
    enquiry.factsAre({ decision: { threshold: 's17', colour: 'amber', urgent: false } });
    sharing.others.access.set(people.deputyManager.id, { access: 'ordinary', audience: 'hub_manager' });
    await consentWith(sharing, enquiry).state({ state: 'refused' });
    const { line, event } = await proposed(enquiry, { purpose: 'S17' });
    await react(event);
    const [decision] = await sharing.query<{ id: string; reasons: string[] }>(
      'SELECT sharing_decision_id AS id, reasons FROM sharing_decision WHERE about_id = $1',
      [line.lineId],
    );
    return { enquiry, lineId: line.lineId, decisionId: decision?.id ?? '', reasons: decision?.reasons ?? [] };
  };
  const freshly = (person: typeof people.manager) => ({ ...person, signedInAt: Math.floor(Date.now() / 1000) });
  const overrideOf = async (enquiry: AnEnquiry, decisionId: string, strikes: string[]) => {
    const overrideId = newId();
    const ids = { partnershipId: DEMO_PARTNERSHIP, enquiryId: enquiry.enquiryId, reviewId: overrideId };
    const header = { typ: 'review', version: 1, ...ids } as const;
    const sealedReason = await enquiry.seal<'review'>(header, { content: { reason: 'Why' }, by: people.manager.id });
    const body = { overrideId, grounds: ['OV_WELFARE'], strikes, sealedReason };
    const put = await sharing.as(freshly(people.manager))('post', `/sharing-decisions/${decisionId}/override`, body);
    return { overrideId, put };
  };

  test('that a parent refused is asked all the same once two managers override the refusal, and nothing else of it changes', async () => {
    const { enquiry, lineId, decisionId, reasons } = await aRefusedLine();
    expect([await outcomes(lineId), reasons]).toEqual([['REVIEW'], expect.arrayContaining(['CONSENT_REFUSED'])]);
    const { overrideId, put } = await overrideOf(enquiry, decisionId, ['CONSENT_REFUSED']);
    expect([put.status, put.body]).toEqual([201, { overrideId, state: 'waiting' }]);
    expect(await outcomes(lineId)).toEqual(['REVIEW']);
    const second = sharing.as(freshly(people.deputyManager));
    expect((await second('post', `/overrides/${overrideId}/confirm`, { answer: 'confirm' })).status).toBe(204);
    expect(await announced(lineId)).toMatchObject([
      { outcome: 'REVIEW', byPerson: false },
      { outcome: 'PERMIT', byPerson: true, supersedes: decisionId },
    ]);
    expect((await kept(lineId)).at(-1)?.reasons).toContain('OVERRIDDEN');
    const states = await sharing.query('SELECT DISTINCT state FROM review WHERE enquiry_id = $1', [enquiry.enquiryId]);
    expect(states).toEqual([{ state: 'overridden' }]);
    const { body } = await second('get', `/overrides/${overrideId}`);
    expect(body).toMatchObject({ outcome: 'PERMIT', state: 'in_force' });
  });

  test('that a manager has refused opens by an override of others, and an override that would open nothing is refused', async () => {
    const { enquiry, lineId, decisionId } = await aRefusedLine();
    const [review] = await sharing.query<{ reviewId: string }>(
      'SELECT review_id AS "reviewId" FROM review WHERE sharing_decision_id = $1',
      [decisionId],
    );
    expect((await answer(enquiry, review?.reviewId ?? '', 'refuse', people.deputyManager)).status).toBe(204);
    enquiry.factsAre({ decision: { threshold: 's17' }, child: { identity: 'possible' } });
    const nothing = await overrideOf(enquiry, decisionId, ['CONSENT_REFUSED']);
    expect([nothing.put.status, nothing.put.body.code]).toEqual([422, 'SHARING.OVERRIDE_OPENS_NOTHING']);
    enquiry.factsAre({ decision: { threshold: 's17' } });
    const { overrideId, put } = await overrideOf(enquiry, decisionId, ['CONSENT_REFUSED']);
    expect(put.status).toBe(201);
    await sharing.as(freshly(people.deputyManager))('post', `/overrides/${overrideId}/confirm`, { answer: 'confirm' });
    // Whoever refused it is no bar to confirming: neither asked nor proposed it.
    expect(await outcomes(lineId)).toEqual(['REVIEW', 'DENY', 'PERMIT']);
  });
});
