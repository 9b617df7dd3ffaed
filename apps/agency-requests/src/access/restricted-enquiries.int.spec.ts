import { EnquiryAccessChangedV1 } from '@mash/contracts';
import { eventually, people } from '@mash/testing';
import { askingWith } from '../../testing/asking';
import { startRequests, type Requests } from '../../testing/start-requests';

type Access = Partial<Omit<EnquiryAccessChangedV1['data'], 'enquiryId'>>;

describe('An enquiry that is shut to somebody', () => {
  let requests: Requests;
  let asking: ReturnType<typeof askingWith>;
  beforeAll(async () => {
    requests = await startRequests();
    asking = askingWith(requests);
  });
  afterAll(() => requests.close());

  const hear = async (enquiryId: string, its: Access) => {
    const said = { enquiryId, version: 1, restricted: false, named: [], conflicts: [], ...its };
    const heard = await requests.hear(EnquiryAccessChangedV1, said);
    await eventually(async () => expect(await requests.hasHeard(heard)).toBe(true));
  };
  const seen = (as: typeof people.analyst, paths: string[]) =>
    Promise.all(paths.map(async (path) => (await requests.as(as)('get', path)).status));
  const pathsOf = (enquiryId: string) =>
    ['plan', 'requests', 'answers'].map((part) => `/enquiries/${enquiryId}/${part}`);
  const worklist = async () => JSON.stringify((await requests.as(people.educationLiaison)('get', '/worklist')).body);

  test('of the hub: plan, asks and answers open to those named; the agency goes on with what it was asked', async () => {
    const { enquiryId, requestId } = await asking.anIssuedRequest();
    expect(await seen(people.analyst, pathsOf(enquiryId))).toEqual([200, 200, 200]);
    await hear(enquiryId, { restricted: true, named: [{ accountId: people.manager.id }] });
    expect(await seen(people.analyst, pathsOf(enquiryId))).toEqual([404, 404, 404]);
    expect((await requests.as(people.analyst)('post', `/requests/${requestId}/chase`)).status).toBe(404);
    expect(await seen(people.manager, pathsOf(enquiryId))).toEqual([200, 200, 200]);
    expect((await requests.as(people.educationLiaison)('get', `/requests/${requestId}`)).status).toBe(200);
    expect(await worklist()).toContain(requestId);
  });

  test('by a conflict of interest: hub and agency alike, the newest word counting', async () => {
    const { enquiryId, requestId } = await asking.anIssuedRequest();
    await hear(enquiryId, { version: 3, conflicts: [people.analyst.id, people.educationLiaison.id] });
    await hear(enquiryId, { version: 2 });
    expect(await seen(people.analyst, pathsOf(enquiryId))).toEqual([404, 404, 404]);
    expect(await seen(people.educationLiaison, [`/requests/${requestId}`])).toEqual([404]);
    expect(await worklist()).not.toContain(requestId);
    expect(await seen(people.socialWorkAnalyst, pathsOf(enquiryId))).toEqual([200, 200, 200]);
  });

  test('which is heard of before the enquiry itself', async () => {
    const { enquiryId } = await asking.anOpenEnquiry();
    await requests.query('DELETE FROM case_access WHERE enquiry_id = $1', [enquiryId]);
    expect(await seen(people.analyst, [`/enquiries/${enquiryId}/requests`])).toEqual([200]);
    const unheard = '0198cccc-0000-7000-8000-000000000001';
    await hear(unheard, { restricted: true });
    expect(await seen(people.manager, [`/enquiries/${unheard}/requests`])).toEqual([404]);
  });
});
