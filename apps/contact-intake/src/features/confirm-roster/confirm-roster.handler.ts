import type { PersonActor } from '@mash/authorisation';
import { newId } from '@mash/contracts';
import type { ConfirmRoster } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { confirmRoster } from '../../domain/confirm-roster';
import { requireSafeAdditions } from '../../domain/safe-additions';
import { PlaceProtection } from '../../rosters/place-protection';
import { RosterChanges } from '../../rosters/roster-changes';

/** Say who lives there, and who says so; add whom the contact left out; say whose places must be kept secret. */
export interface ConfirmRosterCommand {
  readonly enquiryId: string;
  readonly confirmation: ConfirmRoster;
  readonly actor: PersonActor;
}

@Injectable()
export class ConfirmRosterHandler {
  constructor(
    private readonly changes: RosterChanges,
    private readonly places: PlaceProtection,
  ) {}

  execute({ enquiryId, confirmation, actor }: ConfirmRosterCommand): Promise<void> {
    return this.changes.make({
      enquiryId,
      actor,
      action: 'roster.confirm',
      subject: () => ({ type: 'Roster', id: enquiryId }),
      decide: async (tx, roster, now) => {
        requireSafeAdditions(roster, confirmation, await this.places.personsOf(tx, roster), now);
        const mint = (): string => newId(now.getTime());
        const confirmed = confirmRoster(roster, confirmation, { by: actor.id, at: now, mint });
        await this.places.protectEach(tx, roster, confirmation.people, actor);
        return confirmed;
      },
    });
  }
}
