import type { PersonActor } from '@mash/authorisation';
import { AuditTrail } from '@mash/audit-client';
import { newId } from '@mash/contracts';
import type { MatchCandidate, MentionedPerson, SearchPeople, SearchResult } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { blockingKeys } from '@mash/person-matching';
import type { ComparablePerson } from '@mash/person-matching';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { IntakeAccess } from '../../access/intake-access';
import { bestMatch, byRank } from '../../domain/best-match';
import { comparableAsked } from '../../domain/comparable';
import { protectedPlaces } from '../../domain/household-protection';
import { mentionOn } from '../../domain/match-mention';
import type { Roster } from '../../domain/roster';
import { PersonSearchRepository } from '../../persistence/person-search.repository';
import { RosterRepository } from '../../persistence/roster.repository';
import { PlaceProtection } from '../../rosters/place-protection';
import { KnownPeople } from './known-people';

/** Look for somebody in the people index, for one enquiry. */
export interface SearchPeopleCommand {
  readonly asked: SearchPeople;
  readonly actor: PersonActor;
}

/** More than anybody reads; what a human must rule out comes first. */
const MOST_SHOWN = 30;

@Injectable()
export class SearchPeopleHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: IntakeAccess,
    private readonly rosters: RosterRepository,
    private readonly knownPeople: KnownPeople,
    private readonly searches: PersonSearchRepository,
    private readonly places: PlaceProtection,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Keeps the search with all it found, then shows it: "searched before created" can be proved later. */
  async execute({ asked, actor }: SearchPeopleCommand): Promise<SearchResult> {
    const { enquiryId, mentionId } = asked;
    const roster = await this.access.requireRoster(actor, 'read', await this.rosters.get(enquiryId));
    const said = mentionId === undefined ? undefined : await this.saidOf(roster, mentionId);
    const candidates = await this.find(comparableAsked(asked, said), roster, actor);
    const searchId = newId(this.clock.now().getTime());
    await this.keep(searchId, asked, actor, candidates);
    return { searchId, candidates };
  }

  /** What the contact said of them; where a place of theirs is protected since, without one: nobody is looked for by it. */
  private async saidOf(roster: Roster, mentionId: string): Promise<MentionedPerson> {
    const mention = mentionOn(roster, mentionId);
    const places = protectedPlaces(mention, roster.mentions, await this.places.personsOf(undefined, roster));
    return places.length === 0 ? mention.said : { ...mention.said, address: undefined };
  }

  /** Of people whom only enquiries speak of that are closed to the actor, nothing is found. */
  private async find(
    whom: ComparablePerson,
    { partnershipId, enquiryId }: Roster,
    actor: PersonActor,
  ): Promise<MatchCandidate[]> {
    const known = await this.knownPeople.sharing(actor, { partnershipId, enquiryId, blockingKeys: blockingKeys(whom) });
    return known
      .flatMap((person) => bestMatch(whom, person))
      .sort(byRank)
      .slice(0, MOST_SHOWN);
  }

  private async keep(
    searchId: string,
    asked: SearchPeople,
    actor: PersonActor,
    candidates: MatchCandidate[],
  ): Promise<void> {
    const { enquiryId, mentionId } = asked;
    const { partnershipId, id: searchedBy } = actor;
    const search = { searchId, partnershipId, enquiryId, mentionId, asked, searchedBy, searchedAt: this.clock.now() };
    const found = candidates.map(({ personId, score, band }) => ({ searchId, personId, score, band }));
    await this.unitOfWork.run(async (tx) => {
      await this.searches.add(tx, search, found);
      const subject = { type: 'PersonSearch', id: searchId };
      const personIds = found.map(({ personId }) => personId);
      await this.audit.record(tx, { actor, action: 'person.search', subject, enquiryId, personIds, outcome: 'shown' });
    });
  }
}
