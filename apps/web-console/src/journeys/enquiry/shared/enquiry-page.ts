import type { FieldError } from '../../../forms/field-error';
import { HANDLING } from '../../../layout/handling-line';
import { page, type Page } from '../../../layout/page';
import type { StateLine } from '../../../layout/state-line';
import type { OpenEnquiry } from './enquiry-frame';
import { sectionLinks, type EnquirySection } from './enquiry-sections';

export interface EnquiryPageGiven<View extends object> {
  /** Template below src/ that extends `journeys/enquiry/shared/enquiry-frame.njk` and fills block `enquiry`. */
  readonly template: string;
  /** Word for the window title before the reference: "Picture". Never a name, colour or category. */
  readonly title: string;
  readonly section?: EnquirySection;
  readonly view: View;
  readonly errors?: readonly FieldError[];
  readonly state?: StateLine;
  readonly back?: string;
  readonly status?: number;
}

/** A page of an enquiry: wide, hub only, with the enquiry's frame and sections above its `h1`. */
export function enquiryPage<View extends object>(open: OpenEnquiry, given: EnquiryPageGiven<View>): Page {
  const { template, title, section, view, errors, state, back, status } = given;
  const frame = {
    title: `${title}, ${open.reference}`,
    wide: true,
    handling: HANDLING.hubOnly,
    section: open.frame.isHub ? '/queue' : '/break-glass',
    ...(errors && { errors }),
    ...(state && { state }),
    ...(back && { back }),
  };
  const enquiry = { ...open.frame, sections: sectionLinks(open.reference, section, open.frame.isHub) };
  return page(template, frame, { ...view, enquiry }, status);
}
