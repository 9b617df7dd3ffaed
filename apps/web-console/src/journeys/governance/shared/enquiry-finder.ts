import { Injectable } from '@nestjs/common';
import { GovernanceClient } from '../../../api-clients/governance.client';
import type { Asker } from '../../../api-clients/service-http';
import { ServiceDown, ServiceProblem } from '../../../api-clients/service-errors';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { redirect, type Answer } from '../../../layout/page';
import { readEnquirySearch, SEARCH_FIELD } from './enquiry-search';
import { searchPage, type SearchPage } from './search-page';

/**
 * Finds the id of the enquiry that somebody named. `sharing` knows every enquiry by reference, erased ones too; `decision` tells information
 * governance of none, for its record of an enquiry is content.
 */
@Injectable()
export class EnquiryFinder {
  constructor(private readonly governance: GovernanceClient) {}

  /** From what somebody typed on a page that asks for an enquiry: on to that enquiry, or the page again with what is wrong. */
  async answerTo(asker: Asker, its: SearchPage, fields: PostedFields): Promise<Answer> {
    const posted = new Posted(fields);
    const { enquiryId, errors } = await this.find(asker, posted);
    return enquiryId === undefined
      ? searchPage(its, posted.text(SEARCH_FIELD), errors)
      : redirect(`${its.action}/${enquiryId}`);
  }

  /** What a page about an enquiry is headed with: its reference, and its id where that cannot be had. No page fails for it. */
  async captionOf(asker: Asker, enquiryId: string): Promise<string> {
    try {
      return `Enquiry ${(await this.governance.governedEnquiry(asker, enquiryId)).enquiryReference}`;
    } catch (error) {
      if (!(error instanceof ServiceProblem || error instanceof ServiceDown)) throw error;
      return `Enquiry ${enquiryId}`;
    }
  }

  /** The id; or what to do about what was typed. A reference that may not be looked up reads like one that is not there. */
  private async find(asker: Asker, posted: Posted): Promise<{ enquiryId?: string; errors: readonly FieldError[] }> {
    const { named, errors } = readEnquirySearch(posted);
    if (named === undefined) return { errors };
    if ('id' in named) return { enquiryId: named.id, errors: [] };
    try {
      return { enquiryId: (await this.governance.governedEnquiry(asker, named.reference)).enquiryId, errors: [] };
    } catch (error) {
      if (!(error instanceof ServiceProblem) || error.status !== 404) throw error;
      return { errors: [{ field: SEARCH_FIELD, text: 'No enquiry was found. Check the reference' }] };
    }
  }
}
