import { londonDateTime } from '@mash/clocks';
import type { ContactSummary, OpenedProduct } from '@mash/contracts';
import type { z } from 'zod';
import { sayPath } from '../../recalls/shared/recall-words';
import { recalledLines, THERE_MAY_BE_MORE } from '../../inbox/product.presenter';

/** The letter that the hub wrote to the referrer, exactly as it was decided. */
export interface LetterView {
  readonly reference: string;
  readonly heading: string;
  readonly sent: string;
  readonly paragraphs: readonly string[];
  readonly more: string;
  readonly disagreeHref: string;
  readonly recalled: readonly string[];
  readonly wrongHref: string;
}

export function letterView(
  { reference, enquiryId }: ContactSummary,
  letter: z.infer<typeof OpenedProduct>,
): LetterView {
  return {
    reference,
    heading: 'What the hub can tell you',
    sent: londonDateTime(new Date(letter.madeAt)),
    paragraphs: letter.words.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== ''),
    more: THERE_MAY_BE_MORE,
    disagreeHref: `/contacts/${reference}`,
    recalled: recalledLines(letter),
    wrongHref: sayPath(enquiryId, 'product', letter.productId, `/contacts/${reference}`),
  };
}
