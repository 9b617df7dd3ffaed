import { newId, OTHER_PARTNERSHIP } from '@mash/contracts';
import { people } from '@mash/testing';
import { sealedWords } from '../../../testing/a-contact';
import { startIntake } from '../../../testing/start-intake';
import type { Intake } from '../../../testing/start-intake';

describe('Drafts of contacts', () => {
  let intake: Intake;
  beforeAll(async () => {
    intake = await startIntake();
  });
  afterAll(() => intake.close());

  const save = (draftId: string, as = people.teacher, kid = 'key-1') =>
    intake.as(as)('put', `/drafts/${draftId}`, { kind: 'contact', sealed: sealedWords(kid) });
  const read = (draftId: string, as: typeof people.teacher = people.teacher) =>
    intake.as(as)('get', `/drafts/${draftId}`);
  const ids = async (as = people.teacher) =>
    ((await intake.as(as)('get', '/drafts')).body as { drafts: { draftId: string }[] }).drafts.map(
      ({ draftId }) => draftId,
    );

  test('are kept sealed, and written over by the next save', async () => {
    const draftId = newId();
    expect((await save(draftId)).status).toBe(200);
    expect((await save(draftId, people.teacher, 'key-2')).status).toBe(200);
    expect((await read(draftId)).body).toMatchObject({ draftId, kind: 'contact', sealed: sealedWords('key-2') });
    expect(await ids()).toContain(draftId);
  });

  test("are their author's alone: to others, managers included, they do not exist", async () => {
    const draftId = newId();
    await save(draftId);
    const missing = await read(newId(), people.doctor);
    const elsewhere = { ...people.teacher, partnershipId: OTHER_PARTNERSHIP };
    for (const as of [people.doctor, people.manager, people.igOfficer, elsewhere]) {
      const answer = await read(draftId, as);
      expect({ ...answer.body, traceId: '' }).toEqual({ ...missing.body, traceId: '' });
      expect((await intake.as(as)('delete', `/drafts/${draftId}`)).status).toBe(404);
    }
    expect((await save(draftId, people.doctor, 'key-9')).status).toBe(404);
    expect((await read(draftId)).body.sealed.kid).toBe('key-1');
    expect(await ids(people.doctor)).toEqual([]);
  });

  test('can be thrown away', async () => {
    const draftId = newId();
    await save(draftId);
    expect((await intake.as(people.teacher)('delete', `/drafts/${draftId}`)).status).toBe(204);
    expect((await read(draftId)).status).toBe(404);
  });

  test('of other things are not kept here', async () => {
    const answer = await intake.as(people.analyst)('put', `/drafts/${newId()}`, {
      kind: 'rationale',
      sealed: sealedWords(),
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'DRAFT.KIND']);
  });

  test('are refused in plain', async () => {
    const plain = { kind: 'contact', sealed: { kid: 'key-1', envelope: 'I am worried about somebody' } };
    expect((await intake.as(people.teacher)('put', `/drafts/${newId()}`, plain)).status).toBe(400);
  });
});
