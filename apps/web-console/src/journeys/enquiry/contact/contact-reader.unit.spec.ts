import type { Release, Released } from '@mash/contracts';
import type { ContactIntakeClient } from '../../../api-clients/contact-intake.client';
import { AuditIsDown, ServiceDown } from '../../../api-clients/service-errors';
import type { Asker } from '../../../api-clients/service-http';
import type { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import { anEnquiry, anOpenEnquiry, before, CHILD, SEALED } from '../testing/an-enquiry';
import { ContactReader } from './contact-reader';

const asker = {} as unknown as Asker;
const detail = {
  ...{ contactId: CHILD, enquiryId: CHILD, reference: 'C-7K2Q4X9', enquiryReference: 'E-7K2Q4X9', sealed: SEALED },
  ...{ receivedAt: before(9), recordedAt: before(9), urgent: false, acknowledged: [], presentingIssues: [] },
  ...({ source: '2A', referrerKind: 'public', reply: 'none' } as const),
};

function reader(answer: () => Promise<Released>): { contacts: ContactReader; asked: Release[] } {
  const asked: Release[] = [];
  const release = (_asker: Asker, body: Release): Promise<Released> => {
    asked.push(body);
    return answer();
  };
  const sharing = { release } as unknown as SharingClient;
  return { contacts: new ContactReader({} as unknown as ContactIntakeClient, sharing, new Clock()), asked };
}

const nothing = (): Promise<Released> =>
  Promise.resolve({ releaseId: CHILD, releasedAt: before(0), items: [], coverage: [], refused: [] });

describe('Opening a concern', () => {
  test('asks by the purpose of the threshold, under a new release id each time', async () => {
    const { contacts, asked } = reader(nothing);
    const open = anOpenEnquiry(anEnquiry());
    await contacts.concern(asker, open, detail);
    await contacts.concern(asker, open, detail);
    expect(asked[0]).toMatchObject({
      mode: 'content',
      purpose: 'SCREEN',
      envelopes: [{ typ: 'contact', contactId: CHILD }],
    });
    expect(asked[0]?.releaseId).not.toBe(asked[1]?.releaseId);
  });

  test('opens who told by itself, and asks nothing where nobody said who they are', async () => {
    const { contacts, asked } = reader(nothing);
    await contacts.caller(asker, { ...detail, sealedCaller: SEALED }, 'SCREEN');
    expect(asked.map(({ envelopes }) => envelopes.map(({ typ }) => typ))).toEqual([['caller']]);
    expect(await contacts.caller(asker, detail, 'SCREEN')).toBeUndefined();
    expect(asked).toHaveLength(1);
  });

  test('says that sharing does not answer, and shows no page where the look cannot be recorded', async () => {
    const down = reader(() => Promise.reject(new ServiceDown('sharing')));
    expect(await down.contacts.concern(asker, anOpenEnquiry(), detail)).toEqual({ kind: 'unreachable' });
    const unrecorded = reader(() => Promise.reject(new AuditIsDown()));
    await expect(unrecorded.contacts.concern(asker, anOpenEnquiry(), detail)).rejects.toThrow(AuditIsDown);
  });
});
