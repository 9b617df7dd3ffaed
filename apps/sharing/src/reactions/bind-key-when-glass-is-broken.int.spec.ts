import { DEMO_PARTNERSHIP, newId, type KeyLease } from '@mash/contracts';
import { people } from '@mash/testing';
import { AnEnquiry } from '../../testing/an-enquiry';
import { establish } from '../../testing/a-partnership';
import { startSharing, type Sharing } from '../../testing/start-sharing';
import { KeyStore } from '../keys/key-store';
import { BindKeyWhenGlassIsBroken } from './bind-key-when-glass-is-broken.reaction';

describe('The key that the reason for a broken glass was sealed to', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await startSharing();
    await establish(sharing);
  });
  afterAll(() => sharing.close());

  const hear = (enquiryId: string, keyId: string, id = newId()) =>
    sharing.app.get(BindKeyWhenGlassIsBroken).handle({
      ...{ id, type: 'decision.glass-broken', version: 1, occurredAt: new Date().toISOString() },
      ...{ partnershipId: DEMO_PARTNERSHIP, correlationId: enquiryId, actor: { id: 'decision', kind: 'system' } },
      data: { enquiryId, glassId: newId(), keyId },
    });
  const client = () => sharing.asSystem(['keys:lease']);
  const lease = async (): Promise<KeyLease> => {
    const body = { partnershipId: DEMO_PARTNERSHIP, use: 'enquiry', count: 1 };
    return ((await client()('post', '/keys/leases', body)).body as { leases: [KeyLease] }).leases[0];
  };
  const opens = (kid: string, enquiryId: string) =>
    sharing.app.get(KeyStore).privateKeyFor(kid, { partnershipId: DEMO_PARTNERSHIP, enquiryId }, 'what came in');
  const ownKid = async (enquiryId: string) =>
    ((await client()('get', `/enquiries/${enquiryId}/key`)).body as KeyLease).kid;

  test('becomes the enquiry’s, once, beside the key that everything else is sealed to', async () => {
    const { enquiryId } = await AnEnquiry.begin(sharing);
    const [{ kid }, own, id] = [await lease(), await ownKid(enquiryId), newId()];
    await expect(opens(kid, enquiryId)).rejects.toMatchObject({ code: 'SEAL.WRONG_KEY' });
    await hear(enquiryId, kid, id);
    await hear(enquiryId, kid, id);
    expect(await opens(kid, enquiryId)).toBeDefined();
    expect(await ownKid(enquiryId)).toBe(own);
    expect((await sharing.as(people.manager)('get', `/enquiries/${enquiryId}/key`)).body).toMatchObject({ kid: own });
  });

  test('binds nothing where it is another enquiry’s or none of ours, and the enquiry keeps its own', async () => {
    const [one, other] = [await AnEnquiry.begin(sharing), await AnEnquiry.begin(sharing)];
    const [own, others] = [await ownKid(one.enquiryId), await ownKid(other.enquiryId)];
    await hear(one.enquiryId, others);
    await hear(one.enquiryId, 'nobodys-key');
    await expect(opens(others, one.enquiryId)).rejects.toMatchObject({ code: 'SEAL.WRONG_KEY' });
    expect(await opens(others, other.enquiryId)).toBeDefined();
    expect(await ownKid(one.enquiryId)).toBe(own);
  });

  test('may be the overflow key, and opens then for this enquiry', async () => {
    const { enquiryId } = await AnEnquiry.begin(sharing);
    const { kid } = (await client()('get', `/keys/overflow?partnershipId=${DEMO_PARTNERSHIP}`)).body as KeyLease;
    await hear(enquiryId, kid);
    expect(await opens(kid, enquiryId)).toBeDefined();
  });
});
