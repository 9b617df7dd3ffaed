import type { ProtectionRecipients } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { DecisionClient } from '../../../api-clients/decision.client';
import { ServiceDown, ServiceProblem } from '../../../api-clients/service-errors';
import type { Asker } from '../../../api-clients/service-http';
import { SharingClient } from '../../../api-clients/sharing.client';

/** Whom a press tells. `decision` knows; where it does not answer, `sharing` says whom the agency register names. */
@Injectable()
export class WhomToTell {
  constructor(
    private readonly decision: DecisionClient,
    private readonly sharing: SharingClient,
  ) {}

  /** @throws ServiceDown where neither can say; ServiceProblem where `decision` refuses */
  async of(
    asker: Asker,
    { enquiryId, reference }: { readonly enquiryId: string; readonly reference: string },
  ): Promise<ProtectionRecipients> {
    try {
      return await this.decision.protectionRecipients(asker, enquiryId);
    } catch (error) {
      if (!(error instanceof ServiceDown)) throw error;
      const standIn = await this.sharing.protectionStandIn(asker, reference).catch(ifRefused);
      // The id that the page posted is not trusted where nobody else checks it.
      if (standIn?.enquiryId !== enquiryId) throw error;
      return standIn;
    }
  }
}

/** Then nobody is sent anything, and the page says to ring: that is more help than a page that is not found. */
function ifRefused(error: unknown): undefined {
  if (error instanceof ServiceProblem) return undefined;
  throw error;
}
