import { people } from '@mash/testing';
import { AnEnquiry } from '../../testing/an-enquiry';
import { establish } from '../../testing/a-partnership';
import { startSharing, type Sharing } from '../../testing/start-sharing';
import { EnvelopeOpener } from './envelope-opener';
import { ItemReviews } from './item-reviews';

jest.setTimeout(120_000);

describe('An agreement that is stopped while envelopes are opened', () => {
  let sharing: Sharing;
  let agreementId: string;
  beforeAll(async () => {
    sharing = await startSharing();
    ({ agreementId } = await establish(sharing));
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => sharing.close());

  /** Opening ends only once all that people have said has been read, and somebody has done this. */
  const openingWaitsFor = (meanwhile: () => Promise<unknown>) => {
    const [opener, reviews] = [sharing.app.get(EnvelopeOpener), sharing.app.get(ItemReviews)];
    const [openAll, of] = [opener.openAll.bind(opener), reviews.of.bind(reviews)];
    let hasRead: () => void = () => undefined;
    const isRead = new Promise<void>((resolve) => (hasRead = resolve));
    jest.spyOn(reviews, 'of').mockImplementationOnce((...asked) => of(...asked).finally(hasRead));
    jest.spyOn(opener, 'openAll').mockImplementationOnce(async (...given) => {
      await isRead;
      await meanwhile();
      return openAll(...given);
    });
  };

  test('permits nothing of them', async () => {
    const enquiry = await AnEnquiry.begin(sharing);
    const { row } = await enquiry.accepted({ text: 'Called to the address twice in May.' });
    const release = () => enquiry.released([row]);
    openingWaitsFor(() => Promise.resolve());
    expect(await release()).toMatchObject({ items: [{ visibility: 'shown' }] });
    openingWaitsFor(async () => {
      const stopped = await sharing.as(people.igOfficer)('post', `/agreements/${agreementId}/stop`);
      expect(stopped.status).toBe(204);
    });
    expect(await release()).toMatchObject({ items: [{ visibility: 'withheld' }] });
  });
});
