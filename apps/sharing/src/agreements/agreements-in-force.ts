import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { indexAgreements, type AgreementIndex, type AgreementLine } from '../domain/decision';
import { AgreementRepository, type KeptVersion } from './agreement.repository';

/** Lines count when their version was put in force; a stopped one stays to say that it was stopped. */
function linesOf({ content, state, stoppedAt }: KeptVersion): AgreementLine[] {
  if (state !== 'in_force' && state !== 'stopped') return [];
  const { agreementId, version, inForceFrom, inForceTo, reviewDue } = content;
  return content.lines.map((line) => ({
    ...line,
    agreementId,
    version,
    startsOn: inForceFrom,
    ...(inForceTo !== undefined && { endsOn: inForceTo }),
    reviewDueOn: reviewDue,
    ...(stoppedAt !== null && { stoppedAt: stoppedAt.getTime() }),
  }));
}

/** A stopped version counts until the agreement is drawn again (R-AGR-04: "stopped; nothing drawn again"). */
const drawnAgain = (versions: readonly KeptVersion[]): KeptVersion[] =>
  versions.filter(
    ({ content: { agreementId, version }, state }) =>
      state !== 'stopped' ||
      !versions.some(
        (one) => one.content.agreementId === agreementId && one.content.version > version && one.state === 'in_force',
      ),
  );

/**
 * The partnership's agreements, compiled. Every question first asks the database whether anything changed, so that "stop sharing now" takes
 * effect in every process with the next decision after its commit.
 */
@Injectable()
export class AgreementsInForce {
  private readonly compiled = new Map<string, { mark: string; index: AgreementIndex }>();
  private readonly marks = new WeakMap<AgreementIndex, string>();

  constructor(private readonly agreements: AgreementRepository) {}

  /** @param tx where what was read before a transaction is read anew in it */
  async of(partnershipId: string, tx?: Tx): Promise<AgreementIndex> {
    const mark = await this.agreements.fingerprint(partnershipId, tx);
    const known = this.compiled.get(partnershipId);
    if (known?.mark === mark) return known.index;
    const index = indexAgreements(drawnAgain(await this.agreements.all(partnershipId, tx)).flatMap(linesOf));
    this.compiled.set(partnershipId, { mark, index });
    this.marks.set(index, mark);
    return index;
  }

  /** Whether they say still what they said when they were read. */
  async areStill(index: AgreementIndex, partnershipId: string, tx: Tx): Promise<boolean> {
    return this.marks.get(index) === (await this.agreements.fingerprint(partnershipId, tx));
  }
}
