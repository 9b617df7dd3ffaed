import type { FieldError } from '../../../forms/field-error';
import { page, type Answer, type Frame } from '../../../layout/page';
import { enquirySearchField } from './enquiry-search';

/** A page that asks for one enquiry, by its reference or id and never by a name. */
export interface SearchPage {
  readonly frame: Frame;
  readonly heading: string;
  /** Where it is sent. */
  readonly action: string;
  readonly button: string;
}

/** @param typed what was typed, where it was not found */
export function searchPage(its: SearchPage, typed?: string, errors: readonly FieldError[] = []): Answer {
  const { frame, ...view } = its;
  const field = enquirySearchField(typed, errors);
  return page('journeys/governance/shared/search.njk', { ...frame, errors }, { ...view, field });
}
