import { newId, type BreachRecord, type BreachSays, type ExportedBreach } from '@mash/contracts';
import { people } from '@mash/testing';
import { ARecall } from '../../testing/a-recall';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import { Governing } from '../../testing/governing';
import type { Sharing } from '../../testing/start-sharing';
import { WrittenReason } from '../governance/written-reason';

jest.setTimeout(120_000);

describe('An enquiry with an open recall and breach is erased', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let recall: ARecall;
  let breachId: string;
  let recallId: string;

  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(async () => {
    recall = new ARecall(sharing, enquiry);
    const answer = await enquiry.accepted({ text: 'He was seen alone in the park in May.' });
    await enquiry.released([answer.row]);
    const { body } = await recall.says({ kind: 'item', id: answer.itemIds[0] ?? '' });
    ({ breachId = '', recallId = '' } = body);
    enquiry.factsAre({ decision: { closed: true } });
  });

  const isErased = () => new Governing(sharing, enquiry).erase();
  /** Once its words were checked, and before anything is kept. */
  const isErasedMeanwhile = () => {
    const check = jest.spyOn(WrittenReason.prototype, 'check');
    check.mockImplementationOnce(async () => {
      check.mockRestore();
      await isErased();
    });
  };
  const read = async () => (await sharing.as(people.igOfficer)('get', `/breaches/${breachId}`)).body as BreachRecord;
  /** Says it without words, for which there is no key any more. */
  const states = async (says: BreachSays, its: object = {}) => {
    const body = { statementId: newId(), says, ...its };
    const { status, body: said } = await sharing.as(people.igOfficer)('post', `/breaches/${breachId}/statements`, body);
    return { status, code: (said as { code?: string }).code };
  };
  const told = () => ({ reference: 'IC-2026-4711', doneAt: new Date().toISOString() });

  test('while its recall is being closed: the reason is not kept', async () => {
    isErasedMeanwhile();
    expect(await recall.closes(recallId)).toMatchObject({ status: 404 });
    const kept = 'SELECT close_envelope AS words, closed_at AS at FROM recall WHERE recall_id = $1';
    expect(await sharing.query(kept, [recallId])).toEqual([{ words: null, at: null }]);
  });

  test('while something is being stated of its breach: the words are not kept', async () => {
    isErasedMeanwhile();
    expect(await recall.states(breachId, 'measures')).toMatchObject({ status: 422, code: 'SEAL.KEY_DESTROYED' });
    expect((await read()).statements).toEqual([]);
  });

  test('its clock still stops, without words: that the Commissioner was told, when, and under which reference', async () => {
    await isErased();
    expect(await recall.states(breachId, 'ico_told', told())).toMatchObject({ status: 422 });
    expect(await read()).toMatchObject({ isClockRunning: true, erased: true });
    expect((await states('ico_told', told())).status).toBe(204);
    expect(await read()).toMatchObject({ ico: 'told', isClockRunning: false });
    expect((await states('people_told', { doneAt: told().doneAt })).status).toBe(204);
    expect((await states('closed')).status).toBe(204);
    expect((await read()).closedAt).toBeDefined();
  });

  test('that nobody need be told is said with where the reason is kept', async () => {
    await isErased();
    for (const says of ['ico_need_not', 'people_need_not'] as const) {
      expect(await states(says)).toEqual({ status: 422, code: 'BREACH.REFERENCE_NEEDED' });
      expect((await states(says, { reference: 'DPO-2026-17' })).status).toBe(204);
    }
    const { body } = await sharing.as(people.igOfficer)('get', `/breaches/${breachId}/export`);
    const reason = 'Written outside this platform: DPO-2026-17';
    expect(body as ExportedBreach).toMatchObject({
      ...{ decision: { notify: 'need_not', reasons: [reason] }, people: { reasons: [reason] } },
    });
  });

  test('what is nothing but words is not said without any, nor is anything before the erasure', async () => {
    const needed = { status: 422, code: 'BREACH.WORDS_NEEDED' };
    expect(await states('ico_told', told())).toEqual(needed);
    await isErased();
    for (const says of ['what_happened', 'consequences', 'measures'] as const)
      expect(await states(says)).toEqual(needed);
    expect((await read()).statements).toEqual([]);
  });

  test('the same again changes nothing; with another reference it is another statement', async () => {
    await isErased();
    const its = { statementId: newId(), ...told() };
    for (let times = 0; times < 2; times++) expect((await states('ico_told', its)).status).toBe(204);
    const another = { ...its, reference: 'IC-2026-4712' };
    expect(await states('ico_told', another)).toEqual({ status: 409, code: 'BREACH.STATEMENT_REPEATED' });
    expect((await read()).statements).toMatchObject([{ says: 'ico_told', reference: 'IC-2026-4711' }]);
  });
});
