import { DEMO_AGENCIES, newId, type EnvelopeRefusals, type Released } from '@mash/contracts';
import { people } from '@mash/testing';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

/** Whoever can delete where answers lie must not be able to make the hub decide without knowing that something was answered. */
describe('An accepted answer that lies there no more', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  forEachTest((its) => ({ sharing, enquiry } = its));
  afterEach(() => sharing.others.down.clear());

  type Answer = Awaited<ReturnType<AnEnquiry['answer']>>;
  const anAnswer = async (text: string): Promise<Answer> => {
    const answer = await enquiry.accepted({ text });
    await sharing.query(`UPDATE checked_answer SET checked_at = checked_at - interval '5 minutes'`);
    return answer;
  };
  const isDeleted = ({ ids: { answerId } }: Answer) =>
    sharing.others.answers.delete(`/agency-requests/facts/answers/${answerId}`);
  const lying = (...answers: Answer[]) => answers.map(({ ids: { answerId, personId } }) => ({ answerId, personId }));
  const reads = async (there: readonly Answer[], as = people.analyst): Promise<Released> =>
    enquiry.released(
      there.length === 0 ? [await enquiry.concern('He came in with a bruise.')] : there.map(({ row }) => row),
      { lying: lying(...there) },
      as,
    );
  const reported = async () => {
    const { body } = await sharing.as(people.igOfficer)('get', '/envelope-refusals');
    return (body as EnvelopeRefusals).refusals.filter(({ enquiryId }) => enquiryId === enquiry.enquiryId);
  };

  const noted = () =>
    sharing.query(
      `SELECT envelope -> 'data' -> 'subject' ->> 'id' AS id FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) put_down
        WHERE envelope -> 'data' ->> 'action' = 'release.miss-answer' AND envelope -> 'data' ->> 'enquiryId' = $1`,
      [enquiry.enquiryId],
    );

  test('is told to whoever of the hub reads the enquiry, each time, and once to information governance', async () => {
    const [gone, there] = [await anAnswer('Known to us.'), await anAnswer('Seen since.')];
    expect((await reads([gone, there])).missing).toEqual([]);
    isDeleted(gone);
    const missing = [{ answerId: gone.ids.answerId, agencyId: gone.ids.agencyId }];
    for (const reader of [people.analyst, people.manager, people.manager])
      expect((await reads([there], reader)).missing).toEqual(missing);
    expect(await reported()).toEqual([
      expect.objectContaining({
        ...{ place: 'release', envelopeId: gone.row.envelopeId, code: 'SHARING.ANSWER_GONE' },
        presentedBy: people.analyst.id,
      }),
    ]);
  });

  test('about two people is noted once at each look', async () => {
    const answer = await anAnswer('Known to us.');
    await sharing.query(
      `INSERT INTO accepted_envelope (envelope_id, partnership_id, enquiry_id, typ, about_id, person_id, sha256, signer_kid, received_at)
        SELECT $2, partnership_id, enquiry_id, typ, about_id, $3, sha256, signer_kid, received_at FROM accepted_envelope WHERE envelope_id = $1`,
      [answer.row.envelopeId, newId(), newId()],
    );
    isDeleted(answer);
    expect((await reads([])).missing).toHaveLength(1);
    expect(await noted()).toEqual([{ id: answer.ids.answerId }]);
    expect(await reported()).toHaveLength(2);
  });

  test('is told where it was the only one', async () => {
    isDeleted(await anAnswer('Known to us.'));
    expect((await reads([])).missing).toHaveLength(1);
    expect(await reported()).toHaveLength(1);
  });

  test("is reported where it is gone, on no caller's word alone: what they leave out uses up no report", async () => {
    const answer = await anAnswer('Known to us.');
    expect((await reads([])).missing).toHaveLength(1);
    expect(await reported()).toEqual([]);
    isDeleted(answer);
    expect((await reads([])).missing).toHaveLength(1);
    expect(await reported()).toHaveLength(1);
  });

  test('is told while its owner cannot be asked, and reported at the next look', async () => {
    isDeleted(await anAnswer('Known to us.'));
    sharing.others.down.set('agency-requests', 'broken');
    expect((await reads([])).missing).toHaveLength(1);
    expect(await reported()).toEqual([]);
    sharing.others.down.clear();
    await reads([]);
    expect(await reported()).toHaveLength(1);
  });

  test('is told where one of its people is missing', async () => {
    const answer = await anAnswer('Known to us.');
    const { answerId } = answer.ids;
    const other = { answerId, personId: newId() };
    const { sealed } = answer.row;
    const path = `/agency-requests/facts/answers/${answerId}`;
    const kept = sharing.others.answers.get(path) as object;
    sharing.others.answers.set(path, { ...kept, envelopes: [{ envelopeId: newId(), sealed, ...other }] });
    expect((await enquiry.released([answer.row], { lying: [other] })).missing).toHaveLength(1);
    expect(await reported()).toHaveLength(1);
  });

  test('is not said to be missing in the minute in which it comes in', async () => {
    await enquiry.accepted({ text: 'Just now.' });
    expect((await reads([])).missing).toEqual([]);
    expect(await reported()).toEqual([]);
  });

  test('of an agency whose name says what it knows is told to nobody in whose list it is not', async () => {
    const agencies = [
      ...[{ agencyId: DEMO_AGENCIES.police, name: 'Harbour refuge', kind: 'voluntary', reveals: 'refuge' }],
    ].map((one) => ({ ...one, bound: false, s47List: false, answersFor: [] }));
    await anAnswer('Known to us.');
    expect((await sharing.as(people.admin)('put', '/register/agencies', { agencies })).status).toBe(204);
    expect((await reads([])).missing).toEqual([]);
    expect(await reported()).toEqual([]);
  });

  test('is asked about only by who reads all of it', async () => {
    const [gone, there] = [await anAnswer('Known to us.'), await anAnswer('Seen since.')];
    expect(await enquiry.released([there.row])).not.toHaveProperty('missing');
    expect(await reported()).toEqual([]);
    expect(gone.ids.answerId).toBeDefined();
  });
});
