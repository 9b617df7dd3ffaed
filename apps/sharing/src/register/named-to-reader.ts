import type { PersonActor } from '@mash/authorisation';
import { Injectable } from '@nestjs/common';
import type { DecisionRow } from '../asking/sharing-decision.repository';
import type { EnquiryRow } from '../persistence/enquiry.repository';
import { KnownAgencies } from './known-agencies';

/** Of the agencies that decisions name, those that a reader may know to have been asked. */
@Injectable()
export class NamedToReader {
  constructor(private readonly known: KnownAgencies) {}

  /** Agencies that were asked, and that this reader may not know of. Who oversees the hub answers for all of it; who asked, or let it be asked, knows whom. */
  async hiddenFrom(actor: PersonActor, enquiry: EnquiryRow, decisions: readonly DecisionRow[]): Promise<Set<string>> {
    const oversees = actor.roles.some((role) => role === 'ig-officer' || role === 'auditor');
    const asks = oversees ? [] : decisions.flatMap(askOf);
    const own = new Set(asks.filter(({ by }) => by.includes(actor.id)).map(({ agencyId }) => agencyId));
    const others = asks.filter(({ agencyId }) => !own.has(agencyId)).map(({ by: _by, ...asked }) => asked);
    const known = others.length === 0 ? own : await this.known.of(enquiry, actor, others);
    return new Set(others.map(({ agencyId }) => agencyId).filter((agencyId) => !known.has(agencyId)));
  }
}

function askOf({ mode, toAgencyId: agencyId, personId, category, purpose, askedBy, byPerson }: DecisionRow) {
  if (mode !== 'ask' || agencyId === null || personId === null || category === null) return [];
  return [{ agencyId, personId, category, purpose, by: [askedBy, byPerson] }];
}
