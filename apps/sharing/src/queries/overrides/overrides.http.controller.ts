import { AuditTrail } from '@mash/audit-client';
import { can, type PersonActor } from '@mash/authorisation';
import { OverrideDetail, Overrides, type OverrideView } from '@mash/contracts';
import { CurrentPerson, notFound, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { askerWords } from '../../domain/asker-words';
import { overrideSubject } from '../../features/confirm-override/confirm-override.handler';
import { OverrideRepository, type JudgementRow, type OverrideRow } from '../../overrides/override.repository';
import { OverrideSeal } from '../../overrides/override-seal';
import { ObligationRepository } from '../../obligations/obligation.repository';

class OverridesBody extends createZodDto(Overrides) {}
class OverrideDetailBody extends createZodDto(OverrideDetail) {}

const mayKnow = (actor: PersonActor, row: OverrideRow): boolean => {
  const subject = overrideSubject(row);
  return can(actor, 'read', subject) || can(actor, 'acknowledge', subject);
};

@Controller('overrides')
export class OverridesController {
  constructor(
    private readonly overrides: OverrideRepository,
    private readonly obligations: ObligationRepository,
    private readonly seal: OverrideSeal,
    private readonly audit: AuditTrail,
  ) {}

  /** Newest first: the partnership's to managers and information governance, its own to a holder. Codes; the reason opens one by one. */
  @Get()
  @ZodResponse({ type: OverridesBody })
  async list(@CurrentPerson() actor: PersonActor) {
    const rows = (await this.overrides.newest(actor.partnershipId)).filter((row) => mayKnow(actor, row));
    const judgements = await this.overrides.judgements(rows.map(({ overrideId }) => overrideId));
    const dueDays = await this.obligations.dueOf(
      rows.map(({ sharingDecisionId }) => sharingDecisionId),
      'OVERRIDE_REVIEW',
    );
    const subject = { type: 'Partnership', id: actor.partnershipId };
    const entry = { actor, action: 'override.list', subject, outcome: 'shown' } as const;
    await this.audit.recordRead({ ...entry, counts: { overrides: rows.length } });
    return { overrides: rows.map((row) => viewOf(actor, row, judgements, dueDays)) };
  }

  /** With the written reason, opened for this reader. The holder is told that it was overridden, not what the hub wrote. */
  @Get(':overrideId')
  @ZodResponse({ type: OverrideDetailBody })
  async one(@CurrentPerson() actor: PersonActor, @UuidParam('overrideId') overrideId: string) {
    const row = await this.overrides.find(overrideId);
    if (row === undefined || !can(actor, 'read', overrideSubject(row))) throw notFound('Override');
    const subject = { type: 'Override', id: overrideId };
    await this.audit.recordRead({
      actor,
      action: 'override.read',
      subject,
      enquiryId: row.enquiryId,
      outcome: 'shown',
    });
    const reason = await this.seal.reason(row, { kid: row.reasonKid, envelope: row.reasonEnvelope });
    const strikes =
      reason === undefined ? [] : await this.seal.strikes(row, { kid: row.kid, envelope: row.strikesEnvelope });
    const judgements = await this.overrides.judgements([overrideId]);
    const dueDays = await this.obligations.dueOf([row.sharingDecisionId], 'OVERRIDE_REVIEW');
    const view = viewOf(actor, row, judgements, dueDays);
    return { ...view, ...(reason !== undefined && { reason }), strikes: askerWords(strikes) };
  }
}

function viewOf(
  actor: PersonActor,
  row: OverrideRow,
  judgements: readonly JudgementRow[],
  dueDays: ReadonlyMap<string, Date>,
): OverrideView {
  const { overrideId, sharingDecisionId, enquiryId, mode, holderAgencyId, toAgencyId, purpose, grounds, state } = row;
  const igDueAt = dueDays.get(sharingDecisionId);
  const subject = overrideSubject(row);
  return {
    ...{ overrideId, sharingDecisionId, enquiryId, mode, holderAgencyId, toAgencyId, purpose, grounds, state },
    toAudience: row.audience,
    ...(row.outcome !== null && { outcome: row.outcome }),
    proposedBy: row.proposedBy,
    proposedAt: row.proposedAt.toISOString(),
    ...(row.secondBy !== null && { secondPerson: row.secondBy }),
    ...(state === 'in_force' && row.settledAt !== null && { inForceAt: row.settledAt.toISOString() }),
    ...(row.holderSeenAt !== null && { holderSeenAt: row.holderSeenAt.toISOString() }),
    ...(state === 'in_force' && igDueAt !== undefined && { igDueAt: igDueAt.toISOString() }),
    judgements: judgements
      .filter((one) => one.overrideId === overrideId)
      .map(({ verdict, judgedBy, judgedAt }) => ({ verdict, by: judgedBy, at: judgedAt.toISOString() })),
    mayConfirm: can(actor, 'confirm', subject),
    mayJudge: can(actor, 'judge', subject),
  };
}
