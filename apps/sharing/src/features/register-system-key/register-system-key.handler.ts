import { AuditTrail } from '@mash/audit-client';
import { authorise, type PersonActor } from '@mash/authorisation';
import type { RegisterSystemKey } from '@mash/contracts';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { possessionFaults } from '@mash/sealing';
import { Clock, CodedError, conflict } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { keyStanding } from '../../domain/system-keys/key-standing';
import { termFaults } from '../../domain/system-keys/term-faults';
import { AgencyRepository } from '../../register/agency.repository';
import { SystemKeyRepository, type SystemKeyRow } from '../../system-keys/system-key.repository';

const DAY = 86_400_000;
const invalid = (code: string, detail: string, fields: readonly string[]): CodedError =>
  new CodedError(
    code,
    422,
    detail,
    fields.map((field) => ({ field, code: 'invalid', message: detail })),
  );

/** Takes a signing key of an agency's system into the register, once its holder has proven to have the private half. */
@Injectable()
export class RegisterSystemKeyHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: SystemKeyRepository,
    private readonly agencies: AgencyRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal (403); CodedError SHARING.UNKNOWN_PARTY, SHARING.KEY_NOT_PROVEN, SHARING.KEY_TERM (422), SHARING.KEY_EXISTS,
   *   SHARING.CLIENT_OF_ANOTHER_AGENCY, SHARING.KEY_NOT_REPLACEABLE (409). Each is audited, and changes nothing.
   */
  async execute(actor: PersonActor, command: RegisterSystemKey): Promise<void> {
    const { kid } = command.publicKey;
    const { partnershipId } = actor;
    const subject = { type: 'SystemKey', id: kid };
    const entry = { actor, action: 'system-key.register', subject };
    try {
      authorise(actor, 'register', { kind: 'SystemKey', id: kid, partnershipId });
      const now = this.clock.now();
      await this.refuseUnfit(partnershipId, command, now);
      await this.unitOfWork.run(async (tx) => {
        await this.keep(tx, actor, command, now);
        await this.audit.record(tx, { ...entry, outcome: 'done' });
      });
    } catch (error) {
      const reasonCode = codeOf(error);
      if (reasonCode !== undefined) await this.audit.recordRead({ ...entry, outcome: 'refused', reasonCode });
      throw error;
    }
  }

  private async refuseUnfit(partnershipId: string, command: RegisterSystemKey, now: Date): Promise<void> {
    const { agencyId, clientId, publicKey, proof } = command;
    const bodies = await this.agencies.all(partnershipId);
    if (!bodies.some((body) => body.agencyId === agencyId))
      throw invalid('SHARING.UNKNOWN_PARTY', 'This agency is not in the register.', ['agencyId']);
    const faults = await possessionFaults(proof, publicKey, { owner: { partnershipId, agencyId, clientId }, now });
    if (faults.length > 0)
      throw invalid(
        'SHARING.KEY_NOT_PROVEN',
        'The proof does not show that this system holds this key.',
        faults.map((fault) => (fault === 'kid' ? 'publicKey.kid' : `proof.${fault}`)),
      );
    const wrong = termFaults(command, now);
    if (wrong.length > 0) throw invalid('SHARING.KEY_TERM', 'These dates are not possible for a key.', wrong);
  }

  private async keep(tx: Tx, actor: PersonActor, command: RegisterSystemKey, now: Date): Promise<void> {
    const { agencyId, clientId, publicKey, maySeal, validFrom, validTo } = command;
    const { partnershipId, id: registeredBy } = actor;
    await this.keys.lockClient(tx, partnershipId, clientId);
    const earlier = await this.keys.ofClient(tx, partnershipId, clientId);
    if (earlier.some((key) => key.agencyId !== agencyId))
      throw conflict('SHARING.CLIENT_OF_ANOTHER_AGENCY', 'This client is registered for another agency.');
    const row: SystemKeyRow = {
      ...{ kid: publicKey.kid, partnershipId, agencyId, clientId, publicJwk: publicKey },
      maySeal: [...new Set(maySeal)],
      ...{ validFrom: validFrom === undefined ? now : new Date(validFrom), validTo: new Date(validTo) },
      ...{ registeredBy, registeredAt: now },
    };
    if (!(await this.keys.add(tx, row)))
      throw conflict(
        'SHARING.KEY_EXISTS',
        'This key was registered before. A key is never registered twice: make a new one.',
      );
    if (command.replaces === undefined) return;
    const replaced = earlier.find(({ kid }) => kid === command.replaces?.kid);
    const isLive = replaced && ['coming', 'current'].includes(keyStanding(replaced, now));
    const endsAt = new Date(Math.max(row.validFrom.getTime(), now.getTime()) + command.replaces.overlapDays * DAY);
    const end = { kid: command.replaces.kid, kind: 'replaced', endsAt, reasonCode: null } as const;
    if (!isLive || !(await this.keys.end(tx, { ...end, endedBy: registeredBy, endedAt: now })))
      throw conflict('SHARING.KEY_NOT_REPLACEABLE', 'The key to be followed is no running key of this system.');
  }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && 'status' in error
    ? error.code
    : undefined;
