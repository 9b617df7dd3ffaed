import type { DecisionClient } from '../api-clients/decision.client';
import { Clock } from '../clock';
import type { ConsoleRequest } from '../session/console-request';
import { Colleagues } from './colleagues';

const HELEN = '0198aaaa-0000-7000-8000-000000000006';
const STAFF = [{ accountId: HELEN, name: 'Helen Okafor', roleTitle: 'MASH manager', agencyId: 'council', roles: [] }];
const asker = (role: string) =>
  ({ sessionID: role, person: { accountId: 'a', roles: [role] } }) as unknown as ConsoleRequest;
const colleagues = (staff: () => Promise<unknown>) =>
  new Colleagues({ staff } as unknown as DecisionClient, new Clock());

describe('Colleagues', () => {
  test('are named to the hub and to those who oversee it', async () => {
    const staff = colleagues(() => Promise.resolve(STAFF));
    for (const role of ['mash-analyst', 'ig-officer'])
      expect((await staff.of(asker(role)))(HELEN)).toBe('Helen Okafor (MASH manager)');
    expect((await staff.of(asker('mash-analyst')))('somebody-else')).toBeUndefined();
  });

  test('are asked about for nobody else, and missed by no page while nobody can tell', async () => {
    const asked = jest.fn(() => Promise.resolve(STAFF));
    expect((await colleagues(asked).of(asker('police-liaison')))(HELEN)).toBeUndefined();
    expect(asked).not.toHaveBeenCalled();
    const down = colleagues(() => Promise.reject(new Error('down')));
    expect((await down.of(asker('mash-manager')))(HELEN)).toBeUndefined();
  });
});
