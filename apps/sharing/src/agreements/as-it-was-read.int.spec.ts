import { AgreementDetail, DEMO_AGENCIES, newId, type AgreementContent, type Signatory } from '@mash/contracts';
import { people } from '@mash/testing';
import { register } from '../../testing/a-partnership';
import { anAgreement, pathOf } from '../../testing/an-agreement';
import { startSharing, type Sharing } from '../../testing/start-sharing';

type Answered = Promise<{ status: number; body: unknown }>;

/** Two people, or one in two windows: nobody sends out, throws away or writes over what they have not read. */
describe('What two people keep together', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await startSharing();
    await register(sharing);
  });
  afterAll(() => sharing.close());

  const asAdmin = (method: 'get' | 'post' | 'put', path: string, body?: object) =>
    sharing.as(people.admin)(method, path, body);
  const coded = async (answered: Answered) => {
    const { status, body } = await answered;
    return [status, (body as { code?: string } | undefined)?.code];
  };

  describe('a draft', () => {
    const read = async (one: AgreementContent) => AgreementDetail.parse((await asAdmin('get', pathOf(one))).body);
    const saved = async (one: AgreementContent) => {
      expect((await asAdmin('post', '/agreements', one)).status).toBe(204);
      return (await read(one)).history.at(-1)?.at ?? '';
    };

    test('goes out for approval only as whoever sends it out has read it', async () => {
      const one = anAgreement();
      const [first, hers] = [await saved(one), await saved({ ...one, title: 'Hers' })];
      const sendOut = (read: string) => coded(asAdmin('post', `${pathOf(one, 'propose')}?read=${read}`));
      for (const other of [first, 'none']) expect(await sendOut(other)).toEqual([409, 'SHARING.DRAFT_CHANGED']);
      expect((await read(one)).state).toBe('draft');
      expect((await sendOut(hers))[0]).toBe(204);
      expect(await read(one)).toMatchObject({ state: 'proposed', title: 'Hers' });
    });

    test('is thrown away only as whoever does it has read it', async () => {
      const one = anAgreement();
      const [first, hers] = [await saved(one), await saved({ ...one, title: 'Hers' })];
      const discard = (read: string) =>
        coded(asAdmin('post', `/agreements/${one.agreementId}/draft/discard?read=${read}`));
      expect(await discard(first)).toEqual([409, 'SHARING.DRAFT_CHANGED']);
      expect((await read(one)).title).toBe('Hers');
      expect((await discard(hers))[0]).toBe(204);
    });

    test('of a system that does not say goes out as it is', async () => {
      const one = anAgreement();
      await saved(one);
      expect((await asAdmin('post', pathOf(one, 'propose'))).status).toBe(204);
    });
  });

  describe('an entry in the register of signatories', () => {
    const named = (changes: Partial<Signatory> = {}): Signatory => ({
      ...{ accountId: newId(), agencyId: DEMO_AGENCIES.health, name: 'Ruth Abara', jobTitle: 'Caldicott guardian' },
      ...{ approves: true, ...changes },
    });
    const keep = (signatory: Signatory, replaces?: readonly Signatory[]) =>
      asAdmin('put', '/register/signatories', { signatories: [signatory], ...(replaces && { replaces }) });
    const kept = async ({ accountId }: Signatory) =>
      ((await asAdmin('get', '/register/signatories')).body as { signatories: Signatory[] }).signatories.find(
        (one) => one.accountId === accountId,
      );

    test('is written over only as whoever writes has read it', async () => {
      const one = named();
      expect((await keep(one, [])).status).toBe(204);
      const ended = { ...one, endedOn: '2026-11-01' };
      expect((await keep(ended, [one])).status).toBe(204);
      const renamed = { ...one, name: 'Ruth Abara-Hill' };
      for (const read of [[one], []]) {
        const { status, body } = await keep(renamed, read);
        expect([status, body]).toMatchObject([409, { code: 'SHARING.SIGNATORY_CHANGED' }]);
        expect((body as { errors: unknown[] }).errors).toMatchObject([{ field: 'signatories.0', code: 'changed' }]);
      }
      expect(await kept(one)).toEqual(ended);
      expect((await keep({ ...ended, name: renamed.name }, [ended])).status).toBe(204);
    });

    test('that is sent twice is there once, and of two who name somebody at once the second is told', async () => {
      const one = named();
      for (const _time of [1, 2]) expect((await keep(one, [])).status).toBe(204);
      expect(await coded(keep({ ...one, approves: false }, []))).toEqual([409, 'SHARING.SIGNATORY_CHANGED']);
      expect(await kept(one)).toEqual(one);
    });

    test('is written over by a system that does not say', async () => {
      const one = named();
      await keep(one);
      expect((await keep({ ...one, approves: false })).status).toBe(204);
    });
  });
});
