import { newId, type Consents, type IntakeFacts } from '@mash/contracts';
import { people } from '@mash/testing';
import { consentWith } from '../../testing/a-consent';
import { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

describe('A statement about consent', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let consent: ReturnType<typeof consentWith>;
  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(() => {
    enquiry.factsAre({ decision: { threshold: 's17', colour: 'amber', urgent: false } });
    consent = consentWith(sharing, enquiry);
  });

  const listed = async () => (await consent.list()).body as Consents;
  const standing = async (kind = 'sharing') => (await listed()).standing.find((one) => one.kind === kind);
  const rows = () => sharing.query('SELECT * FROM consent_statement WHERE enquiry_id = $1', [enquiry.enquiryId]);
  const mother = (change: Partial<IntakeFacts['people'][number]> = {}): IntakeFacts['people'][number] => ({
    ...{ personId: newId(), kind: 'adult', relation: 'household', identity: 'confirmed', competence: 'yes' },
    ...{ objects: false, dispute: 'none', parentalResponsibilityProven: false, protected: [], ...change },
  });
  const withAdults = (...adults: IntakeFacts['people']) => {
    enquiry.factsAre({ decision: { threshold: 's17', colour: 'amber', urgent: false } });
    const path = `/contact-intake/facts/enquiries/${enquiry.enquiryId}`;
    const intake = sharing.others.answers.get(path) as IntakeFacts;
    sharing.others.answers.set(path, { ...intake, people: [...intake.people, ...adults] });
  };

  test('is kept with who, how, when and for whom, its words sealed, beside what was said before', async () => {
    await consent.state({ state: 'refused', how: 'written', words: { evidence: 'The letter of Tuesday' } });
    await consent.state({ words: { told: 'That the school would be asked' } });
    const { statements, version } = await listed();
    expect(version).toBe(2);
    expect(statements.map(({ state, how }) => [state, how]).sort()).toEqual([
      ['given', 'telephone'],
      ['refused', 'written'],
    ]);
    expect(statements[0]).toMatchObject({ recordedBy: people.analyst.id, sealed: { kid: expect.any(String) } });
    expect(JSON.stringify(await rows())).not.toMatch(/letter of Tuesday|school would be asked/);
  });

  test('of one kind says nothing of the other two', async () => {
    await consent.state({ kind: 'service' });
    expect(await standing('service')).toMatchObject({ state: 'given' });
    expect(await standing('sharing')).toMatchObject({ state: 'unknown' });
    expect(await standing('data_protection')).toMatchObject({ state: 'unknown' });
  });

  test('sent again is the same answer, sealed anew or not; another under its id is refused', async () => {
    const first = await consent.statement();
    expect((await consent.post(first)).status).toBe(204);
    expect((await consent.post(first)).status).toBe(204);
    const { statementId, statedAt } = first;
    expect((await consent.post(await consent.statement({ statementId, statedAt }))).status).toBe(204);
    const others = [
      { state: 'refused' as const },
      { words: { told: 'Something else' } },
      { purposes: ['EH' as const] },
    ];
    for (const change of others) {
      const answer = await consent.post(await consent.statement({ statementId, statedAt, ...change }));
      expect([answer.status, answer.body.code]).toEqual([409, 'CONSENT.ID_TAKEN']);
    }
    const byAnother = await consent.post(
      await consent.statement({ statementId, statedAt }, people.manager),
      people.manager,
    );
    expect(byAnother.body.code).toBe('CONSENT.ID_TAKEN');
    expect(await rows()).toHaveLength(1);
  });

  test('sent twice at once is kept and announced once', async () => {
    const body = await consent.statement();
    const answers = await Promise.all([consent.post(body), consent.post(body), consent.post(body)]);
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    const announced = await sharing.query(
      `SELECT 1 FROM (SELECT type, envelope FROM outbox UNION ALL SELECT type, envelope FROM outbox_archive) AS put_down
        WHERE type = 'sharing.consent-changed' AND envelope -> 'data' ->> 'statementId' = $1`,
      [body.statementId],
    );
    expect([announced.length, (await rows()).length]).toEqual([1, 1]);
  });

  test.each([
    ['of tomorrow', { statedAt: new Date(Date.now() + 86_400_000).toISOString() }, 'CONSENT.IN_FUTURE'],
    ['about somebody who is not on the roster', { personId: newId() }, 'CONSENT.PERSON_NOT_ON_ROSTER'],
    ['by somebody who is not on the roster', { givenById: newId() }, 'CONSENT.PERSON_NOT_ON_ROSTER'],
    ['for a body that is not in the register', { bodies: ['nobody'] }, 'CONSENT.BODY_UNKNOWN'],
    ['that nobody made', { givenBy: 'not_applicable' as const }, 'CONSENT.INCOMPLETE'],
    ['that was not sought and yet said', { state: 'not_sought' as const }, 'CONSENT.INCOMPLETE'],
    ['without how it was said', { how: undefined }, 'CONSENT.INCOMPLETE'],
    ['that gives without having been told anything', { words: { evidence: 'Seen' } }, 'CONSENT.INCOMPLETE'],
    ['with a ground beside a yes', { ground: 'NS_HARM' as const }, 'CONSENT.INCOMPLETE'],
    [
      'with a ground of its own and no words for it',
      { state: 'not_sought' as const, givenBy: 'not_applicable' as const, ground: 'NS_TEXT' as const },
      'CONSENT.INCOMPLETE',
    ],
  ])('%s is refused, and nothing is kept', async (_, change, code) => {
    const answer = await consent.post(await consent.statement(change));
    expect([answer.status, answer.body.code]).toEqual([422, code]);
    expect(await rows()).toEqual([]);
  });

  test('whose words were sealed for another statement, or to another key, is refused', async () => {
    const [one, other] = [await consent.statement(), await consent.statement()];
    const swapped = await consent.post({ ...one, sealedWords: other.sealedWords });
    const elsewhere = await consentWith(sharing, await AnEnquiry.begin(sharing)).statement();
    const wrongKey = await consent.post({ ...one, sealedWords: elsewhere.sealedWords });
    for (const answer of [swapped, wrongKey])
      expect([answer.status, answer.body.code]).toEqual([422, 'CONSENT.WORDS_REFUSED']);
    expect(await rows()).toEqual([]);
  });

  test('is not there for an agency, information governance, or another partnership', async () => {
    const body = await consent.statement();
    for (const as of [people.policeLiaison, people.teacher, people.igOfficer, people.otherAnalyst]) {
      expect((await consent.post(body, as)).status).toBe(404);
      expect((await consent.list(as)).status).toBe(404);
    }
  });

  test("follows the newest word of a speaker, also where she was matched to a person in between: hers is not a second parent's", async () => {
    const before = newId();
    const found = mother({ formerIds: [before] });
    withAdults(mother({ personId: before }));
    await consent.state({ givenById: before });
    withAdults(found);
    await consent.state({ state: 'withdrawn', givenById: found.personId });
    expect(await standing()).toMatchObject({ state: 'withdrawn', dispute: false });
  });

  test('about a mention is about whoever the mention turned out to be', async () => {
    await consent.state({ state: 'refused' });
    const path = `/contact-intake/facts/enquiries/${enquiry.enquiryId}`;
    const intake = sharing.others.answers.get(path) as IntakeFacts;
    const [child] = intake.people;
    const people_ = [{ ...child!, personId: newId(), formerIds: [enquiry.personId] }];
    sharing.others.answers.set(path, { ...intake, people: people_ });
    expect(await standing()).toMatchObject({ personId: people_[0]?.personId, state: 'refused' });
  });

  test('of a step-parent opens nothing, until somebody proves their parental responsibility', async () => {
    const step = mother();
    withAdults(step);
    await consent.state({ givenBy: 'other', givenById: step.personId });
    expect(await standing()).toMatchObject({ state: 'not_sought' });
    const path = `/contact-intake/facts/enquiries/${enquiry.enquiryId}`;
    const intake = sharing.others.answers.get(path) as IntakeFacts;
    const [child, ...adults] = intake.people;
    sharing.others.answers.set(path, { ...intake, people: [{ ...child!, provenParents: [step.personId] }, ...adults] });
    expect(await standing()).toMatchObject({ state: 'given', parentalResponsibilityProven: true });
  });

  describe("with a ground of one's own for not asking", () => {
    const notAsked = { state: 'not_sought', givenBy: 'not_applicable', ground: 'NS_TEXT', how: undefined } as const;
    const decide = async (
      statementId: string,
      accepted: boolean,
      as: typeof people.manager,
      forged: { noteId?: string; authorId?: string; by?: string; content?: object; to?: AnEnquiry } = {},
    ) => {
      const ids = { noteId: forged.noteId ?? statementId, authorId: forged.authorId ?? as.id };
      const { enquiryId } = enquiry;
      const header = {
        typ: 'note',
        partnershipId: people.manager.partnershipId,
        version: 1,
        enquiryId,
        ...ids,
      } as const;
      const content = forged.content ?? { reason: 'So it is' };
      const to = forged.to && { to: forged.to.publicKey };
      const sealedReason = await enquiry.seal<'note'>(header, { content, by: forged.by ?? as.id, ...to });
      const path = `/enquiries/${enquiryId}/consents/${statementId}/ground`;
      return sharing.as(as)('post', path, { accepted, sealedReason });
    };

    test('counts as none until a manager accepts it, with a written reason', async () => {
      const statementId = await consent.state({ ...notAsked, words: { ground: 'He listens in on every call' } });
      expect(await standing()).toMatchObject({ ground: 'NS_TEXT', groundCounts: false });
      expect((await decide(statementId, true, people.manager)).status).toBe(204);
      expect(await standing()).toMatchObject({ ground: 'NS_TEXT_ACCEPTED', groundCounts: true });
      expect((await listed()).statements[0]).toMatchObject({
        groundDecision: { accepted: true, decidedBy: people.manager.id },
      });
      expect((await listed()).version).toBe(2);
    });

    test('counts as none where a manager does not accept it, and is decided once', async () => {
      const statementId = await consent.state({ ...notAsked, words: { ground: 'It was late' } });
      expect((await decide(statementId, false, people.manager)).status).toBe(204);
      expect(await standing()).toMatchObject({ groundCounts: false });
      expect((await decide(statementId, true, people.manager)).body.code).toBe('CONSENT.GROUND_DECIDED');
    });

    test('is accepted neither by an analyst nor by whoever wrote it down', async () => {
      const words = { ground: 'He listens in on every call' };
      const statementId = await consent.state({ ...notAsked, words }, people.manager);
      const own = await decide(statementId, true, people.manager);
      expect([own.status, own.body.code]).toEqual([403, 'CONSENT.OWN_GROUND']);
      expect((await decide(statementId, true, people.analyst)).status).toBe(404);
      expect(await standing()).toMatchObject({ groundCounts: false });
    });

    test.each([
      ['sealed for another statement', async () => Promise.resolve({ noteId: newId() }), 'SEAL.HEADER_MISMATCH'],
      [
        'written by somebody else',
        async () => Promise.resolve({ authorId: people.analyst.id, by: people.analyst.id }),
        'SEAL.HEADER_MISMATCH',
      ],
      [
        'that names its author and was signed by another',
        async () => Promise.resolve({ by: people.analyst.id }),
        'SEAL.CLAIM_MISMATCH',
      ],
      ['sealed to the key of another enquiry', async () => ({ to: await AnEnquiry.begin(sharing) }), 'SEAL.WRONG_KEY'],
      ['that says nothing', async () => Promise.resolve({ content: { reason: '   ' } }), 'SEAL.CONTENT_INVALID'],
      [
        'that is no reason',
        async () => Promise.resolve({ content: { told: 'Words of a statement' } }),
        'SEAL.CONTENT_INVALID',
      ],
    ])('is not decided with a reason %s', async (_what, forged, code) => {
      const statementId = await consent.state({ ...notAsked, words: { ground: 'He listens in on every call' } });
      const answer = await decide(statementId, true, people.manager, await forged());
      expect([answer.status, answer.body.code]).toEqual([422, code]);
      expect(await standing()).toMatchObject({ groundCounts: false });
      expect(
        await sharing.query('SELECT 1 FROM consent_ground_decision WHERE statement_id = $1', [statementId]),
      ).toEqual([]);
      expect((await decide(statementId, true, people.manager)).status).toBe(204);
    });

    test('is decided about help and data protection as well', async () => {
      const words = { ground: 'He listens in on every call' };
      for (const kind of ['service', 'data_protection'] as const) {
        const statementId = await consent.state({ ...notAsked, kind, words });
        expect((await decide(statementId, true, people.manager)).status).toBe(204);
        expect(await standing(kind)).toMatchObject({ groundCounts: true });
      }
    });

    test('has no other kind: a statement with a ground of the list is not put to a manager', async () => {
      const statementId = await consent.state({ ...notAsked, ground: 'NS_HARM' });
      expect((await decide(statementId, true, people.manager)).status).toBe(404);
    });
  });

  test('is never changed nor taken away by the service itself', async () => {
    for (const table of ['consent_statement', 'consent_ground_decision']) {
      await expect(sharing.queryAsApp(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
      await expect(sharing.queryAsApp(`UPDATE ${table} SET enquiry_id = enquiry_id`)).rejects.toThrow(
        'permission denied',
      );
    }
    await expect(sharing.queryAsApp(`UPDATE consent_notice SET agency_id = 'x'`)).rejects.toThrow('permission denied');
  });
});
