import type { PersonActor } from '@mash/authorisation';
import { AuditTrail } from '@mash/audit-client';
import { Draft, DraftList } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { requireOwnDraft } from './draft-subject';
import { draftOf } from './draft.record';
import { DraftRepository } from './draft.repository';

class DraftAnswer extends createZodDto(Draft) {}
class DraftListAnswer extends createZodDto(DraftList) {}

@Controller('drafts')
export class DraftsController {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** The caller's own drafts, sealed, newest first. */
  @Get()
  @ZodResponse({ type: DraftListAnswer })
  async list(@CurrentPerson() actor: PersonActor) {
    const drafts = await this.drafts.listOf(actor.partnershipId, actor.id);
    const subject = { type: 'Draft', id: actor.id };
    await this.audit.recordRead({
      actor,
      action: 'draft.list',
      subject,
      outcome: 'shown',
      counts: { drafts: drafts.length },
    });
    return { drafts: drafts.map(draftOf) };
  }

  /** One draft of the caller's own, sealed. Another's reads as not found. */
  @Get(':draftId')
  @ZodResponse({ type: DraftAnswer })
  async get(@UuidParam('draftId') draftId: string, @CurrentPerson() actor: PersonActor) {
    const draft = requireOwnDraft(actor, 'read', await this.drafts.byId(draftId));
    await this.audit.recordRead({
      actor,
      action: 'draft.read',
      subject: { type: 'Draft', id: draftId },
      outcome: 'shown',
    });
    return draftOf(draft);
  }
}
