import { Injectable } from '@nestjs/common';
import { DecisionClient } from '../../../api-clients/decision.client';
import type { Asker } from '../../../api-clients/service-http';
import { ServiceProblem } from '../../../api-clients/service-errors';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';
import { readEnquirySearch, SEARCH_FIELD } from './enquiry-search';

/** Finds the id of the enquiry that somebody named. */
@Injectable()
export class EnquiryFinder {
  constructor(private readonly decision: DecisionClient) {}

  /** The id; or what to do about what was typed. A reference that may not be looked up reads like one that is not there. */
  async find(asker: Asker, posted: Posted): Promise<{ enquiryId?: string; errors: readonly FieldError[] }> {
    const { named, errors } = readEnquirySearch(posted);
    if (named === undefined) return { errors };
    if ('id' in named) return { enquiryId: named.id, errors: [] };
    try {
      return { enquiryId: (await this.decision.enquiryByReference(asker, named.reference)).enquiryId, errors: [] };
    } catch (error) {
      if (!(error instanceof ServiceProblem)) throw error;
      const text = 'No enquiry was found under this reference. Enter the id of the enquiry, as it stands in the log';
      return { errors: [{ field: SEARCH_FIELD, text }] };
    }
  }
}
