import { AuditTrail } from '@mash/audit-client';
import { can, type PersonActor } from '@mash/authorisation';
import { RevokeSystemKey } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { Clock, CodedError, conflict, CurrentPerson, notFound } from '@mash/service-host';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { SystemKeyRepository } from '../../system-keys/system-key.repository';

class RevokeSystemKeyBody extends createZodDto(RevokeSystemKey) {}

@Controller('system-keys/:kid/revoke')
export class RevokeSystemKeyController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: SystemKeyRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** From the moment this has committed nothing new that the key signed is taken in. It cannot be undone: a new key is registered instead. */
  @Post()
  @HttpCode(204)
  async revoke(
    @CurrentPerson() actor: PersonActor,
    @Param('kid') kid: string,
    @Body() { reason }: RevokeSystemKeyBody,
  ): Promise<void> {
    const key = /^[A-Za-z0-9_-]{43}$/.test(kid) ? await this.keys.find(kid) : undefined;
    const entry = { actor, action: 'system-key.revoke', subject: { type: 'SystemKey', id: kid.slice(0, 60) } };
    if (!key || !can(actor, 'revoke', { kind: 'SystemKey', id: kid, partnershipId: key.partnershipId })) {
      await this.audit.recordRead({ ...entry, outcome: 'refused', reasonCode: 'NOT_FOUND_OR_NOT_ALLOWED' });
      throw notFound('SystemKey');
    }
    const now = this.clock.now();
    await this.unitOfWork
      .run(async (tx) => {
        const end = { kid, kind: 'revoked', endsAt: now, reasonCode: reason, endedBy: actor.id, endedAt: now } as const;
        if (!(await this.keys.end(tx, end))) throw conflict('SHARING.KEY_REVOKED', 'This key was revoked before.');
        await this.audit.record(tx, { ...entry, outcome: 'done', reasonCode: reason }, { evenIfUnsent: true });
      })
      .catch(async (error: unknown) => {
        if (error instanceof CodedError)
          await this.audit.recordRead({ ...entry, outcome: 'refused', reasonCode: error.code });
        throw error;
      });
  }
}
