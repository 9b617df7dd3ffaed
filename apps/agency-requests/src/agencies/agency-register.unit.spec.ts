import { DEMO_PARTNERSHIP } from '@mash/contracts';
import { PassingServiceFailure, type ServiceClient } from '@mash/service-host';
import { registerOf } from '../../testing/agencies';
import { AgencyRegister } from './agency-register';

const { agencies } = registerOf();
const down = new PassingServiceFailure('sharing', 'unreachable');

describe('The register at hand', () => {
  const get = jest.fn();
  const started = () => new AgencyRegister({ get } as unknown as ServiceClient);
  let now: number;
  beforeEach(() => {
    now = 1_000_000;
    jest.spyOn(Date, 'now').mockImplementation(() => now);
    get.mockReset().mockResolvedValue({ agencies });
  });
  afterEach(() => jest.restoreAllMocks());

  test('is read anew after a minute', async () => {
    const register = started();
    for (const at of [0, 59_999, 60_001]) {
      now = 1_000_000 + at;
      expect(await register.atHand(DEMO_PARTNERSHIP)).toEqual(agencies);
    }
    expect(get).toHaveBeenCalledTimes(2);
  });

  test('is as it was read last while sharing does not answer, which is not asked at every look', async () => {
    const register = started();
    await register.atHand(DEMO_PARTNERSHIP);
    now += 61_000;
    get.mockRejectedValue(down);
    for (let look = 0; look < 3; look += 1) expect(await register.atHand(DEMO_PARTNERSHIP)).toEqual(agencies);
    expect(get).toHaveBeenCalledTimes(2);
    now += 10_001;
    get.mockResolvedValue({ agencies: [] });
    expect(await register.atHand(DEMO_PARTNERSHIP)).toEqual([]);
  });

  test('is empty where it was never read; whoever needs it whole hears that it is not to be had', async () => {
    get.mockRejectedValue(down);
    expect(await started().atHand(DEMO_PARTNERSHIP)).toEqual([]);
    await expect(started().all(DEMO_PARTNERSHIP)).rejects.toBe(down);
  });

  test('does not hide a failure that does not pass', async () => {
    get.mockRejectedValue(new RangeError('a defect'));
    await expect(started().atHand(DEMO_PARTNERSHIP)).rejects.toThrow('a defect');
  });
});
