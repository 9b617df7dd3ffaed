import { newId, type EnvelopeToOpen, type Released } from '@mash/contracts';
import { people } from '@mash/testing';
import { loadPack } from '@mash/threshold-packs';
import { AnEnquiry } from '../../testing/an-enquiry';
import { decideAsk } from '../../testing/decide-ask';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

const MASKED = 'Officers attended; Dilwyn Farthing of next door called them.';

describe('A release', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;

  forEachTest((its) => ({ sharing, enquiry } = its));

  const bodyOf = (envelopes: EnvelopeToOpen[], changes: object = {}) => ({
    ...{ releaseId: newId(), enquiryId: enquiry.enquiryId, mode: 'content', purpose: 'S47', envelopes, ...changes },
  });
  const release = (envelopes: EnvelopeToOpen[], changes: object = {}, as = people.analyst) =>
    sharing.as(as)('post', '/releases', bodyOf(envelopes, changes));
  const released = async (envelopes: EnvelopeToOpen[]): Promise<Released> => {
    const answer = await release(envelopes);
    expect({ status: answer.status, body: answer.body }).toMatchObject({ status: 200 });
    return answer.body as Released;
  };
  const lines = (releaseId: string) =>
    sharing.query<Record<string, unknown>>('SELECT * FROM disclosure WHERE release_id = $1', [releaseId]);
  const audits = (action: string) =>
    sharing.query(
      `SELECT 1 FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'action' = $1 AND envelope -> 'data' ->> 'enquiryId' = $2`,
      [action, enquiry.enquiryId],
    );

  test('shows what the rules permit, with its coverage, and is in the ledger before it is answered', async () => {
    const { row, itemIds } = await enquiry.answer([{ text: 'Called to the address twice in May.' }]);
    const answer = await released([row]);
    expect(answer.items).toMatchObject([{ itemId: itemIds[0], visibility: 'shown', category: 'police-incidents' }]);
    expect(answer.items[0]?.content).toMatchObject({ text: 'Called to the address twice in May.' });
    expect(answer.items[0]?.lawfulBasis).toEqual(
      expect.arrayContaining([expect.stringContaining('UK GDPR article 6(1)')]),
    );
    expect(answer.coverage).toMatchObject([{ state: 'known_current' }]);
    expect(await lines(answer.releaseId)).toMatchObject([{ outcome: 'PERMIT', visibility: 'shown' }]);
    expect(await audits('release.content')).toHaveLength(1);
  });

  test('shows the concern to the hub as its own record, whatever the work it is read for', async () => {
    const { items } = await released([await enquiry.concern('He came in with a bruise.')]);
    expect(items).toMatchObject([{ visibility: 'shown', content: { narrative: 'He came in with a bruise.' } }]);
  });

  test('withholds what waits for its holder, says nothing of it, and raises one REVIEW for many looks', async () => {
    const { row } = await enquiry.answer([
      { text: 'Told us by somebody in the street.', facts: { flags: ['source_risk'] } },
    ]);
    const first = await released([row]);
    const [item] = first.items;
    expect(item).toMatchObject({ visibility: 'withheld', outcome: 'REVIEW', releaser: 'The body riverside-police' });
    expect(item).toMatchObject({ releasers: ['The body riverside-police'] });
    for (const told of ['category', 'content', 'lawfulBasis']) expect(item).not.toHaveProperty(told);
    const again = await released([row]);
    expect(again.items[0]?.reviewId).toBe(item?.reviewId);
    const reviews = await sharing.query('SELECT 1 FROM review WHERE enquiry_id = $1', [enquiry.enquiryId]);
    expect(reviews).toHaveLength(1);
  });

  test('shows it once the holder has said yes', async () => {
    const { row } = await enquiry.answer([{ text: 'From a source.', facts: { flags: ['source_risk'] } }]);
    const reviewId = (await released([row])).items[0]?.reviewId ?? '';
    const { enquiryId } = enquiry;
    const header = {
      typ: 'review',
      partnershipId: people.analyst.partnershipId,
      version: 1,
      enquiryId,
      reviewId,
    } as const;
    const sealedReason = await enquiry.seal<'review'>(header, {
      content: { reason: 'It is safe to say now.', ground: 'holder_agrees' },
    });
    const answer = { answer: 'release', ground: 'holder_agrees', sealedReason };
    expect((await sharing.as(people.policeLiaison)('post', `/reviews/${reviewId}/answer`, answer)).status).toBe(204);
    expect((await released([row])).items).toMatchObject([{ visibility: 'shown', outcome: 'PERMIT' }]);
  });

  test('leaves out what may not even be known to exist, and keeps the line', async () => {
    const { row } = await enquiry.answer([{ text: 'An adoption.', facts: { bar: 'adoption' } }]);
    const answer = await released([row]);
    expect(answer).toMatchObject({ items: [], coverage: [] });
    expect(await lines(answer.releaseId)).toMatchObject([{ visibility: 'absent', rule: 'hidden' }]);
  });

  test('cuts the passages about other people out', async () => {
    const from = MASKED.indexOf('Dilwyn');
    const passage = { from, to: from + 'Dilwyn Farthing'.length };
    const facts = { thirds: 'personal' as const, thirdPartyPassages: [passage] };
    const { row } = await enquiry.answer([{ text: MASKED, facts }]);
    const [item] = (await released([row])).items;
    expect(item?.content).toMatchObject({ text: 'Officers attended; [someone else] of next door called them.' });
    expect(JSON.stringify(item)).not.toContain('Dilwyn');
  });

  test('says that something is left out where something was, and not wherever a place is protected', async () => {
    enquiry.factsAre({ child: { protected: ['address'] } });
    const { row } = await enquiry.answer([
      { text: 'Missed two appointments.' },
      { text: 'Seen at 4 Tanner Row Close.' },
    ]);
    const [whole, cut] = (await released([row])).items;
    expect(whole).toMatchObject({ content: { text: 'Missed two appointments.' }, redactions: [] });
    expect(cut?.redactions).toContain('PLACE');
    expect(JSON.stringify(cut)).not.toContain('Tanner');
  });

  test('of an answer that lies in another place, or says something else outside, opens nothing', async () => {
    const { row } = await enquiry.answer([{ text: 'Known.' }]);
    const other = await AnEnquiry.begin(sharing);
    const elsewhere = await release([row], { enquiryId: other.enquiryId });
    expect(elsewhere.body).toMatchObject({ items: [], refused: [{ envelopeId: row.envelopeId }] });
    const forged = (changes: Partial<EnvelopeToOpen>) => released([{ ...row, ...changes }]);
    for (const changes of [{ personId: newId() }, { agencyId: 'riverside-health-trust' }, { version: 2 }])
      expect(await forged(changes)).toMatchObject({ items: [], refused: [{ code: 'SEAL.HEADER_MISMATCH' }] });
    const [, ...rest] = row.sealed.envelope.split('.');
    const decoded = JSON.parse(Buffer.from(row.sealed.envelope.split('.')[0] ?? '', 'base64url').toString()) as object;
    const header = Buffer.from(JSON.stringify({ ...decoded, agencyId: 'riverside-health-trust' })).toString(
      'base64url',
    );
    const edited = { ...row.sealed, envelope: [header, ...rest].join('.') };
    const answer = await forged({ agencyId: 'riverside-health-trust', sealed: edited });
    expect(answer).toMatchObject({ items: [], refused: [{ code: 'SEAL.WRONG_KEY' }] });
    expect(await audits('release.refuse-envelope')).toHaveLength(4);
  });

  test('with an id that was used before is refused', async () => {
    const { row } = await enquiry.answer([{ text: 'Known.' }]);
    const { releaseId } = await released([row]);
    const again = await release([row], { releaseId });
    expect(again).toMatchObject({ status: 409, body: { code: 'SHARING.RELEASE_REPEATED' } });
    expect(await lines(releaseId)).toHaveLength(1);
  });

  test('is not there for another partnership, for someone kept out, nor for an enquiry nobody knows', async () => {
    const { row } = await enquiry.answer([{ text: 'Known.' }]);
    sharing.others.access.set(people.otherAnalyst.id, { access: 'ordinary', audience: 'hub_analyst' });
    expect((await release([row], {}, people.otherAnalyst)).status).toBe(404);
    expect((await release([row], {}, people.teacher)).status).toBe(404);
    expect((await release([row], { enquiryId: newId() })).status).toBe(404);
    sharing.others.access.set(people.socialWorkAnalyst.id, { access: 'conflict', audience: 'hub_analyst' });
    expect((await release([row], {}, people.socialWorkAnalyst)).status).toBe(404);
  });

  test('shows no content to information governance', async () => {
    sharing.others.access.set(people.igOfficer.id, { access: 'ordinary', audience: 'ig' });
    const { row } = await enquiry.answer([{ text: 'Known.' }]);
    const answer = await release([row, await enquiry.concern('A concern.')], {}, people.igOfficer);
    expect(JSON.stringify(answer.body)).not.toMatch(/Known|A concern/);
  });

  test('by credentials of the console itself is refused, as is everything else that opens', async () => {
    const { row } = await enquiry.answer([{ text: 'Known.' }]);
    const stolen = sharing.asSystem(['keys:lease', 'facts:read', 'internal']);
    const product = {
      ...{ productId: newId(), enquiryId: enquiry.enquiryId, kind: 'handover', purpose: 'S47', audience: 'team_sc' },
      ...{ toAgencyId: 'riverside-social-care', personIds: [enquiry.personId], words: 'Words.', people: [] },
      ...{ envelopes: [row], itemIds: [] },
    };
    const bodies: [string, object][] = [
      ['/releases', bodyOf([row])],
      ['/drafts/open', { draftId: newId(), sealed: row.sealed }],
      ['/outward-products', product],
      [`/outward-products/${newId()}/open`, { releaseId: newId() }],
    ];
    for (const [path, body] of bodies)
      expect(await stolen('post', path, body)).toMatchObject({ status: 403, body: { code: 'AUTH.PEOPLE_ONLY' } });
  });

  test('shows nothing where the ledger cannot be written', async () => {
    const { row } = await enquiry.answer([{ text: 'Known.' }]);
    await sharing.query(`REVOKE INSERT ON disclosure FROM ${sharing.appRole}`);
    const answer = await release([row]);
    await sharing.query(`GRANT INSERT ON disclosure TO ${sharing.appRole}`);
    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer.body)).not.toContain('Known');
  });

  test('of a request opens to the agency asked, and tells the permitted questions only', async () => {
    sharing.others.access.set(people.policeLiaison.id, { access: 'ordinary', audience: 'police' });
    sharing.others.access.set(people.healthLiaison.id, { access: 'ordinary', audience: 'agency' });
    const { enquiryId, personId } = enquiry;
    const ids = { requestId: newId(), agencyId: 'riverside-police', personId };
    const header = {
      typ: 'request',
      partnershipId: people.analyst.partnershipId,
      version: 1,
      enquiryId,
      ...ids,
    } as const;
    const questions = [{ category: 'police-incidents' }, { category: 'police-intelligence' }];
    const sealed = await enquiry.seal<'request'>(header, { content: { purposeText: 'To protect him.', questions } });
    const row: EnvelopeToOpen = { typ: 'request', envelopeId: newId(), version: 1, ...ids, sealed };
    const ask = async (as: typeof people.analyst) =>
      (await release([row], { mode: 'ask', purpose: 'SCREEN' }, as)).body as Released;
    expect(await ask(people.policeLiaison)).toMatchObject({ items: [], refused: [{ code: 'SHARING.NOT_FOUND' }] });

    await decideAsk(sharing, enquiry, 'police-incidents', 'PERMIT');
    await decideAsk(sharing, enquiry, 'police-intelligence', 'DENY');
    const opened = await ask(people.policeLiaison);
    expect(opened.items[0]?.content).toMatchObject({ questions: [{ category: 'police-incidents' }] });
    expect(await lines(opened.releaseId)).toMatchObject([{ mode: 'ask', purpose: 'S47', audience: 'police' }]);
    expect(await ask(people.healthLiaison)).toMatchObject({ items: [], refused: [{ code: 'SHARING.NOT_FOUND' }] });
  });

  test('outside the hub is decided as onward, whatever the caller calls it, and the hub keeps its papers', async () => {
    sharing.others.access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
    const { enquiryId } = enquiry;
    const ids = { noteId: newId(), authorId: people.analyst.id };
    const header = { typ: 'note', partnershipId: people.analyst.partnershipId, version: 1, enquiryId, ...ids } as const;
    const sealed = await enquiry.seal<'note'>(header, { content: { reasons: 'Our own view.' }, by: people.analyst.id });
    const note: EnvelopeToOpen = { typ: 'note', envelopeId: ids.noteId, version: 1, ...ids, sealed };
    const { row } = await enquiry.answer([{ text: 'For the hub.', facts: { flags: ['hub_only'] } }]);
    expect((await released([note])).items).toMatchObject([{ visibility: 'shown' }]);
    const outside = await release([note, row], {}, people.socialCareManager);
    expect(outside.body).toMatchObject({ items: [], coverage: [], refused: [{ envelopeId: ids.noteId }] });
  });

  test('of one person more in an hour than the pack allows tells information governance once, and blocks nothing; of as many, nobody', async () => {
    const analyst = { ...people.analyst, id: newId() };
    const limit = loadPack('thurrock', '2026.1').limits.volumeAlarmPeoplePerHour.value;
    const opensAnother = async () => {
      const another = await AnEnquiry.begin(sharing);
      sharing.others.access.set(analyst.id, { access: 'ordinary', audience: 'hub_analyst' });
      const { row } = await another.answer([{ text: 'Known.' }]);
      expect(await another.released([row], {}, analyst)).toMatchObject({ items: [{ visibility: 'shown' }] });
    };
    const alarms = () =>
      sharing.query(
        `SELECT envelope -> 'data' -> 'counts' AS counts FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS put_down
          WHERE envelope -> 'data' ->> 'action' = 'release.volume-alarm' AND envelope -> 'data' -> 'actor' ->> 'id' = $1`,
        [analyst.id],
      );
    await opensAnother();
    await sharing.query(
      `INSERT INTO person_shown SELECT release_id, gen_random_uuid(), account_id, at FROM person_shown, generate_series(1, $2) WHERE account_id = $1`,
      [analyst.id, limit - 2],
    );
    await opensAnother();
    expect(await alarms()).toEqual([]);
    await opensAnother();
    expect(await alarms()).toEqual([{ counts: { people: limit + 1, limit } }]);
    await opensAnother();
    expect(await alarms()).toHaveLength(1);
  });

  test('counts people and not lines: the same child looked at all day sets no alarm off', async () => {
    const rows = await sharing.query<{ people: number }>(
      `SELECT count(DISTINCT person_id)::int AS people FROM person_shown WHERE account_id = $1`,
      [people.analyst.id],
    );
    const { row } = await enquiry.answer(Array.from({ length: 70 }, (_, at) => ({ text: `Entry ${String(at)}.` })));
    await released([row]);
    await released([row]);
    const [after] = await sharing.query<{ people: number }>(
      `SELECT count(DISTINCT person_id)::int AS people FROM person_shown WHERE account_id = $1`,
      [people.analyst.id],
    );
    expect(after?.people).toBe((rows[0]?.people ?? 0) + 1);
    expect(await audits('release.volume-alarm')).toHaveLength(0);
  });

  test('in mode protect tells police and social care at once, and nobody else', async () => {
    const { row } = await enquiry.answer([{ text: 'He has a weapon.' }]);
    const concern = await enquiry.concern('He is at the door.');
    const protect = (agencyId: string, as = people.analyst) =>
      release([row, concern], { mode: 'protect', recipient: { agencyId } }, as);
    const told = await protect('riverside-police');
    expect(told.body).toMatchObject({ items: [{ visibility: 'shown' }, { visibility: 'shown' }] });
    for (const nobodys of ['riverside-health-trust', 'riverside-early-help'])
      expect(await protect(nobodys)).toMatchObject({
        status: 422,
        body: { code: 'SHARING.RECIPIENT_NOT_FOR_PROTECT' },
      });
    sharing.others.access.set(people.policeLiaison.id, { access: 'ordinary', audience: 'agency' });
    const asLiaison = await protect('riverside-police', people.policeLiaison);
    expect(asLiaison.body).toMatchObject({ items: [] });
    const tasks = await sharing.query('SELECT code FROM obligation WHERE enquiry_id = $1', [enquiry.enquiryId]);
    expect(tasks).toContainEqual({ code: 'NEXT_DAY_REVIEW' });
  });

  test('adds lines that the service itself can neither change nor take away', async () => {
    for (const table of [
      'disclosure',
      'disclosure_detail',
      'release_call',
      'outward_product',
      'product_sent',
      'checked_answer',
    ]) {
      await expect(sharing.queryAsApp(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
      await expect(sharing.queryAsApp(`TRUNCATE ${table}`)).rejects.toThrow();
    }
    await expect(sharing.queryAsApp(`UPDATE disclosure SET outcome = 'DENY'`)).rejects.toThrow('permission denied');
    const grants = await sharing.query<{ privilege_type: string }>(
      `SELECT privilege_type FROM information_schema.role_table_grants WHERE grantee = $1 AND table_name = 'disclosure' ORDER BY 1`,
      [sharing.appRole],
    );
    expect(grants.map(({ privilege_type }) => privilege_type)).toEqual(['INSERT', 'SELECT']);
  });

  test('of two hundred items is one call, and the ledger keeps no category or reason in plain', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => enquiry.answer(Array.from({ length: 10 }, () => ({ text: 'An incident.' })))),
    );
    const startedAt = performance.now();
    const answer = await released(answers.map(({ row }) => row));
    const took = performance.now() - startedAt;
    expect(answer.items).toHaveLength(200);
    expect(took).toBeLessThan(5_000);
    const kept = await sharing.query('SELECT * FROM disclosure WHERE release_id = $1', [answer.releaseId]);
    expect(kept).toHaveLength(200);
    expect(JSON.stringify(kept)).not.toMatch(/police-incidents|AGREED_DEFAULT/);
  });
});
