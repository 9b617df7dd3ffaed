import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { HandoversWaiting } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { EnquiryAccess } from '../../access/enquiry-access';
import { OutwardProductRepository } from '../../products/outward-product.repository';

class HandoversWaitingBody extends createZodDto(HandoversWaiting) {}

const ACTION = 'handover.list-waiting';

@Controller('enquiries/:enquiryId/handovers-waiting')
export class HandoversWaitingController {
  constructor(
    private readonly access: EnquiryAccess,
    private readonly products: OutwardProductRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** What another handover would take the place of. Of a letter nobody is told that it waits. @throws 404, audited */
  @Get()
  @ZodResponse({ type: HandoversWaitingBody })
  async list(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('enquiryId') enquiryId: string,
  ): Promise<HandoversWaiting> {
    await this.access.forHub(actor, enquiryId, ACTION, 'read');
    const products = await this.unitOfWork.run((tx) => this.products.waiting(tx, enquiryId));
    const waiting = products
      .filter(({ kind }) => kind === 'handover')
      .map(({ audience, personIds }) => ({ audience, personIds: [...personIds] }));
    const subject = { type: 'Enquiry', id: enquiryId };
    const counts = { handovers: waiting.length };
    await this.audit.recordRead({ actor, action: ACTION, subject, enquiryId, outcome: 'shown', counts });
    return { waiting };
  }
}
