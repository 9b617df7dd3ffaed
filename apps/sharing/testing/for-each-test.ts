import { consentWith } from './a-consent';
import { linesWith } from './a-line';
import { productsWith } from './a-product';
import { establish } from './a-partnership';
import { reviewsWith } from './a-review';
import { AnEnquiry } from './an-enquiry';
import { startSharing, type Sharing } from './start-sharing';

export interface ForATest {
  readonly sharing: Sharing;
  readonly enquiry: AnEnquiry;
  readonly lines: ReturnType<typeof linesWith>;
  readonly consent: ReturnType<typeof consentWith>;
  readonly products: ReturnType<typeof productsWith>;
  readonly reviews: ReturnType<typeof reviewsWith>;
}

/**
 * Of the `describe` that asks for it: the service for its tests, with the demo partnership, and for each of them an enquiry with the steps of deciding its lines,
 * of stating consent, of making products and of answering what waits. What is done before each test besides is written after this.
 *
 * @param given is told of them before each test
 */
export function forEachTest(given: (its: ForATest) => void): void {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await startSharing();
    await establish(sharing);
  });
  beforeEach(async () => {
    const enquiry = await AnEnquiry.begin(sharing);
    given({
      ...{ sharing, enquiry, lines: linesWith(sharing), reviews: reviewsWith(sharing, enquiry) },
      ...{ consent: consentWith(sharing, enquiry), products: productsWith(sharing, enquiry) },
    });
  });
  afterAll(() => sharing.close());
}
