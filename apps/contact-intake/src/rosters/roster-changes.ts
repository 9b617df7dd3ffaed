import type { PersonActor } from '@mash/authorisation';
import { AuditTrail } from '@mash/audit-client';
import { RosterChangedV1 } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import type { Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { IntakeAccess } from '../access/intake-access';
import { eventContext } from '../access/event-context';
import type { Roster } from '../domain/roster';
import { rosterChanged } from '../domain/roster-changed';
import { PersonRepository } from '../persistence/person.repository';
import { RosterRepository } from '../persistence/roster.repository';
import { ProvisionalPeople } from './provisional-people';
import { RosterFindingsReader } from './roster-findings';

/** One change of one roster: who makes it, what the log calls it, and what it decides. */
export interface RosterChange {
  readonly enquiryId: string;
  readonly actor: PersonActor;
  /** What the actor must be allowed to do; left out, screen. */
  readonly right?: 'screen' | 'clear-places';
  /** Whom it may mark beside those on the roster. */
  readonly alsoAbout?: readonly string[];
  /** Code of the audit entry, such as `roster.confirm`. */
  readonly action: string;
  readonly subject: (roster: Roster) => { type: string; id: string };
  /** Gives the roster as it is to be; the same one where nothing on it changes. May keep what belongs with the change in `tx`. */
  readonly decide: (tx: Tx, roster: Roster, now: Date) => Promise<Roster> | Roster;
  /** What to keep once the change is saved, such as a line of the trail. */
  readonly afterwards?: (tx: Tx, before: Roster, after: Roster, now: Date) => Promise<void>;
}

/** Every change of a roster passes here: load, authorise, decide, save, announce, audit, in one transaction. */
@Injectable()
export class RosterChanges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: IntakeAccess,
    private readonly rosters: RosterRepository,
    private readonly people: ProvisionalPeople,
    private readonly persons: PersonRepository,
    private readonly findings: RosterFindingsReader,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Refusals of the domain, "not found" and a missing right leave everything as it was. */
  async make(change: RosterChange): Promise<void> {
    const { enquiryId, actor, right = 'screen', alsoAbout = [], action, subject, decide, afterwards } = change;
    await this.unitOfWork.run(async (tx) => {
      const before = await this.rosters.getForUpdate(tx, enquiryId);
      const roster = await this.access.requireRoster(actor, right, before, tx);
      const ids = roster.mentions.flatMap(({ personId, provisionalPersonId }) => [personId, provisionalPersonId]);
      await this.persons.lock(tx, [...ids, ...alsoAbout]);
      const now = this.clock.now();
      const after = await decide(tx, roster, now);
      if (after !== roster) await this.save(tx, roster, after, actor, now);
      await afterwards?.(tx, roster, after, now);
      await this.audit.record(tx, { actor, action, subject: subject(roster), enquiryId, outcome: 'done' });
    });
  }

  private async save(tx: Tx, before: Roster, after: Roster, actor: PersonActor, now: Date): Promise<void> {
    const added = after.mentions.slice(before.mentions.length);
    const keys = await this.people.add(tx, after.partnershipId, added, now);
    await this.rosters.save(tx, before, after, keys);
    await this.persons.emptyHiddenHomes(tx, after.enquiryId);
    const data = rosterChanged(after, await this.findings.read(tx, after, now), now);
    await this.outbox.append(tx, RosterChangedV1, data, eventContext(actor, after.partnershipId, after.enquiryId, now));
  }
}
