import type { AgreementContent } from '@mash/contracts';
import { consentWith } from './a-consent';
import { linesWith } from './a-line';
import { productsWith } from './a-product';
import { establish } from './a-partnership';
import { reviewsWith } from './a-review';
import { AnEnquiry } from './an-enquiry';
import { startSharing, type Sharing } from './start-sharing';

export interface ForATest {
  readonly sharing: Sharing;
  /** That of the demo partnership. */
  readonly agreement: AgreementContent;
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
 * @param settings of the service, where a test needs others
 */
export function forEachTest(given: (its: ForATest) => void, settings?: Parameters<typeof startSharing>[0]): void {
  let sharing: Sharing;
  let agreement: AgreementContent;
  beforeAll(async () => {
    sharing = await startSharing(settings);
    agreement = await establish(sharing);
  });
  beforeEach(async () => {
    const enquiry = await AnEnquiry.begin(sharing);
    given({
      ...{ sharing, agreement, enquiry, lines: linesWith(sharing), reviews: reviewsWith(sharing, enquiry) },
      ...{ consent: consentWith(sharing, enquiry), products: productsWith(sharing, enquiry) },
    });
  });
  afterAll(() => sharing.close());
}
