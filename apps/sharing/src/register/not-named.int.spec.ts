import {
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  newId,
  NOT_NAMED_AGENCY,
  type ConsentPreview,
  type Consents,
  type Obligations,
  type RecallsOfEnquiry,
  type Review,
  type SeenBy,
} from '@mash/contracts';
import type { PersonActor } from '@mash/authorisation';
import { people } from '@mash/testing';
import { consentWith } from '../../testing/a-consent';
import { linesWith, proposedLine } from '../../testing/a-line';
import { establish } from '../../testing/a-partnership';
import { ARecall } from '../../testing/a-recall';
import { AnEnquiry } from '../../testing/an-enquiry';
import { startSharing, type Sharing } from '../../testing/start-sharing';
import { CheckAnswerWhenItIsReceived } from '../reactions/check-answer-when-it-is-received.reaction';

jest.setTimeout(120_000);

const { health, police } = DEMO_AGENCIES;
const NOT_ASKED = 'drug-and-alcohol-service';
const NAME = 'Harbour refuge';
/** Told of the partnership, of no enquiry: whom the register knows, who answers there, what was agreed. */
const OF_NO_ENQUIRY = /^\/(agencies|register|releasers|detriment-authors|agreements|public|legal-frame|partnerships)\b/;
/** Opened by a scope, for systems. */
const OF_SYSTEMS = /^\/(keys|capabilities)\b|\/key$/;

