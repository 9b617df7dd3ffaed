import type { Sealed } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import type { ConsoleRequest } from '../../../session/console-request';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { SealingDesk } from '../../../sealing/sealing-desk';
import { EnquiryKeys } from '../../enquiry/shared';

/** Seals a reason of information governance to the key of its enquiry, as a note of its author. */
@Injectable()
export class ReasonSealer {
  constructor(
    private readonly keys: EnquiryKeys,
    private readonly desk: SealingDesk,
  ) {}

  /** @param its version 1 for why something was placed or asked for, 2 for why it was lifted */
  async seal(
    request: ConsoleRequest,
    person: SignedInPerson,
    its: { enquiryId: string; noteId: string; version: 1 | 2; reason: string },
  ): Promise<Sealed> {
    const { enquiryId, noteId, version, reason } = its;
    const { partnershipId, accountId } = person;
    const publicKey = await this.keys.publicKeyOf(request, enquiryId, partnershipId);
    const header = { typ: 'note', version, partnershipId, enquiryId, noteId, authorId: accountId } as const;
    return this.desk.seal({ author: person, header, facts: {}, content: { reason }, publicKey });
  }
}
