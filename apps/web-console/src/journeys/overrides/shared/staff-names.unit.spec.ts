import { ServiceDown } from '../../../api-clients/service-errors';
import type { SharingClient } from '../../../api-clients/sharing.client';
import type { Colleagues } from '../../../layout/colleagues';
import type { ConsoleRequest } from '../../../session/console-request';
import { StaffNames } from './staff-names';

const colleagues = {
  of: () => Promise.resolve((id: string) => (id === 'b' ? 'Grace Adeyemi (MASH manager)' : undefined)),
} as unknown as Colleagues;
const namesWith = (releasers: () => Promise<unknown>) =>
  new StaffNames({ releasers } as unknown as SharingClient, colleagues).of({} as unknown as ConsoleRequest);
const register = { appointments: [{ accountId: 'a', name: 'Helen Okafor' }, { name: 'A mailbox' }] };

describe('Who set something aside', () => {
  test('reads by the name in the register, or as a colleague, and by the id of an account that nobody has heard of', async () => {
    const name = await namesWith(() => Promise.resolve(register));
    expect(['a', 'b', 'c'].map(name)).toEqual(['Helen Okafor', 'Grace Adeyemi (MASH manager)', 'Account c']);
  });

  test('reads by what is known while the register cannot be had', async () => {
    const name = await namesWith(() => Promise.reject(new ServiceDown('sharing')));
    expect(['a', 'b'].map(name)).toEqual(['Account a', 'Grace Adeyemi (MASH manager)']);
  });
});
