import { agreementPdf } from './agreement-pdf';
import type { PublicAgreementView } from './public-agreement.presenter';

/** One for each agreement that is read now. */
const MOST_KEPT = 50;

/**
 * PDFs by what they say. Making one takes far longer than reading what goes into it: it is made once for as long as it would say the same, which,
 * with the minute that stands at its foot, is a minute at most.
 */
export class MadePdfs {
  private readonly made = new Map<string, { readonly says: string; readonly pdf: Promise<Buffer> }>();

  of(view: PublicAgreementView): Promise<Buffer> {
    const says = JSON.stringify(view);
    const known = this.made.get(view.pdfHref);
    if (known?.says === says) return known.pdf;
    const [oldest] = this.made.keys();
    if (this.made.size >= MOST_KEPT && oldest !== undefined) this.made.delete(oldest);
    const pdf = agreementPdf(view);
    // One that could not be made is tried again, and its reader told: only the memory of it goes here.
    pdf.catch(() => this.made.delete(view.pdfHref));
    this.made.set(view.pdfHref, { says, pdf });
    return pdf;
  }
}
