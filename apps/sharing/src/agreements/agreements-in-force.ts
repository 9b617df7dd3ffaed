import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { indexAgreements, type AgreementIndex, type AgreementLine } from '../domain/decision';
import { londonDayOf } from '../domain/agreements/london-day-of';
import { AgreementRepository, type KeptVersion } from './agreement.repository';

/** Lines count when their version was put in force; a stopped one stays to say that it was stopped, until its agreement is drawn again. */
function linesOf({ content, state, stoppedAt }: KeptVersion, all: readonly KeptVersion[]): AgreementLine[] {
  if (state !== 'in_force' && state !== 'stopped') return [];
  const { agreementId, version, inForceFrom, inForceTo, reviewDue } = content;
  const stop = stoppedAt === null ? {} : { stoppedAt: stoppedAt.getTime(), ...drawnAgain(content, stoppedAt, all) };
  return content.lines.map((line) => ({
    ...line,
    agreementId,
    version,
    startsOn: inForceFrom,
    ...(inForceTo !== undefined && { endsOn: inForceTo }),
    reviewDueOn: reviewDue,
    ...stop,
  }));
}

/**
 * From which day a later version counts in the place of a stopped one (R-AGR-04: "stopped; nothing drawn again"). That it was put in force does
 * not end the stop: it may begin in a year, or have been over before anything was stopped.
 */
function drawnAgain(
  { agreementId, version }: KeptVersion['content'],
  stoppedAt: Date,
  all: readonly KeptVersion[],
): Pick<AgreementLine, 'drawnAgainOn'> {
  const stoppedOn = londonDayOf(stoppedAt);
  const later = all.find(
    ({ content, state }) =>
      state === 'in_force' &&
      content.agreementId === agreementId &&
      content.version > version &&
      (content.inForceTo === undefined || content.inForceTo >= stoppedOn),
  );
  return later === undefined ? {} : { drawnAgainOn: later.content.inForceFrom };
}

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
    const versions = await this.agreements.all(partnershipId, tx);
    const index = indexAgreements(versions.flatMap((one) => linesOf(one, versions)));
    this.compiled.set(partnershipId, { mark, index });
    this.marks.set(index, mark);
    return index;
  }

  /** Whether they say still what they said when they were read. */
  async areStill(index: AgreementIndex, partnershipId: string, tx: Tx): Promise<boolean> {
    return this.marks.get(index) === (await this.agreements.fingerprint(partnershipId, tx));
  }
}
