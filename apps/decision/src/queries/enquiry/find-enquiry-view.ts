import type { PersonActor } from '@mash/authorisation';
import type { EnquiryView } from '@mash/contracts';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { OpenNames } from '../../features/learn-agencies/open-names';
import { AccessRepository } from '../../persistence/access.repository';
import { AskedRequestRepository } from '../../persistence/asked-request.repository';
import { BrokenGlassRepository } from '../../persistence/broken-glass.repository';
import { ClockRepository } from '../../persistence/clock.repository';
import { DecisionRepository } from '../../persistence/decision.repository';
import type { EnquiryRecord } from '../../persistence/enquiry.record';
import { FeedbackRepository } from '../../persistence/feedback.repository';
import { ProtectionRepository } from '../../persistence/protection.repository';
import { RatingRepository } from '../../persistence/rating.repository';
import { RouteRepository } from '../../persistence/route.repository';
import { clockViews, reckoningOf } from '../clock.view';
import { queueRow } from '../queue-row.view';
import { decisionViews } from './decision.view';
import { protectionViews } from './protection.view';
import { feedbackView, ratingView, routeView, thresholdView } from './enquiry-parts.view';

type Parts<Key extends keyof EnquiryView> = Promise<Pick<EnquiryView, Key>>;

/** Where is it, what is next? Everything that this service keeps of one enquiry; words in it are sealed. */
@Injectable()
export class FindEnquiryView {
  constructor(
    private readonly clocks: ClockRepository,
    private readonly requests: AskedRequestRepository,
    private readonly openNames: OpenNames,
    private readonly ratings: RatingRepository,
    private readonly protections: ProtectionRepository,
    private readonly decisions: DecisionRepository,
    private readonly routes: RouteRepository,
    private readonly feedback: FeedbackRepository,
    private readonly glass: BrokenGlassRepository,
    private readonly access: AccessRepository,
    private readonly clock: Clock,
  ) {}

  /** @param reader by whose broken glass it may be open, and to whom agencies are named */
  async find(enquiry: EnquiryRecord, reader: PersonActor): Promise<EnquiryView> {
    const { enquiryId, contactId, pack, openCase, rosterVersion, rosterConfirmed, people } = enquiry;
    return {
      ...(await this.standing(enquiry)),
      ...{ contactId, pack, openCase, rosterVersion, rosterConfirmed, people: [...people] },
      openedAt: enquiry.openedAt.toISOString(),
      ...(await this.brokenGlass(enquiry, reader.id)),
      ...(await this.judgements(enquiryId)),
      ...(await this.outcomes(enquiry, reader)),
    };
  }

  /** What stands above every page of it, while it lives. Who is named meanwhile needs no glass. */
  private async brokenGlass({ enquiryId, restricted }: EnquiryRecord, readerId: string): Parts<'brokenGlass'> {
    if (!restricted || (await this.access.isNamed(enquiryId, readerId))) return {};
    const live = await this.glass.liveFor(enquiryId, readerId, this.clock.now());
    if (live === undefined) return {};
    const { glassId, brokenAt, endsAt } = live;
    return { brokenGlass: { glassId, brokenAt: brokenAt.toISOString(), endsAt: endsAt.toISOString() } };
  }

  private async standing(enquiry: EnquiryRecord) {
    const { enquiryId, partnershipId } = enquiry;
    const now = this.clock.now();
    const [clocks, asked] = [await this.clocks.of([enquiryId]), await this.requests.of([enquiryId])];
    const requests = this.openNames.asOfToday(partnershipId, asked);
    const changes = await this.clocks.changesOf(enquiryId);
    return {
      ...queueRow(now, enquiry, clocks, requests),
      clocks: clockViews(reckoningOf(enquiry, now), clocks, requests, changes),
    };
  }

  private async judgements(enquiryId: string): Parts<'ratings' | 'thresholds' | 'protections'> {
    return {
      ratings: (await this.ratings.ratingsOf(enquiryId)).map(ratingView),
      thresholds: (await this.ratings.thresholdsOf(enquiryId)).map(thresholdView),
      protections: protectionViews(await this.protections.of(enquiryId), await this.protections.noticesOf(enquiryId)),
    };
  }

  private async outcomes(enquiry: EnquiryRecord, reader: PersonActor): Parts<'decisions' | 'routes' | 'feedback'> {
    const { enquiryId } = enquiry;
    const [flags, dissents] = [await this.decisions.flagsOf(enquiryId), await this.decisions.dissentsOf(enquiryId)];
    const naming = { reader, notNamed: await this.notNamed(enquiry) };
    return {
      decisions: decisionViews(await this.decisions.of(enquiryId), flags, dissents, naming),
      routes: (await this.routes.of(enquiryId)).map(routeView),
      feedback: (await this.feedback.of(enquiryId)).map(feedbackView),
    };
  }

  /** Agencies that were asked and whose name says what they know: as each request said, or as the register says today. */
  private async notNamed({ enquiryId, partnershipId }: EnquiryRecord): Promise<Set<string>> {
    const asked = this.openNames.asOfToday(partnershipId, await this.requests.everAsked(enquiryId));
    const open = new Set(asked.flatMap(({ agencyId, mayBeNamed }) => (mayBeNamed ? [agencyId] : [])));
    return new Set(asked.map(({ agencyId }) => agencyId).filter((agencyId) => !open.has(agencyId)));
  }
}
