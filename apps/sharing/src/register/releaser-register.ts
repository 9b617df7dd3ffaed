import { authorise, can, type PersonActor, type Subject } from '@mash/authorisation';
import type { Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { isCurrent } from '../domain/releasers/appointment';
import { AppointmentRepository, type AppointmentRow } from './appointment.repository';

/** Who may read and keep which part of the register of releasers. */
@Injectable()
export class ReleaserRegister {
  constructor(
    private readonly appointments: AppointmentRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal RELEASER_REGISTER.KEEP_NOT_ALLOWED (403), RELEASER_REGISTER.NOT_FOUND (404) */
  async assertKeeps(tx: Tx, actor: PersonActor, agencyId: string): Promise<void> {
    const standing = await this.appointments.standing(actor.partnershipId, this.clock.now(), tx);
    authorise(actor, 'keep', this.subject(actor.partnershipId, agencyId, standing));
  }

  mayRead = (actor: PersonActor, agencyId: string, standing: readonly AppointmentRow[]): boolean =>
    can(actor, 'read', this.subject(actor.partnershipId, agencyId, standing));

  mayKeep = (actor: PersonActor, agencyId: string, standing: readonly AppointmentRow[]): boolean =>
    can(actor, 'keep', this.subject(actor.partnershipId, agencyId, standing));

  private subject(
    partnershipId: string,
    agencyId: string,
    standing: readonly AppointmentRow[],
  ): Subject<'ReleaserRegister'> {
    const now = this.clock.now();
    const keepers = standing.filter(
      (one) =>
        one.agencyId === agencyId && isCurrent(one, now) && (one.seat === 'senior' || one.desk === 'safeguarding'),
    );
    const keeperIds = keepers.flatMap(({ accountId }) => accountId ?? []);
    return { kind: 'ReleaserRegister', id: agencyId, partnershipId, agencyId, keeperIds };
  }
}
