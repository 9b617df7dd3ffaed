import type { AgreementsClient } from '../api-clients/agreements.client';
import { Clock } from '../clock';
import type { ConsoleRequest } from '../session/console-request';
import { TitlesOfAgreements } from './titles-of-agreements';

const KEPT = [
  { agreementId: 'a', version: 1, title: 'Sharing in Riverside' },
  { agreementId: 'a', version: 2, title: 'Sharing in Riverside and Estuary' },
];
const titles = (agreements: () => Promise<unknown>) =>
  new TitlesOfAgreements({ agreements } as unknown as AgreementsClient, new Clock()).of({
    sessionID: 's',
  } as unknown as ConsoleRequest);

describe('Titles of agreements', () => {
  test('are those of each version that the reader may read', async () => {
    const titleOf = await titles(() => Promise.resolve(KEPT));
    expect([titleOf('a', 1), titleOf('a', 2)]).toEqual(['Sharing in Riverside', 'Sharing in Riverside and Estuary']);
    expect([titleOf('a', 3), titleOf('b', 1)]).toEqual([undefined, undefined]);
  });

  test('are missed by no page while nobody can tell', async () => {
    const titleOf = await titles(() => Promise.reject(new Error('down')));
    expect(titleOf('a', 1)).toBeUndefined();
  });
});
