import { Module } from '@nestjs/common';
import { AcknowledgeRowChecksController } from './features/acknowledge-row-checks/acknowledge-row-checks.http.controller';
import { AttestEarlierRows } from './features/check-rows/attest-earlier-rows';
import { CheckRowsHandler } from './features/check-rows/check-rows.handler';
import { RowCheckClock } from './features/check-rows/row-check-clock';
import { SettleCandidates } from './features/check-rows/settle-candidates';
import { GovernanceGate } from './governance/governance-gate';
import { RowChecksController } from './queries/row-checks/row-checks.http.controller';
import { AttestationReader } from './rows/attestation-reader';
import { MadeChecks } from './rows/made-checks';
import { RowAttestor } from './rows/row-attestor';
import { LostKeys } from './rows/lost-keys';
import { RowCheckRepository } from './rows/row-check.repository';

/** Rows are attested as they are written, and checked every night. Needs `KeyModule`. */
@Module({
  controllers: [AcknowledgeRowChecksController, RowChecksController],
  providers: [
    AttestEarlierRows,
    AttestationReader,
    CheckRowsHandler,
    GovernanceGate,
    MadeChecks,
    RowAttestor,
    RowCheckClock,
    RowCheckRepository,
    SettleCandidates,
    LostKeys,
  ],
})
export class RowsModule {}
