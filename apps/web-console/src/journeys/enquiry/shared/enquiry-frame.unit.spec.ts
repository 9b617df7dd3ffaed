import { generateSealingKey, generateSigningKey, signLease } from '@mash/sealing';
import type { ContactIntakeClient } from '../../../api-clients/contact-intake.client';
import type { DecisionClient } from '../../../api-clients/decision.client';
import { AuditIsDown, ServiceDown, ServiceProblem } from '../../../api-clients/service-errors';
import type { Asker } from '../../../api-clients/service-http';
import type { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import { Colleagues } from '../../../layout/colleagues';
import type { ConsoleConfig } from '../../../config';
import { PageNotFound } from '../../../session/page-not-found';
import { anEnquiry, aRoster, CHILD, NOW, READER, REFERENCE } from '../testing/an-enquiry';
import { EnquiryFrame } from './enquiry-frame';
import { EnquiryKeys } from './enquiry-keys';

const asker = { person: { accountId: READER, name: 'Priya Raman', roles: ['mash-analyst'] } } as unknown as Asker;
const atNight = { person: { accountId: READER, name: 'Noor Bakshi', roles: ['emergency-duty'] } } as unknown as Asker;
const GLASS = {
  glassId: CHILD,
  brokenAt: new Date(NOW.getTime() - 18 * 60_000).toISOString(),
  endsAt: new Date(NOW.getTime() + 42 * 60_000).toISOString(),
};

class StoppedClock extends Clock {
  override now(): Date {
    return NOW;
  }
}
const clock = new StoppedClock();

function frame(roster: () => Promise<unknown>, enquiry = anEnquiry()): EnquiryFrame {
  const decision = { enquiryByReference: () => Promise.resolve(enquiry) } as unknown as DecisionClient;
  const colleagues = new Colleagues({ staff: () => Promise.resolve([]) } as unknown as DecisionClient, clock);
  return new EnquiryFrame(decision, { roster } as unknown as ContactIntakeClient, colleagues, clock);
}

describe('Opening an enquiry', () => {
  test('joins names to ids from the roster', async () => {
    const open = await frame(() => Promise.resolve(aRoster())).load(asker, REFERENCE);
    expect(open.names.get(CHILD)).toBe('Kian Marlowe');
  });

  test('goes on without names while contacts do not answer, and not at all where the look cannot be recorded', async () => {
    const open = await frame(() => Promise.reject(new ServiceDown('contact-intake'))).load(asker, REFERENCE);
    expect([open.roster, open.names.get(CHILD)]).toEqual([undefined, 'child, 5 to 10']);
    const unrecorded = frame(() => Promise.reject(new AuditIsDown()));
    await expect(unrecorded.load(asker, REFERENCE)).rejects.toThrow(AuditIsDown);
  });

  test('is the hub’s; somebody else reads it by a broken glass alone, with what is left of it above the page', async () => {
    const roster = () => Promise.resolve(aRoster());
    await expect(frame(roster).load(atNight, REFERENCE)).rejects.toThrow(PageNotFound);
    const broken = anEnquiry({ restricted: true, brokenGlass: GLASS });
    const open = await frame(roster, broken).load(atNight, REFERENCE);
    expect(open.frame.glass?.heading).toContain('Noor Bakshi broke the glass');
    expect(open.frame.glass?.until).toContain('42 min left');
    expect(open.frame).toMatchObject({ isHub: false, protectHref: undefined, accessHref: undefined });
    expect((await frame(roster).load(asker, REFERENCE)).frame.glass).toBeUndefined();
  });

  test('goes on where a service has not heard yet of the broken glass, and only there', async () => {
    const notFound = () => Promise.reject(new ServiceProblem('contact-intake', 404, 'ROSTER.NOT_FOUND', 'None'));
    const broken = anEnquiry({ restricted: true, brokenGlass: GLASS });
    expect((await frame(notFound, broken).load(asker, REFERENCE)).roster).toBeUndefined();
    await expect(frame(notFound).load(asker, REFERENCE)).rejects.toThrow(ServiceProblem);
  });

  test('asks nobody for what is no reference of an enquiry', async () => {
    const open = frame(() => Promise.resolve(aRoster()));
    for (const reference of ['C-7K2Q4X9', 'E-7K2Q4X', '../queue', CHILD])
      await expect(open.load(asker, reference)).rejects.toThrow(PageNotFound);
  });
});

describe('The key to seal to', () => {
  const partnershipId = READER;

  async function keysFor(forger?: boolean) {
    const [sharing, other, sealing] = [
      await generateSigningKey(),
      await generateSigningKey(),
      await generateSealingKey(),
    ];
    const expiresAt = new Date(NOW.getTime() + 60_000);
    const terms = { publicKey: sealing.publicKey, partnershipId, use: 'enquiry', expiresAt, enquiryId: CHILD } as const;
    const lease = await signLease(terms, forger === true ? other.privateKey : sharing.privateKey);
    let asked = 0;
    const client = {
      keyOf: () => {
        asked += 1;
        return Promise.resolve(lease);
      },
    } as unknown as SharingClient;
    const config = { sharingPublicKey: JSON.stringify(sharing.publicKey) } as ConsoleConfig;
    return { keys: new EnquiryKeys(client, clock, config), publicKey: sealing.publicKey, times: () => asked };
  }

  test('is the one that sharing signed, asked for once in a while', async () => {
    const { keys, publicKey, times } = await keysFor();
    expect(await keys.publicKeyOf(asker, CHILD, partnershipId)).toEqual(publicKey);
    await keys.publicKeyOf(asker, CHILD, partnershipId);
    expect(times()).toBe(1);
  });

  test('is refused where another key signed it, or it belongs to another partnership', async () => {
    const forged = await keysFor(true);
    await expect(forged.keys.publicKeyOf(asker, CHILD, partnershipId)).rejects.toMatchObject({
      code: 'SEAL.LEASE_UNTRUSTED',
    });
    const { keys } = await keysFor();
    await expect(keys.publicKeyOf(asker, READER, partnershipId)).rejects.toMatchObject({
      code: 'SEAL.LEASE_WRONG_ENQUIRY',
    });
    await expect(keys.publicKeyOf(asker, CHILD, CHILD)).rejects.toMatchObject({
      code: 'SEAL.LEASE_WRONG_PARTNERSHIP',
    });
  });
});
