import { authorise, can, type PersonActor, type Subject } from '@mash/authorisation';
import type { Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { AGENCY_DESKS, type ReleaserDesk } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { isCurrent } from '../domain/releasers/appointment';
import { AppointmentRepository, type AppointmentRow } from './appointment.repository';

/** A part of the register: one desk of an agency, or of the partnership's that the agency pays somebody at; left out for whatever is the agency's own. */
export interface RegisterPart {
  readonly agencyId: string;
  readonly desk?: ReleaserDesk;
}

/** Who may read and keep which part of the register of releasers. */
@Injectable()
export class ReleaserRegister {
  constructor(
    private readonly appointments: AppointmentRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal RELEASER_REGISTER.KEEP_NOT_ALLOWED (403), RELEASER_REGISTER.NOT_FOUND (404) */
  async assertKeeps(tx: Tx, actor: PersonActor, part: RegisterPart): Promise<void> {
    const standing = await this.appointments.standing(actor.partnershipId, this.clock.now(), tx);
    authorise(actor, 'keep', this.subject(actor.partnershipId, part, standing));
  }

  mayRead = (actor: PersonActor, agencyId: string, standing: readonly AppointmentRow[]): boolean =>
    can(actor, 'read', this.subject(actor.partnershipId, { agencyId }, standing));

  /** Whether they keep the agency's own desks. */
  mayKeep = (actor: PersonActor, agencyId: string, standing: readonly AppointmentRow[]): boolean =>
    can(actor, 'keep', this.subject(actor.partnershipId, { agencyId }, standing));

  private subject(
    partnershipId: string,
    { agencyId, desk }: RegisterPart,
    standing: readonly AppointmentRow[],
  ): Subject<'ReleaserRegister'> {
    const now = this.clock.now();
    const atItsDesks = standing.filter((one) => one.agencyId === agencyId && AGENCY_DESKS.includes(one.desk));
    const keepers = atItsDesks.filter(
      (one) => isCurrent(one, now) && (one.seat === 'senior' || one.desk === 'safeguarding'),
    );
    const keeperIds = keepers.flatMap(({ accountId }) => accountId ?? []);
    const agencyDesk = desk === undefined || AGENCY_DESKS.includes(desk);
    return { kind: 'ReleaserRegister', id: agencyId, partnershipId, agencyId, agencyDesk, keeperIds };
  }
}
