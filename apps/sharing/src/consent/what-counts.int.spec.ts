import {
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  newId,
  type Consents,
  type ConsentNotices,
  type ConsentPreview,
  type IntakeFacts,
} from '@mash/contracts';
import { people } from '@mash/testing';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest, type ForATest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

const ADULT = {
  ...{
    kind: 'adult',
    relation: 'household',
    identity: 'confirmed',
    competence: 'yes',
    objects: false,
    dispute: 'none',
  },
  ...{ parentalResponsibilityProven: false, protected: [] },
} satisfies Partial<IntakeFacts['people'][number]>;

describe('What counts of what was said', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let consent: ForATest['consent'];
  let lines: ForATest['lines'];
  forEachTest((its) => ({ sharing, enquiry, lines, consent } = its));
  beforeEach(() => {
    enquiry.factsAre({ decision: { threshold: 's17', colour: 'amber', urgent: false } });
  });

  const asked = (change: Parameters<typeof lines.decided>[1] = {}) =>
    lines.decided(enquiry, { purpose: 'S17', ...change });
  const changes = async (said: Parameters<typeof consent.state>[0]) => {
    await consent.state(said);
    await consent.hear();
  };
  const came = async (said: Parameters<typeof consent.came>[0]) => {
    await consent.came(said);
    await consent.hear();
  };
  const notices = async (as: typeof people.policeLiaison) =>
    ((await sharing.as(as)('get', '/consent-notices')).body as ConsentNotices).notices.filter(
      ({ enquiryId }) => enquiryId === enquiry.enquiryId,
    );

  const intakePath = () => `/contact-intake/facts/enquiries/${enquiry.enquiryId}`;

  test('a mother who is named takes back the yes that came with the contact and named nobody', async () => {
    const motherId = newId();
    const adult = { ...ADULT, personId: motherId };
    const path = `/contact-intake/facts/enquiries/${enquiry.enquiryId}`;
    const intake = sharing.others.answers.get(path) as IntakeFacts;
    sharing.others.answers.set(path, { ...intake, people: [...intake.people, adult] });
    await came({ state: 'given', givenBy: 'parent_with_pr' });
    const lineId = await asked({ agencyId: DEMO_AGENCIES.police, category: 'police-incidents' });
    expect(await lines.outcomes(lineId)).toEqual(['PERMIT']);
    await changes({ state: 'withdrawn', givenById: motherId });
    expect(await lines.outcomes(lineId)).toEqual(['PERMIT', 'DENY']);
    expect(await notices(people.policeLiaison)).toHaveLength(1);
    expect((await consent.list()).body).toMatchObject({
      standing: expect.arrayContaining([
        expect.objectContaining({ personId: enquiry.personId, kind: 'sharing', state: 'withdrawn', dispute: false }),
      ]),
    });
  });

  test('a refusal that came with the contact and says nobody is a refusal: a manager decides', async () => {
    await came({ state: 'refused', givenBy: 'not_applicable' });
    const lineId = await asked({ category: 'education-attendance', agencyId: DEMO_AGENCIES.school });
    expect(await lines.outcomes(lineId)).toEqual(['REVIEW']);
    expect((await lines.kept(lineId)).at(-1)).toMatchObject({ rule: 'R-CONS-02' });
  });

  test('what is passed on again because somebody was matched does not bring back what was taken back since', async () => {
    const at = new Date(Date.now() - 3_600_000).toISOString();
    await came({ state: 'given', givenBy: 'parent_with_pr', statedAt: at, writtenAt: at });
    await changes({ state: 'withdrawn' });
    await came({ state: 'given', givenBy: 'parent_with_pr', statedAt: at, writtenAt: at });
    await came({ state: 'given', givenBy: 'parent_with_pr', statedAt: at });
    expect((await consent.list()).body).toMatchObject({
      standing: expect.arrayContaining([expect.objectContaining({ kind: 'sharing', state: 'withdrawn' })]),
    });
  });

  test('what is passed on again is listed once, and a manager need not accept its ground again', async () => {
    const at = new Date(Date.now() - 3_600_000).toISOString();
    const notAsked = { state: 'not_sought', ground: 'NS_TEXT', givenBy: 'not_applicable' } as const;
    const [statementId, again] = [newId(), newId()];
    await came({ ...notAsked, statementId, statedAt: at, writtenAt: at });
    const accept = { accepted: true, sealedReason: await consent.sealedReason(statementId, people.manager) };
    const path = `/enquiries/${enquiry.enquiryId}/consents/${statementId}/ground`;
    expect((await sharing.as(people.manager)('post', path, accept)).status).toBe(204);
    await came({ ...notAsked, statementId: again, statedAt: at, writtenAt: at });
    const { statements, standing } = (await consent.list()).body as Consents;
    expect(statements.map((one) => one.statementId)).toEqual([statementId]);
    expect(standing.find(({ kind, personId }) => kind === 'sharing' && personId === enquiry.personId)).toMatchObject({
      ...{ state: 'not_sought', groundCounts: true },
    });
  });

  test('what was said under the record of another of the roster counts for neither, until it is said again', async () => {
    const [record, other] = [enquiry.personId, newId()];
    const yes = await consent.state({});
    const linkedBack = new Date().toISOString();
    const wrongly = { personId: other, until: linkedBack, certain: false };
    const [child] = (sharing.others.answers.get(intakePath()) as IntakeFacts).people;
    const intake = {
      people: [child!, { ...child!, personId: other }],
      idsOfSeveral: [{ id: record, stood: [wrongly, { personId: record, from: linkedBack, certain: true }] }],
    };
    enquiry.factsAre({ decision: { threshold: 's17', colour: 'amber', urgent: false }, intake });
    const listed = async () => {
      const { statements, standing } = (await consent.list()).body as Consents;
      const ofSharing = standing.filter(({ kind }) => kind === 'sharing');
      return { statements, standing: ofSharing.map(({ personId, state }) => [personId, state]) };
    };
    expect(await listed()).toMatchObject({
      statements: [{ statementId: yes, personId: other, state: 'given', weight: 'not_heard', whoseIsUnclear: true }],
      standing: [
        [record, 'unknown'],
        [other, 'unknown'],
      ],
    });
    await consent.state({ personId: record });
    expect((await listed()).standing).toEqual([
      [record, 'given'],
      [other, 'unknown'],
    ]);
  });

  test('who was told is on the page of whoever the person turned out to be since', async () => {
    await changes({});
    await asked();
    await changes({ state: 'withdrawn' });
    const told = async () => ((await consent.list()).body as Consents).notices.map(({ personId }) => personId);
    expect(await told()).toEqual([enquiry.personId]);
    const found = newId();
    enquiry.factsAre({ child: { personId: found, formerIds: [enquiry.personId] } });
    expect(await told()).toEqual([found]);
  });

  test('each statement says what it counts for: the later no of somebody who may not speak for the child counts for nothing', async () => {
    const yes = await consent.state({ state: 'given' });
    const no = await consent.state({ state: 'refused', givenBy: 'other' });
    const { statements } = (await consent.list()).body as Consents;
    expect(statements.map(({ statementId, weight }) => [statementId, weight])).toEqual([
      [no, 'not_heard'],
      [yes, 'counts'],
    ]);
  });

  describe('what they were told, where it came with the contact', () => {
    const told = { told: 'That the school would be asked.' };
    const sealedFor = async (noteId: string, content: object = told) => {
      const { contactId } = enquiry;
      const header = { typ: 'consent', partnershipId: DEMO_PARTNERSHIP, version: 1, contactId, noteId } as const;
      const sealed = await enquiry.seal<'consent'>(header, { content, by: people.teacher.id });
      sharing.others.answers.set(`/contact-intake/facts/consents/${noteId}`, { statementId: noteId, sealed });
      return sealed;
    };
    const open = async (statementId: string) => {
      const { statements } = (await consent.list()).body as Consents;
      const { sealed, sealedAs } = statements.find((one) => one.statementId === statementId) ?? {};
      const envelopes = [{ typ: sealedAs, envelopeId: statementId, version: 1, noteId: statementId, sealed }];
      return enquiry.release(envelopes, { purpose: 'S17' });
    };

    test('is kept sealed beside the statement, and opens to the hub by a release', async () => {
      const statementId = newId();
      await sealedFor(statementId);
      await came({ statementId, hasWords: true });
      expect(JSON.stringify(await sharing.query('SELECT * FROM consent_statement'))).not.toContain('school would be');
      expect((await open(statementId)).body).toMatchObject({ items: [{ visibility: 'shown', content: told }] });
    });

    test('does not open beside another statement than its own', async () => {
      const [statementId, other] = [newId(), newId()];
      await sealedFor(statementId);
      const path = (id: string) => `/contact-intake/facts/consents/${id}`;
      sharing.others.answers.set(path(other), sharing.others.answers.get(path(statementId)));
      await came({ statementId: other, hasWords: true, kind: 'service' });
      expect(JSON.stringify((await open(other)).body)).not.toContain('school would be');
    });

    test('is waited for while its owner is down, and a refusal is heard without it where the contact was erased', async () => {
      const statementId = newId();
      sharing.others.down.set('contact-intake', 'broken');
      await expect(consent.came({ statementId, hasWords: true })).rejects.toThrow();
      sharing.others.down.delete('contact-intake');
      await came({ statementId, hasWords: true, state: 'refused' });
      const { statements } = (await consent.list()).body as Consents;
      expect(statements.map(({ state, sealed }) => [state, sealed])).toEqual([['refused', undefined]]);
    });

    test('under the id of another statement it shows as a failure, and is not dropped', async () => {
      const statementId = await consent.state({});
      await expect(consent.came({ statementId, state: 'refused' })).rejects.toThrow('CONSENT_ID_TAKEN');
    });
  });

  describe('before it changes', () => {
    const preview = async (said: object, as: typeof people.analyst = people.analyst) => {
      const body = { personId: enquiry.personId, kind: 'sharing', givenBy: 'parent_with_pr', bodies: [], ...said };
      return sharing.as(as)('post', `/enquiries/${enquiry.enquiryId}/consents/preview`, body);
    };

    test('the preview says what it would recall and whom it would tell, and keeps nothing but an audit entry', async () => {
      await changes({});
      const lineId = await asked({ agencyId: DEMO_AGENCIES.police, category: 'police-incidents' });
      const counted = () =>
        sharing.query(`SELECT (SELECT count(*) FROM consent_statement) + (SELECT count(*) FROM sharing_decision)
        + (SELECT count(*) FROM review) + (SELECT count(*) FROM consent_notice) AS kept`);
      const before = await counted();
      const shown = (await preview({ state: 'withdrawn' })).body as ConsentPreview;
      expect(shown).toMatchObject({
        before: { state: 'given' },
        after: { state: 'withdrawn' },
        lines: [{ lineId, now: 'PERMIT', then: 'DENY', effect: 'recalled' }],
        told: [DEMO_AGENCIES.police],
      });
      expect(await counted()).toEqual(before);
      const audited = await sharing.query(
        `SELECT 1 FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS put_down
          WHERE envelope -> 'data' ->> 'action' = 'consent.preview' AND envelope -> 'data' ->> 'enquiryId' = $1`,
        [enquiry.enquiryId],
      );
      expect(audited).toHaveLength(1);
    });

    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const noonOf = (day: string) => `${day}T12:00:00.000Z`;

    test('a withdrawal of an earlier day than the yes recalls nothing, and the preview promises none', async () => {
      const givenById = enquiry.mother();
      await changes({ givenById });
      const lineId = await asked();
      const withdrawn = { state: 'withdrawn' as const, statedAt: noonOf(yesterday), givenById };
      const shown = (await preview(withdrawn)).body as ConsentPreview;
      expect(shown).toMatchObject({ after: { state: 'given' }, lines: [{ lineId, effect: 'stays' }], told: [] });
      await changes(withdrawn);
      expect(await lines.outcomes(lineId)).toEqual(['PERMIT']);
    });

    test('of one day the later recorded counts, in the preview and in the record, whatever hour was put to it', async () => {
      await changes({ statedAt: `${yesterday}T16:30:00.000Z` });
      const lineId = await asked();
      const withdrawn = { state: 'withdrawn' as const, statedAt: noonOf(yesterday) };
      const shown = (await preview(withdrawn)).body as ConsentPreview;
      expect(shown).toMatchObject({ after: { state: 'withdrawn' }, lines: [{ lineId, effect: 'recalled' }] });
      await changes(withdrawn);
      expect(await lines.outcomes(lineId)).toEqual(['PERMIT', 'DENY']);
      await changes({ statedAt: noonOf(yesterday), how: 'written' });
      expect((await consent.list()).body).toMatchObject({
        standing: expect.arrayContaining([expect.objectContaining({ kind: 'sharing', state: 'given' })]),
      });
    });

    test('a later yes that leaves a body out recalls what it was asked and tells it, and the hub is in neither list', async () => {
      await changes({});
      const lineId = await asked({ agencyId: DEMO_AGENCIES.police, category: 'police-incidents' });
      const narrower = { bodies: [DEMO_AGENCIES.council, DEMO_AGENCIES.school] };
      const shown = (await preview({ state: 'given', ...narrower })).body as ConsentPreview;
      expect(shown).toMatchObject({ lines: [{ lineId, effect: 'held' }], told: [DEMO_AGENCIES.police] });
      await changes({ ...narrower, how: 'written' });
      expect(await notices(people.policeLiaison)).toMatchObject([{ state: 'withdrawn', holds: ['request'] }]);
      const all = await sharing.query('SELECT agency_id FROM consent_notice WHERE enquiry_id = $1', [
        enquiry.enquiryId,
      ]);
      expect(all).toEqual([{ agency_id: DEMO_AGENCIES.police }]);
    });

    test('is refused of tomorrow, as the record would be', async () => {
      const statedAt = new Date(Date.now() + 86_400_000).toISOString();
      const answered = await preview({ state: 'withdrawn', statedAt });
      expect([answered.status, answered.body.code]).toEqual([422, 'CONSENT.IN_FUTURE']);
    });

    test('is refused about somebody who is not on the roster, and to those who may not know', async () => {
      expect((await preview({ state: 'given', personId: newId() })).body.code).toBe('CONSENT.PERSON_NOT_ON_ROSTER');
      for (const as of [people.policeLiaison, people.otherAnalyst])
        expect((await preview({ state: 'given' }, as)).status).toBe(404);
    });
  });
});
