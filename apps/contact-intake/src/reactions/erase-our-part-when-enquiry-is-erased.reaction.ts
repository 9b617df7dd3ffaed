import { CaseAccessRepository } from '@mash/case-access';
import { EnquiryErasedV1, IntakePartErasedV1 } from '@mash/contracts';
import { PartEraser } from '@mash/erasure';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';

/** Nobody can open any more what was sealed; here what is plain and personal goes too, and `sharing` is told that it has. */
@Controller()
export class EraseOurPartWhenEnquiryIsErased {
  static readonly consumerId = 'contact-intake.erase-our-part-when-enquiry-is-erased';

  constructor(
    private readonly eraser: PartEraser,
    private readonly access: CaseAccessRepository,
  ) {}

  @EventPattern(EnquiryErasedV1.type)
  async handle(@Payload() event: EnquiryErasedV1): Promise<void> {
    await this.eraser.erase(event, {
      service: 'contact-intake',
      consumerId: EraseOurPartWhenEnquiryIsErased.consumerId,
      done: IntakePartErasedV1,
      held: event.data.heldEnquiryIds ?? [],
      also: (tx) => this.access.forget(tx, event.data.enquiryId),
    });
  }
}
