import { AuditTrail } from '@mash/audit-client';
import { can, openToTheHub, sqlFilterFor, type PersonActor, type SqlFilter } from '@mash/authorisation';
import { CaseAccessRepository, caseAccessColumns, type CaseAccess } from '@mash/case-access';
import { OverrideDetail, Overrides, type OverrideView } from '@mash/contracts';
import { Clock, CurrentPerson, notFound, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { askerWords } from '../../domain/asker-words';
import { overrideSubject } from '../../features/confirm-override/confirm-override.handler';
import { OverrideRepository, type JudgementRow, type OverrideRow } from '../../overrides/override.repository';
import { OverrideSeal } from '../../overrides/override-seal';
import { EnquiryRepository } from '../../persistence/enquiry.repository';
import { ObligationRepository } from '../../obligations/obligation.repository';
import { answersFor, EVERYBODY_NAMED, NamedToReader, type Naming } from '../../register/named-to-reader';

class OverridesBody extends createZodDto(Overrides) {}
class OverrideDetailBody extends createZodDto(OverrideDetail) {}

const COLUMNS = {
  id: 'o.override_id',
  partnershipId: 'o.partnership_id',
  holderAgencyId: 'o.holder_agency_id',
  waiting: "(o.state = 'waiting')",
  inForce: "(o.state = 'in_force')",
  barredIds: 'ARRAY[o.asked_by, o.proposed_by]',
};

/** Overrides, as `o`, that the actor may know of: to read, or as the holder. Placeholders begin at 2. */
function knownTo(actor: PersonActor, now: Date): SqlFilter | null {
  const columns = { ...COLUMNS, ...caseAccessColumns('o.enquiry_id', now) };
  const read = sqlFilterFor(actor, 'read', 'Override', columns, 2);
  const held = sqlFilterFor(actor, 'acknowledge', 'Override', columns, 2 + (read?.params.length ?? 0));
  if (read === null || held === null) return read ?? held;
  return { where: `(${read.where} OR ${held.where})`, params: [...read.params, ...held.params] };
}

@Controller('overrides')
export class OverridesController {
  constructor(
    private readonly overrides: OverrideRepository,
    private readonly obligations: ObligationRepository,
    private readonly enquiries: EnquiryRepository,
    private readonly seal: OverrideSeal,
    private readonly cases: CaseAccessRepository,
    private readonly named: NamedToReader,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What waits for somebody first, all of it; then the newest: the partnership's to managers and information governance, its own to a holder. Codes; the reason opens one by one. */
  @Get()
  @ZodResponse({ type: OverridesBody })
  async list(@CurrentPerson() actor: PersonActor) {
    const rows = await this.overrides.listed(actor.partnershipId, knownTo(actor, this.clock.now()));
    const cases = await this.cases.ofAll(rows.map(({ enquiryId }) => enquiryId));
    const judgements = await this.overrides.judgements(rows.map(({ overrideId }) => overrideId));
    const dueDays = await this.obligations.dueOf(
      rows.map(({ sharingDecisionId }) => sharingDecisionId),
      'OVERRIDE_REVIEW',
    );
    const naming = await this.named.in(actor, rows);
    const references = await this.enquiries.referencesOf(rows.map(({ enquiryId }) => enquiryId));
    const askedAgain = await this.overrides.askedAgain(rows.map(({ sharingDecisionId }) => sharingDecisionId));
    const subject = { type: 'Partnership', id: actor.partnershipId };
    const entry = { actor, action: 'override.list', subject, outcome: 'shown' } as const;
    await this.audit.recordRead({ ...entry, counts: { overrides: rows.length } });
    return {
      overrides: rows.map((row) =>
        viewOf(actor, row, {
          ...{ judgements, dueDays, naming, references, askedAgain },
          access: cases.get(row.enquiryId) ?? openToTheHub,
        }),
      ),
    };
  }

  /** With the written reason, opened for this reader. The holder is told that it was overridden, not what the hub wrote. */
  @Get(':overrideId')
  @ZodResponse({ type: OverrideDetailBody })
  async one(@CurrentPerson() actor: PersonActor, @UuidParam('overrideId') overrideId: string) {
    const row = await this.overrides.find(overrideId);
    if (row === undefined) throw notFound('Override');
    const access = await this.cases.of(row.enquiryId);
    if (!can(actor, 'read', overrideSubject(row, access))) return this.refuse(actor, row);
    const subject = { type: 'Override', id: overrideId };
    await this.audit.recordRead({
      actor,
      action: 'override.read',
      subject,
      enquiryId: row.enquiryId,
      outcome: 'shown',
    });
    const sealed = await this.sealedOf(row);
    const judgements = await this.overrides.judgements([overrideId]);
    const dueDays = await this.obligations.dueOf([row.sharingDecisionId], 'OVERRIDE_REVIEW');
    const naming = await this.named.in(actor, [row]);
    const references = await this.enquiries.referencesOf([row.enquiryId]);
    const askedAgain = await this.overrides.askedAgain([row.sharingDecisionId]);
    return { ...viewOf(actor, row, { judgements, dueDays, naming, references, askedAgain, access }), ...sealed };
  }

  private async sealedOf(row: OverrideRow): Promise<Pick<OverrideDetail, 'reason' | 'strikes' | 'doesNotOpen'>> {
    const [reason, strikes] = await Promise.all([this.seal.reason(row), this.seal.strikes(row)]);
    const forged = [
      ...(reason.doesNotOpen ? ['reason' as const] : []),
      ...(strikes === 'forged' ? ['strikes' as const] : []),
    ];
    return {
      ...(reason.words !== undefined && { reason: reason.words }),
      strikes: typeof strikes === 'string' ? [] : askerWords(strikes),
      ...(forged.length > 0 && { doesNotOpen: forged }),
    };
  }

  private async refuse(actor: PersonActor, { overrideId, enquiryId }: OverrideRow): Promise<never> {
    const subject = { type: 'Override', id: overrideId };
    const entry = { actor, action: 'override.read', subject, enquiryId, outcome: 'refused' } as const;
    await this.audit.recordRead({ ...entry, reasonCode: 'NOT_FOUND_OR_NOT_ALLOWED' });
    throw notFound('Override');
  }
}

function viewOf(
  actor: PersonActor,
  row: OverrideRow,
  {
    judgements,
    dueDays,
    naming,
    references,
    askedAgain,
    access,
  }: {
    judgements: readonly JudgementRow[];
    dueDays: ReadonlyMap<string, Date>;
    naming: Naming;
    references: ReadonlyMap<string, string>;
    askedAgain: ReadonlyMap<string, readonly string[]>;
    access: CaseAccess;
  },
): OverrideView {
  const { overrideId, sharingDecisionId, enquiryId, mode, holderAgencyId, toAgencyId, purpose, grounds, state } = row;
  const igDueAt = dueDays.get(sharingDecisionId);
  const enquiryReference = references.get(enquiryId);
  const subject = overrideSubject(row, access, askedAgain.get(sharingDecisionId));
  const mayConfirm = can(actor, 'confirm', subject);
  // The second person and the holder cannot answer for what they may not know.
  const its = mayConfirm || answersFor(actor, holderAgencyId) ? EVERYBODY_NAMED : naming;
  return {
    ...{ overrideId, sharingDecisionId, enquiryId, mode, purpose, grounds, state },
    ...(enquiryReference !== undefined && { enquiryReference }),
    ...{ holderAgencyId: its.of(enquiryId, holderAgencyId), toAgencyId: its.of(enquiryId, toAgencyId) },
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
    mayConfirm,
    mayJudge: can(actor, 'judge', subject),
  };
}
