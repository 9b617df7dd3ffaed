import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { NewestRowCheck, type UnacknowledgedFinding } from '@mash/contracts';
import { Clock, CurrentPerson } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { GovernanceGate } from '../../governance/governance-gate';
import { MadeChecks } from '../../rows/made-checks';
import { RowCheckRepository, type RowCheckRow, type UnacknowledgedRow } from '../../rows/row-check.repository';

class NewestRowCheckBody extends createZodDto(NewestRowCheck) {}

const ACTION = 'row-check.read';

/** Whether consents, agreements, decisions and the ledger are as the application wrote them, when that was last shown, and which rows are not. */
@Controller('row-checks')
export class RowChecksController {
  constructor(
    private readonly gate: GovernanceGate,
    private readonly checks: RowCheckRepository,
    private readonly made: MadeChecks,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  @Get('newest')
  @ZodResponse({ type: NewestRowCheckBody })
  async newest(@CurrentPerson() actor: PersonActor) {
    const { partnershipId } = actor;
    const subject = { type: 'RowCheck', id: partnershipId };
    await this.gate.admit(actor, 'read', { kind: 'RowCheck', id: partnershipId, partnershipId }, { action: ACTION });
    const [row, finished, wholeAt] = await Promise.all([
      this.made.newest(),
      this.made.newestFinished(),
      this.made.lastWholeAt(),
    ]);
    const unacknowledged = await this.checks.unacknowledged(partnershipId, { now: this.clock.now(), newest: finished });
    const found = row === undefined ? [] : await this.checks.findingsOf(row.checkId, partnershipId);
    const findings = found.map(({ table, key, kind }) => ({ table, key, kind }));
    const counts = { findings: found.length, unacknowledged: unacknowledged.length };
    await this.audit.recordRead({ actor, action: ACTION, subject, outcome: 'shown', counts });
    return {
      ...(row && { check: checkView(row, findings) }),
      ...(wholeAt && { lastWholeAt: wholeAt.toISOString() }),
      unacknowledged: unacknowledged.map(unacknowledgedView),
    };
  }
}

const unacknowledgedView = ({ firstFoundAt, lastFoundAt, ...its }: UnacknowledgedRow): UnacknowledgedFinding => ({
  ...its,
  firstFoundAt: firstFoundAt.toISOString(),
  lastFoundAt: lastFoundAt.toISOString(),
});

/** Another partnership's rows are none of this reader's business: for them the check was whole. */
function checkView(
  row: RowCheckRow,
  findings: { table: string; key: string; kind: 'edited' | 'removed' | 'added' | 'attestation' }[],
) {
  const { checkId, startedAt, finishedAt, rowsChecked } = row;
  const state = row.state === 'differs' && findings.length === 0 ? 'whole' : row.state;
  return {
    checkId,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    state,
    rowsChecked,
    findings,
  };
}
