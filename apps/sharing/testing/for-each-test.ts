import { establish } from './a-partnership';
import { AnEnquiry } from './an-enquiry';
import { startSharing, type Sharing } from './start-sharing';

/**
 * Of the `describe` that asks for it: the service for its tests, with the demo partnership, and an enquiry for each of them. What is done before
 * each test besides is written after this.
 *
 * @param given is told of both before each test
 */
export function forEachTest(given: (its: { sharing: Sharing; enquiry: AnEnquiry }) => void): void {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await startSharing();
    await establish(sharing);
  });
  beforeEach(async () => given({ sharing, enquiry: await AnEnquiry.begin(sharing) }));
  afterAll(() => sharing.close());
}