describe('An agency whose name says what it knows', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let reviewId: string;
  let obligationId: string;
  let sharingDecisionId: string;
  let request: { kind: 'request'; id: string };

  beforeAll(async () => {
    sharing = await startSharing();
    await establish(sharing);
    const refuge = { agencyId: health, name: NAME, kind: 'health', reveals: 'refuge' };
    const another = { agencyId: NOT_ASKED, name: 'Drug and alcohol service', kind: 'health', reveals: 'addiction' };
    const agencies = [refuge, another].map((one) => ({ ...one, bound: true, s47List: true, answersFor: ['health'] }));
    expect((await sharing.as(people.admin)('put', '/register/agencies', { agencies })).status).toBe(204);
    enquiry = await AnEnquiry.begin(sharing);
    for (const { id } of [people.manager, people.deputyManager])
      sharing.others.access.set(id, { access: 'ordinary', audience: 'hub_manager' });
    sharing.others.access.set(people.socialWorkAnalyst.id, { access: 'ordinary', audience: 'hub_analyst' });
    sharing.others.access.set(people.healthLiaison.id, { access: 'ordinary', audience: 'agency' });
    enquiry.factsAre({ decision: { threshold: 's17', colour: 'amber', urgent: false } });
    await everythingHappens();
  });
  afterAll(() => sharing.close());

  const release = (as: PersonActor, mode: string, envelopes: object[]) =>
    enquiry.release(envelopes, { mode, purpose: 'S17' }, as);

  /** It was asked, by two people; opened that, answered; consent was withdrawn; what it opened is recalled; its item is doubted and waits for it. */
  const everythingHappens = async () => {
    const consent = consentWith(sharing, enquiry);
    const recall = new ARecall(sharing, enquiry);
    await consent.state({ state: 'given' });
    const asked = { agencyId: health, category: 'health-injuries', purpose: 'S17' } as const;
    const { line, event } = await proposedLine(enquiry, asked);
    const second = await proposedLine(enquiry, { ...asked, askedBy: people.deputyManager.id });
    for (const one of [event, second.event]) await linesWith(sharing).react(one);
    expect(await linesWith(sharing).outcomes(line.lineId)).toEqual(['PERMIT']);
    const { requestId, personId, envelopeId, sealed } = line;
    const envelope = { typ: 'request', envelopeId, version: 1, requestId, agencyId: health, personId, sealed };
    expect((await release(people.healthLiaison, 'ask', [envelope])).status).toBe(200);
    const facts = { handling: 'C', condition: { kind: 'CALL_FIRST' } } as const;
    const answer = await enquiry.answer([{ text: 'Known to us.', facts }], health, undefined, undefined, requestId);
    await sharing.app.get(CheckAnswerWhenItIsReceived).handle(enquiry.received(answer));
    await consent.state({ state: 'withdrawn' });
    await consent.hear();
    await release(people.deputyManager, 'content', [answer.row]);
    request = { kind: 'request', id: requestId };
    const wrong = { says: 'wrong_recipient', recipientAgencyId: health } as const;
    expect(await recall.says(request, wrong)).toMatchObject({ status: 200, body: { recipients: 1 } });
    await recall.says({ kind: 'item', id: answer.itemIds[0] ?? '' }, { says: 'doubted' });
    const receipt = `INSERT INTO obligation (obligation_id, partnership_id, enquiry_id, code, owner, agency_id, due_at)
      VALUES ($1, $2, $3, 'RECEIPT', 'recipient', $4, now() + interval '1 day')`;
    obligationId = newId();
    await sharing.query(receipt, [obligationId, DEMO_PARTNERSHIP, enquiry.enquiryId, health]);
    const open = `SELECT review_id AS id, sharing_decision_id AS "decisionId" FROM review WHERE enquiry_id = $1 AND state = 'open' AND releaser_agency_id = $2`;
    const [review] = await sharing.query<{ id: string; decisionId: string }>(open, [enquiry.enquiryId, health]);
    [reviewId, sharingDecisionId] = [review?.id ?? '', review?.decisionId ?? ''];
  };

  const valueOf: Readonly<Record<string, () => string>> = {
    enquiryId: () => enquiry.enquiryId,
    reviewId: () => reviewId,
    sharingDecisionId: () => sharingDecisionId,
    obligationId: () => obligationId,
    kind: () => request.kind,
    id: () => request.id,
    reference: () => 'E-2345678',
    named: () => 'E-2345678',
  };

  /** Every GET endpoint that the service's own document names, for this enquiry: what was answered, by path. */
  const walk = async (as: PersonActor): Promise<Map<string, string>> => {
    const { paths } = (await sharing.asAnybody('/openapi.json')).body as { paths: Record<string, object> };
    const wanted = Object.entries(paths).filter(
      ([path, operations]) => 'get' in operations && !OF_NO_ENQUIRY.test(path),
    );
    const read = new Map<string, string>();
    for (const [path] of wanted.filter(([one]) => !OF_SYSTEMS.test(one))) {
      const filled = path.replaceAll(/\{(\w+)\}/g, (_braces, name: string) => valueOf[name]?.() ?? newId());
      const query: Readonly<Record<string, string | undefined>> = {
        '/ledger': `?enquiryId=${enquiry.enquiryId}`,
        '/ledger/export': `?enquiryId=${enquiry.enquiryId}&format=csv`,
      };
      const { status, text } = await sharing.as(as)('get', `${filled}${query[path] ?? ''}`);
      if (status === 200) read.set(path, text);
    }
    return read;
  };
  const get = async <Body>(as: PersonActor, path: string) => (await sharing.as(as)('get', path)).body as Body;
  const naming = (read: ReadonlyMap<string, string>) =>
    [...read]
      .filter(([, text]) => text.includes(health) || text.includes(NAME))
      .map(([path]) => path)
      .sort();
  const of = (part: string) => `/enquiries/${enquiry.enquiryId}/${part}`;

  const HUB = [
    '/enquiries/{enquiryId}/consents',
    '/enquiries/{enquiryId}/obligations',
    '/enquiries/{enquiryId}/recalls',
    '/enquiries/{enquiryId}/seen-by/{kind}/{id}',
    '/enquiries/{enquiryId}/sharing-decisions',
    '/obligations/{obligationId}',
  ];
  const MANAGER = [...HUB, '/ledger', '/ledger/export', '/reviews', '/reviews/{reviewId}'];

  test('stands nowhere for an analyst who did not ask it', async () => {
    const read = await walk(people.socialWorkAnalyst);
    expect([...read.keys()]).toEqual(expect.arrayContaining(HUB));
    expect(naming(read)).toEqual([]);
  });

  test('stands nowhere for a manager who may not know it', async () => {
    const read = await walk(people.manager);
    expect([...read.keys()]).toEqual(
      expect.arrayContaining([...MANAGER, '/sharing-decisions/{sharingDecisionId}/override', '/overrides']),
    );
    expect(naming(read)).toEqual([]);
  });

  test('stands wherever it belongs for those who asked it', async () => {
    expect(naming(await walk(people.analyst))).toEqual(expect.arrayContaining(HUB));
    expect(naming(await walk(people.deputyManager))).toEqual(expect.arrayContaining(MANAGER));
  });

  test('is counted where it is not named, with what it has still to confirm', async () => {
    const [as, { personId }] = [people.socialWorkAnalyst, enquiry];
    expect(await get<Consents>(as, of('consents'))).toMatchObject({
      notices: [],
      notNamed: [{ personId, notices: 1, unconfirmed: 1 }],
    });
    expect(await get<RecallsOfEnquiry>(as, of('recalls'))).toMatchObject({
      recalls: [{ recipientAgencyId: NOT_NAMED_AGENCY, notices: [], notNamed: { notices: 1, unconfirmed: 1 } }],
      questions: [{ agencyId: NOT_NAMED_AGENCY }],
    });
    expect(await get<SeenBy>(as, of(`seen-by/request/${request.id}`))).toEqual({
      people: [],
      notNamed: 1,
      lastSaid: null,
    });
    const { obligations } = await get<Obligations>(as, of('obligations'));
    expect(obligations.filter(({ code }) => code === 'RECEIPT')).toMatchObject([{ agencyId: NOT_NAMED_AGENCY }]);
  });

  const preview = async (as: PersonActor, reach: { bodies?: string[]; purposes?: string[] } = {}, its = enquiry) => {
    const given = { personId: its.personId, kind: 'sharing', state: 'given', givenBy: 'parent_with_pr' };
    const path = `/enquiries/${its.enquiryId}/consents/preview`;
    return (await sharing.as(as)('post', path, { ...given, bodies: [], ...reach })).body as ConsentPreview;
  };
  const changedIn = ({ lines }: ConsentPreview) => lines.filter(({ effect }) => effect !== 'stays').length;

  test('is counted where it is previewed what a statement would change, and its category is not said', async () => {
    const named = await preview(people.analyst);
    expect(named.lines.map(({ agencyId }) => agencyId)).toEqual([health, health]);
    expect([named.notNamed, changedIn(named) > 0]).toEqual([0, true]);
    const counted = await preview(people.socialWorkAnalyst);
    expect(counted).toMatchObject({ lines: [], told: [], notNamed: 2 });
    expect(JSON.stringify(counted)).not.toContain('health-injuries');
  });

  test('is not found out by previewing a yes for all agencies but one, or for one purpose', async () => {
    const its = await AnEnquiry.begin(sharing);
    its.factsAre({ decision: { threshold: 's17', colour: 'amber', urgent: false } });
    await consentWith(sharing, its).state({ state: 'not_sought', givenBy: 'not_applicable', how: undefined });
    const { line, event } = await proposedLine(its, { agencyId: health, category: 'health-injuries', purpose: 'S17' });
    await linesWith(sharing).react(event);
    expect(await linesWith(sharing).outcomes(line.lineId)).toEqual(['REVIEW']);
    const everyYes = [{}, { bodies: [health] }, { bodies: [police] }, { purposes: ['S17'] }, { purposes: ['EH'] }];
    const previews = async (as: PersonActor) => Promise.all(everyYes.map((reach) => preview(as, reach, its)));
    expect((await previews(people.analyst)).map(changedIn)).toEqual([1, 1, 0, 1, 0]);
    for (const { lines, told, notNamed } of await previews(people.socialWorkAnalyst))
      expect({ lines, told, notNamed }).toEqual({ lines: [], told: [], notNamed: 1 });
  });

  test('waits for its own people by name, and for a manager without name, people and telephones', async () => {
    const review = (as: PersonActor) => get<Review>(as, `/reviews/${reviewId}`);
    expect(await review(people.healthLiaison)).toMatchObject({ fromAgencyId: health, releaserAgencyId: health });
    const watched = await review(people.manager);
    expect(watched).toMatchObject({ fromAgencyId: NOT_NAMED_AGENCY, releaserAgencyId: NOT_NAMED_AGENCY });
    expect([watched.mayAnswer, watched.seated, watched.dutyRoutes]).toEqual([false, [], []]);
  });

  describe('is not found out by saying that it should not have had what was asked:', () => {
    const says = (recipientAgencyId: string, by: PersonActor, its: object = {}) =>
      new ARecall(sharing, enquiry).says(request, { says: 'wrong_recipient', recipientAgencyId, ...its }, by);
    const who = { recipientId: people.healthLiaison.id };

    test.each([
      ['an analyst', people.socialWorkAnalyst],
      ['a manager who may not know it', people.manager],
    ])('of %s every agency that it could be is refused alike, asked or not', async (_, by) => {
      const refused = { status: 422, code: 'SHARING.RECIPIENT_NOT_SHOWN' };
      for (const agencyId of [health, NOT_ASKED])
        for (const its of [{}, who]) expect(await says(agencyId, by, its)).toMatchObject(refused);
      expect(await get<RecallsOfEnquiry>(by, of('recalls'))).toMatchObject({ recalls: [{}] });
    });

    test('one whose name gives nothing away can be said, and who asked says which it was', async () => {
      expect(await says(police, people.socialWorkAnalyst)).toMatchObject({ status: 200, body: { recipients: 0 } });
      expect(await says(health, people.deputyManager)).toMatchObject({ status: 409, code: 'SHARING.ALREADY_SAID' });
      expect(await says(health, people.healthLiaison, who)).toMatchObject({ status: 409 });
    });
  });

  test('stands for who oversees the hub', async () => {
    const { entries } = await get<{ entries: object[] }>(people.igOfficer, `/ledger?enquiryId=${enquiry.enquiryId}`);
    expect(JSON.stringify(entries)).toContain(health);
    expect(JSON.stringify(await get(people.igOfficer, of('sharing-decisions')))).toContain(health);
  });
});
