import { DEMO_AGENCIES } from '@mash/contracts';
import type { PersonActor } from '@mash/authorisation';
import { people } from '@mash/testing';
import { AHolder } from '../../testing/a-holder';
import { establish } from '../../testing/a-partnership';
import { otherCoordinator, productsWith } from '../../testing/a-product';
import { AnEnquiry } from '../../testing/an-enquiry';
import { startSharing, type Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

const TEXT = 'He was seen alone in the park in May.';
const EARLY_HELP = { audience: 'team_eh', agencyId: DEMO_AGENCIES.earlyHelp };
const NIGHT = 'estuary-duty-team';
const dutyWorker: PersonActor = {
  ...people.emergencyDuty,
  id: '0198aaaa-0000-7000-8000-000000000413',
  agencyId: NIGHT,
};
const healthVisitor: PersonActor = { ...people.healthLiaison, id: '0198aaaa-0000-7000-8000-000000000414' };

describe('A handover is for one agency, whatever its role', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let products: ReturnType<typeof productsWith>;
  let police: AHolder;
  let itemId: string;

  beforeAll(async () => {
    sharing = await startSharing();
    await establish(sharing);
    const helps = { reveals: 'none', s47List: true, answersFor: ['early-help'] };
    const charity = { agencyId: otherCoordinator.agencyId, name: 'A family charity', kind: 'voluntary', bound: false };
    expect((await registered({ ...charity, ...helps })).status).toBe(204);
  });
  beforeEach(async () => {
    enquiry = await AnEnquiry.begin(sharing);
    products = productsWith(sharing, enquiry);
    police = new AHolder(sharing, enquiry);
    for (const { id } of [people.earlyHelpCoordinator, otherCoordinator])
      sharing.others.access.set(id, { access: 'ordinary', audience: 'team_eh' });
    for (const { id } of [people.socialCareManager, people.emergencyDuty, dutyWorker])
      sharing.others.access.set(id, { access: 'ordinary', audience: 'team_sc' });
    sharing.others.access.set(healthVisitor.id, { access: 'ordinary', audience: 'team_other' });
    [itemId = ''] = (await enquiry.accepted({ text: TEXT })).itemIds;
  });
  afterAll(() => sharing.close());

  const registered = (body: object) => sharing.as(people.admin)('put', '/register/agencies', { agencies: [body] });
  const dutyTeam = (answersFor: string[]) =>
    registered({
      ...{ agencyId: NIGHT, name: 'The duty team next door', kind: 'council', bound: true, answersFor },
      ...{ reveals: 'none', s47List: true },
    });

  test('one of early help opens to its own staff, and to no other charity with a coordinator', async () => {
    await police.states(itemId, { facts: { says: 'released_as_it_stands', to: EARLY_HELP } });
    const { productId, included } = await products.make({
      ...{ audience: 'team_eh', toAgencyId: EARLY_HELP.agencyId, purpose: 'EH', itemIds: [itemId] },
    });
    expect(included).toEqual([itemId]);
    const opened = await products.open(productId, otherCoordinator);
    expect(opened.status).toBe(404);
    expect(opened.text).not.toMatch(/park|mornings|Wren/);
    expect(await products.lines(otherCoordinator)).toEqual([]);
    expect(await products.read(productId, people.earlyHelpCoordinator)).toMatchObject({ items: [{ text: TEXT }] });
  });

  test('one of another service opens to no other agency that has such a service', async () => {
    const { productId } = await products.make({ audience: 'team_other', toAgencyId: DEMO_AGENCIES.school });
    expect((await products.open(productId, healthVisitor)).status).toBe(404);
    const own = await products.make({ audience: 'team_other', toAgencyId: healthVisitor.agencyId });
    expect((await products.open(own.productId, healthVisitor)).status).toBe(200);
  });

  describe('of social care', () => {
    test('opens to the duty team of the same body out of hours', async () => {
      const { productId } = await products.make({ itemIds: [itemId] });
      expect(await products.read(productId, people.emergencyDuty)).toMatchObject({ items: [{ text: TEXT }] });
    });

    test('does not open to a council that answers neither for social care nor for its duty team', async () => {
      await dutyTeam(['education']);
      const { productId } = await products.make({ itemIds: [itemId] });
      expect((await products.open(productId, dutyWorker)).status).toBe(404);
      expect(await products.lines(dutyWorker)).toEqual([]);
    });

    test('opens to the duty team of another council, which takes over out of hours', async () => {
      await dutyTeam(['emergency-duty']);
      const { productId } = await products.make({ itemIds: [itemId] });
      expect(await products.read(productId, dutyWorker)).toMatchObject({ items: [{ itemId, text: TEXT }] });
    });
  });
});
