import { CaseAccessRepository } from '@mash/case-access';
import { DEMO_PARTNERSHIP, newId, type EnvelopeToOpen } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { people } from '@mash/testing';
import { establish } from '../../testing/a-partnership';
import { AnEnquiry } from '../../testing/an-enquiry';
import { startSharing, type Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

/** A release asks other services first, and may wait seconds for one that is slow: what is said meanwhile counts. */
describe('While a release waits for a slow owner of its facts,', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let agreementId: string;
  let row: EnvelopeToOpen;

  beforeAll(async () => {
    sharing = await startSharing();
    ({ agreementId } = await establish(sharing));
  });
  beforeEach(async () => {
    enquiry = await AnEnquiry.begin(sharing);
    ({ row } = await enquiry.answer([{ text: 'Called to the address twice in May.' }]));
  });
  afterAll(() => sharing.close());

  /** Releases while `contact-intake` answers only once `meanwhile` is done. */
  const releaseWhile = async (meanwhile: () => Promise<unknown>) => {
    const path = `/contact-intake/facts/enquiries/${enquiry.enquiryId}`;
    let begun: () => void = () => undefined;
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    let goOn: () => void = () => undefined;
    const mayGoOn = new Promise<void>((resolve) => (goOn = resolve));
    sharing.others.asked.set(path, async () => {
      begun();
      await mayGoOn;
      return sharing.others.answers.get(path);
    });
    const released = sharing.as(people.analyst)('post', '/releases', {
      ...{ releaseId: newId(), enquiryId: enquiry.enquiryId, mode: 'content', purpose: 'S47', envelopes: [row] },
    });
    const answer = released.then((got) => got);
    await hasBegun;
    await new Promise((resolve) => setTimeout(resolve, 300)); // everything else that it asks has been answered
    await meanwhile();
    goOn();
    sharing.others.asked.delete(path);
    return answer;
  };
  const outcomes = () =>
    sharing.query<{ visibility: string }>('SELECT visibility FROM disclosure WHERE enquiry_id = $1', [
      enquiry.enquiryId,
    ]);

  test('nothing said leaves it as it was', async () => {
    const { body } = await releaseWhile(() => Promise.resolve());
    expect(body).toMatchObject({ items: [{ visibility: 'shown' }] });
  });

  test('a conflict of interest shuts it: nothing is shown, and no line says that it was', async () => {
    const said = {
      enquiryId: enquiry.enquiryId,
      version: 1,
      restricted: false,
      named: [],
      conflicts: [people.analyst.id],
    };
    const cases = sharing.app.get(CaseAccessRepository);
    const { status, text } = await releaseWhile(() =>
      sharing.app.get(UnitOfWork).run((tx) => cases.learn(tx, DEMO_PARTNERSHIP, said)),
    );
    expect(status).toBe(404);
    expect(text).not.toContain('address');
    expect(await outcomes()).toEqual([]);
  });

  test('an agreement that is stopped permits it no more', async () => {
    const { body } = await releaseWhile(async () => {
      const { status } = await sharing.as(people.igOfficer)('post', `/agreements/${agreementId}/stop`);
      expect(status).toBe(204);
    });
    expect(body).toMatchObject({ items: [{ visibility: 'withheld' }] });
    expect(await outcomes()).toEqual([{ visibility: 'withheld' }]);
  });
});
