import { Injectable } from '@nestjs/common';
import { indexAgreements, type AgreementIndex, type AgreementLine } from '../domain/decision';
import { AgreementRepository, type AgreementRow } from './agreement.repository';

/** Lines count when their version was put in force; a stopped one stays to say that it was stopped. */
function linesOf(row: AgreementRow): AgreementLine[] {
  if (row.state !== 'in_force' && row.state !== 'stopped') return [];
  const { agreementId, version, inForceFrom, inForceTo, reviewDue, stoppedAt } = row;
  return row.lines.map((line) => ({
    ...line,
    agreementId,
    version,
    startsOn: inForceFrom,
    ...(inForceTo !== null && { endsOn: inForceTo }),
    reviewDueOn: reviewDue,
    ...(stoppedAt !== null && { stoppedAt: stoppedAt.getTime() }),
  }));
}

/** A stopped version counts until the agreement is drawn again (R-AGR-04: "stopped; nothing drawn again"). */
const drawnAgain = (rows: readonly AgreementRow[]): AgreementRow[] =>
  rows.filter(
    ({ agreementId, version, state }) =>
      state !== 'stopped' ||
      !rows.some((row) => row.agreementId === agreementId && row.version > version && row.state === 'in_force'),
  );

/**
 * The partnership's agreements, compiled. Every question first asks the database whether anything changed, so that "stop sharing now" takes
 * effect in every process with the next decision after its commit.
 */
@Injectable()
export class AgreementsInForce {
  private readonly compiled = new Map<string, { mark: string; index: AgreementIndex }>();

  constructor(private readonly agreements: AgreementRepository) {}

  async of(partnershipId: string): Promise<AgreementIndex> {
    const mark = await this.agreements.fingerprint(partnershipId);
    const known = this.compiled.get(partnershipId);
    if (known?.mark === mark) return known.index;
    const index = indexAgreements(drawnAgain(await this.agreements.all(partnershipId)).flatMap(linesOf));
    this.compiled.set(partnershipId, { mark, index });
    return index;
  }
}
