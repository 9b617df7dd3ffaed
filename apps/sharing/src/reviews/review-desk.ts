import { can, type PersonActor, type Subject } from '@mash/authorisation';
import { CaseAccessRepository, type CaseAccess } from '@mash/case-access';
import { ENGLAND_BANK_HOLIDAYS, isOpen } from '@mash/clocks';
import { AGENCY_DESKS, LIAISON_ROLES } from '@mash/contracts';
import { Clock } from '@mash/service-host';
import { loadPack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { askersOf } from '../asking/askers-of';
import type { DecisionRow } from '../asking/sharing-decision.repository';
import type { Audience, Releaser } from '../domain/decision';
import { isHubStaff } from '../domain/release/audiences';
import { isCurrent, type Appointment } from '../domain/releasers/appointment';
import { DESK_OF } from '../domain/releasers/desk-of';
import { whoAnswers, type WhoAnswers } from '../domain/releasers/who-answers';
import { reviewLevel, type ReviewLevel } from '../domain/review-level';
import { AppointmentRepository } from '../register/appointment.repository';
import type { Behind, ReviewRow } from './review.repository';

/**
 * Who answers while nobody is named: the agency's liaison staff, the hub's managers (a legal question with the advice that they took and record),
 * governance its own. Only the adoption agency opens what is under its bar: nobody stands in for it, and it stays waiting (rule row R-BAR-01).
 */
const everybodyFor = ({ roles, agencyId }: PersonActor, releaser: Releaser, holder: string | null): boolean => {
  if (releaser === 'H' || releaser === 'S')
    return agencyId === holder && LIAISON_ROLES.some((role) => roles.includes(role));
  if (releaser === 'A') return false;
  return roles.includes(releaser === 'IG' ? 'ig-officer' : 'mash-manager');
};

/** To somebody of the hub it is not even there; of what is absent to a team outside, the hub knows. */
const isAbsentToHub = ({ visibility, audience }: Behind): boolean =>
  visibility === 'absent' && isHubStaff(audience as Audience);

type Desk = Pick<ReviewRow, 'releaser' | 'releaserAgencyId'>;
const HUB_MANAGERS: Desk = { releaser: 'M', releaserAgencyId: null };

/** Who may see and answer each REVIEW now: the register, the rung it has climbed to, the hub's hours. */
export class ReviewSeating {
  /** By pack: a list asks of each REVIEW several times, and reckoning a London day costs more than all else of it. */
  private readonly openByPack = new Map<string, boolean>();

  constructor(
    private readonly appointments: readonly Appointment[],
    private readonly now: Date,
  ) {}

  answerers(review: ReviewRow, level: ReviewLevel = reviewLevel(review, this.now)): WhoAnswers {
    return this.peopleAt(this.deskOf(review), review, level);
  }

  /**
   * The desk that a REVIEW waits at. A question (mode `ask`) tells the agency asked that the hub looks at somebody, and a handover the team what the hub
   * wrote: whose that is to tell is the hub's own body. It has no liaison staff, so that while nobody is seated at its desk the hub's managers answer,
   * as they answer what is theirs.
   */
  private deskOf(review: ReviewRow): Desk {
    const isOfHub = review.isOfHub && review.releaserAgencyId !== null;
    return isOfHub && this.peopleAt(review, review, 'releaser').isEverybody ? HUB_MANAGERS : review;
  }

  private peopleAt({ releaser, releaserAgencyId: agencyId }: Desk, review: ReviewRow, level: ReviewLevel): WhoAnswers {
    const asked = { desk: DESK_OF[releaser], agencyId, level };
    return whoAnswers(this.appointments, { ...asked, isOpen: this.hubIsOpen(review), now: this.now });
  }

  /** Who may speak for an agency unasked: whoever sits at a desk of it; while nobody does, all of its liaison staff. */
  speakers(holderAgencyId: string): { readonly accountIds: readonly string[]; readonly isEverybody: boolean } {
    const seated = this.appointments.filter(
      ({ agencyId, desk }) => agencyId === holderAgencyId && AGENCY_DESKS.includes(desk),
    );
    const accountIds = seated.filter((one) => isCurrent(one, this.now)).flatMap(({ accountId }) => accountId ?? []);
    return { accountIds, isEverybody: accountIds.length === 0 };
  }

  /** The hub manager and information governance, who see a REVIEW at double its time. */
  overseers(): readonly string[] {
    const desks = this.appointments.filter(({ desk }) => desk === 'hub_manager' || desk === 'ig');
    return desks.filter((one) => isCurrent(one, this.now)).flatMap(({ accountId }) => accountId ?? []);
  }

  /** A legal question that no lawyer is named for is answered on advice, and whose and when is recorded (rule rows R-BAR-02, R-BAR-03, R-XB-02). */
  needsAdvice = (review: ReviewRow): boolean => review.releaser === 'L' && this.answerers(review).isEverybody;

  /** Whom a reader can ring: out of hours, and at any hour where nobody can stand in for a desk at which nobody sits. */
  toRing(review: ReviewRow): WhoAnswers['dutyRoutes'] {
    const { isEverybody, dutyRoutes } = this.answerers(review);
    return this.routeOf(review) === 'duty' || (isEverybody && review.releaser === 'A') ? dutyRoutes : [];
  }

  /** Out of hours the duty route is told. */
  routeOf = (review: ReviewRow): 'desk' | 'duty' => (this.hubIsOpen(review) ? 'desk' : 'duty');

  /** Whether the hub is open, by the pack that the REVIEW was raised under; one from before packs were noted counts as raised in opening hours. */
  private hubIsOpen({ packId, packVersion }: ReviewRow): boolean {
    if (packId === null || packVersion === null) return true;
    const pack = `${packId}@${packVersion}`;
    const known = this.openByPack.get(pack);
    if (known !== undefined) return known;
    const open = isOpen(this.now, loadPack(packId, packVersion).opening.hours, ENGLAND_BANK_HOLIDAYS);
    this.openByPack.set(pack, open);
    return open;
  }

  /** The review as the policies read it. */
  subject(actor: PersonActor, review: ReviewRow, decision: Behind, access: CaseAccess): Subject<'Review'> {
    const { accountIds, isEverybody } = this.answerers(review);
    const { releaser, releaserAgencyId } = this.deskOf(review);
    const climbed = review.state === 'open' && reviewLevel(review, this.now) === 'hub_and_ig';
    const nobodyCan = isEverybody && review.releaser === 'A';
    const isOneOfAll = isEverybody && everybodyFor(actor, releaser, releaserAgencyId);
    return {
      kind: 'Review',
      id: review.reviewId,
      partnershipId: review.partnershipId,
      ...access,
      // A desk of the partnership has no agency of its own: whoever is named there answers, whoever pays them.
      holderAgencyId: releaserAgencyId ?? actor.agencyId,
      agencyDesk: releaserAgencyId !== null,
      releaserIds: isOneOfAll ? [actor.id] : [...accountIds],
      open: review.state === 'open',
      released: review.state === 'released',
      climbed,
      overridable: review.state === 'open' || review.state === 'refused',
      absentToHub: isAbsentToHub(decision) && !climbed && !nobodyCan,
      askerIds: askersOf(decision),
    };
  }

  /** Whether the review waits for this person, or for somebody whose seat they share. */
  waitsFor = (actor: PersonActor, review: ReviewRow, decision: Behind, access: CaseAccess): boolean =>
    can(actor, 'answer', this.subject(actor, review, decision, access));
}

@Injectable()
export class ReviewDesk {
  constructor(
    private readonly appointments: AppointmentRepository,
    private readonly cases: CaseAccessRepository,
    private readonly clock: Clock,
  ) {}

  async seating(partnershipId: string): Promise<ReviewSeating> {
    const now = this.clock.now();
    return new ReviewSeating(await this.appointments.standing(partnershipId, now), now);
  }

  /** What the actor's own agency says of its items, as the policies read it now. */
  async subjectOfStatement({ id, partnershipId, agencyId }: PersonActor, itemId: string) {
    const { accountIds, isEverybody } = (await this.seating(partnershipId)).speakers(agencyId);
    const speakerIds = isEverybody ? [id] : [...accountIds];
    return { kind: 'HolderStatement', id: itemId, partnershipId, holderAgencyId: agencyId, speakerIds } as const;
  }

  /** Whether this person of the hub may see the enquiry at all: told that they asked something themselves, they would learn that it is there. */
  async isOpenTo(actor: PersonActor, its: { enquiryId: string; partnershipId: string }): Promise<boolean> {
    const { enquiryId: id, partnershipId } = its;
    return can(actor, 'read', { kind: 'Enquiry', id, partnershipId, ...(await this.cases.of(id)) });
  }

  /** Whether this REVIEW is answered on advice that must be recorded. */
  async needsAdvice(review: ReviewRow): Promise<boolean> {
    return (await this.seating(review.partnershipId)).needsAdvice(review);
  }

  /** One review as the policies read it now. */
  async subject(actor: PersonActor, review: ReviewRow, decision: Behind): Promise<Subject<'Review'>> {
    const [seating, access] = [await this.seating(review.partnershipId), await this.cases.of(review.enquiryId)];
    return seating.subject(actor, review, decision, access);
  }

  /** A decision that no REVIEW lies behind, as the policy of overriding reads it. */
  async subjectOfDecision(decision: DecisionRow): Promise<Subject<'Review'>> {
    const { sharingDecisionId, partnershipId, enquiryId, fromAgencyId } = decision;
    return {
      kind: 'Review',
      id: sharingDecisionId,
      partnershipId,
      ...(await this.cases.of(enquiryId)),
      holderAgencyId: fromAgencyId,
      agencyDesk: true,
      releaserIds: [],
      ...{ open: false, climbed: false, overridable: true, absentToHub: isAbsentToHub(decision) },
      askerIds: askersOf(decision),
    };
  }
}
