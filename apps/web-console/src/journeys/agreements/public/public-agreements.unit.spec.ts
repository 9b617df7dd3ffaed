import type { ServiceHttp } from '../../../api-clients/service-http';
import { ServiceProblem } from '../../../api-clients/service-errors';
import { Clock } from '../../../clock';
import { PageNotFound } from '../../../session/page-not-found';
import { PublicAgreements } from './public-agreements';

const START = Date.parse('2026-11-28T14:05:00.000Z');

/** What `sharing` says, how often it was asked, and what the clock shows. */
function aReader() {
  const its = { now: START, standing: 'in_force', asked: 0, isThere: true };
  const http = {
    callWithToken: () => {
      its.asked += 1;
      const problem = new ServiceProblem('sharing', 404, 'AGREEMENT.NOT_FOUND', 'No');
      return its.isThere ? Promise.resolve({ standing: its.standing }) : Promise.reject(problem);
    },
  } as unknown as ServiceHttp;
  const clock = Object.assign(new Clock(), { now: () => new Date(its.now) });
  const agreements = new PublicAgreements(http, clock);
  const standing = async () => (await agreements.one('riverside', 'ours')).value as unknown as { standing: string };
  return { its, read: async () => (await standing()).standing };
}

describe('What anybody reads of the agreements', () => {
  test('is asked for once a second, however many read it', async () => {
    const { its, read } = aReader();
    await Promise.all(Array.from({ length: 100 }, read));
    its.now += 999;
    await read();
    expect(its.asked).toBe(1);
  });

  test('says that sharing was stopped a second after the stop', async () => {
    const { its, read } = aReader();
    expect(await read()).toBe('in_force');
    its.standing = 'stopped';
    its.now += 1000;
    expect(await read()).toBe('stopped');
  });

  test('is not kept where there is nothing', async () => {
    const { its, read } = aReader();
    its.isThere = false;
    await expect(read()).rejects.toThrow(PageNotFound);
    its.isThere = true;
    expect(await read()).toBe('in_force');
  });
});
