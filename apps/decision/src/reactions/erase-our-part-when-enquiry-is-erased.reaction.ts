import { EnquiryErasedV1, DecisionPartErasedV1 } from '@mash/contracts';
import { PartEraser } from '@mash/erasure';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';

/** Nobody can open any more what was sealed; here what is plain and personal goes too, and `sharing` is told that it has. */
@Controller()
export class EraseOurPartWhenEnquiryIsErased {
  static readonly consumerId = 'decision.erase-our-part-when-enquiry-is-erased';

  constructor(private readonly eraser: PartEraser) {}

  @EventPattern(EnquiryErasedV1.type)
  async handle(@Payload() event: EnquiryErasedV1): Promise<void> {
    await this.eraser.erase(event, {
      service: 'decision',
      consumerId: EraseOurPartWhenEnquiryIsErased.consumerId,
      done: DecisionPartErasedV1,
    });
  }
}
