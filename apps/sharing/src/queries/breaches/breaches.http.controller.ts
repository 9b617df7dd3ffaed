import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { Breaches, BreachRecord, ExportedBreach } from '@mash/contracts';
import { Clock, CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { BreachFinder } from '../../breaches/breach-finder';
import { BreachReader } from '../../breaches/breach-reader';
import { BreachRepository } from '../../breaches/breach.repository';
import { GovernanceGate } from '../../governance/governance-gate';
import { EnquiryRepository } from '../../persistence/enquiry.repository';
import { breachSummary, exportedBreach } from './breach-view';

class BreachesBody extends createZodDto(Breaches) {}
class BreachRecordBody extends createZodDto(BreachRecord) {}
class ExportedBreachBody extends createZodDto(ExportedBreach) {}

/** Records of personal data breaches, for the controller's officer and the auditor. */
@Controller('breaches')
export class BreachesController {
  constructor(
    private readonly gate: GovernanceGate,
    private readonly finder: BreachFinder,
    private readonly reader: BreachReader,
    private readonly breaches: BreachRepository,
    private readonly enquiries: EnquiryRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ZodResponse({ type: BreachesBody })
  async list(@CurrentPerson() actor: PersonActor) {
    const { partnershipId } = actor;
    const all = { kind: 'Breach', id: partnershipId, partnershipId } as const;
    await this.gate.admit(actor, 'read', all, { action: 'breach.list' });
    const rows = await this.breaches.list(partnershipId);
    const [statements, references] = await Promise.all([
      this.breaches.statements(rows.map(({ breachId }) => breachId)),
      this.enquiries.referencesOf(rows.map(({ enquiryId }) => enquiryId)),
    ]);
    const subject = { type: 'Breach', id: partnershipId };
    const counts = { breaches: rows.length };
    await this.audit.recordRead({ actor, action: 'breach.list', subject, outcome: 'shown', counts });
    const now = this.clock.now();
    const breaches = rows.map((row) => {
      const own = statements.filter(({ breachId }) => breachId === row.breachId);
      return breachSummary(row, own, { enquiryReference: references.get(row.enquiryId) ?? '', now });
    });
    return { breaches };
  }

  @Get(':breachId')
  @ZodResponse({ type: BreachRecordBody })
  show(@CurrentPerson() actor: PersonActor, @UuidParam('breachId') breachId: string) {
    return this.read(actor, 'read', breachId);
  }

  @Get(':breachId/export')
  @ZodResponse({ type: ExportedBreachBody })
  async export(@CurrentPerson() actor: PersonActor, @UuidParam('breachId') breachId: string) {
    return exportedBreach(await this.read(actor, 'export', breachId), this.clock.now());
  }

  private async read(actor: PersonActor, act: 'read' | 'export', breachId: string): Promise<BreachRecord> {
    const action = `breach.${act}`;
    const breach = await this.finder.find(actor, act, breachId, action);
    const record = await this.reader.read(actor, breach);
    const subject = { type: 'Breach', id: breachId };
    await this.audit.recordRead({ actor, action, subject, enquiryId: breach.enquiryId, outcome: 'shown' });
    return record;
  }
}
