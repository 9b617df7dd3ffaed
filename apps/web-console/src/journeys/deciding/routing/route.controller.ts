import {
  AUDIENCE_OF_TEAM,
  type Agencies,
  type HandoversWaiting,
  type ReleasedItem,
  type RouteTeam,
} from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { DecisionClient } from '../../../api-clients/decision.client';
import { SharingClient } from '../../../api-clients/sharing.client';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { redirect, type Answer } from '../../../layout/page';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { HeldPosts } from '../../../session/held-posts';
import { EnquiryFrame, enquiryPage, enquiryPath, purposeOf, type OpenEnquiry } from '../../enquiry/shared';
import { peopleOfProduct } from '../shared/people-of-product';
import { newestDecision, type DecisionView } from '../shared/newest-decision';
import { packOf } from '../shared/pack-of';
import { ProductMaker, type Making } from '../shared/product-maker';
import { HELP_REFUSED } from './after-refused-help';
import { AnswersReader } from './answers-reader';
import { handoverMadeView } from './handover-made.presenter';
import { receivingBodies } from './receiving-bodies';
import { releasedChoices, type ReleasedChoice } from './released-choice';
import { purposeOfRoute } from './route-terms';
import { readHandover, readSending, teamOf, type Handover } from './route.form';
import { routePageView } from './route.presenter';
import { isOneWaiting, teamsToRoute, teamsToRouteAnew, type TeamToRoute } from './teams-to-route';

interface Work {
  readonly open: OpenEnquiry;
  readonly decided: DecisionView;
  readonly teams: readonly TeamToRoute[];
  /** With those whose handover is held: named on purpose, it is put together anew. */
  readonly anew: readonly TeamToRoute[];
}

interface Evidence {
  readonly agencies: Agencies['agencies'];
  /** What another handover would take the place of. */
  readonly waiting: HandoversWaiting['waiting'];
  /** What of the accepted answers may be shown to this manager; undefined where they could not be opened now. */
  readonly answers: readonly ReleasedItem[] | undefined;
  readonly choices: readonly ReleasedChoice[] | undefined;
}

const offeredOf =
  (agencies: Agencies['agencies']) =>
  (team: RouteTeam): string[] =>
    receivingBodies(team, agencies).map(({ agencyId }) => agencyId);

/** The press that sends what was put together fills in no form, nor do words for a team that has the case by now: they are shown as what was not sent. */
const isFormFor =
  (teams: readonly TeamToRoute[]) =>
  ({ act, team }: PostedFields): boolean =>
    act !== 'send' && teams.some((one) => one.team === team);

/** A press that came too late keeps its words on the page: nobody reads them otherwise. */
const notSent = (open: OpenEnquiry, words?: string): Answer =>
  enquiryPage(open, {
    ...{ template: 'journeys/deciding/routing/not-sent.njk', title: 'Nothing was sent', section: 'decision' },
    ...{ view: { words, decisionHref: enquiryPath(open.reference, '/decision') }, status: 409 },
  });

/** The handover to each team: put together, looked at, sent. */
@Controller('enquiries/:reference/route')
@ForRoles('mash-manager')
export class RouteController {
  constructor(
    private readonly frames: EnquiryFrame,
    private readonly decision: DecisionClient,
    private readonly sharing: SharingClient,
    private readonly answers: AnswersReader,
    private readonly heldPosts: HeldPosts,
    private readonly products: ProductMaker,
  ) {}

  @Get()
  async show(
    @Param('reference') reference: string,
    @Query() query: PostedFields,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const work = await this.work(request, reference);
    if (work === undefined) return redirect(enquiryPath(reference, '/decision'));
    const held = await this.heldPosts.take(request, request.path, isFormFor(work.anew));
    const posted = held && new Posted(held);
    const team = teamOf((posted ?? new Posted(query)).text('team'), work);
    if (team === undefined) return redirect(enquiryPath(reference, '/feedback'));
    return this.formPage(work, team, await this.evidence(request, work.open), posted, []);
  }

  @Post()
  async handOver(
    @Param('reference') reference: string,
    @Body() fields: PostedFields,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const [work, posted] = [await this.work(request, reference), new Posted(fields)];
    if (work === undefined) return redirect(enquiryPath(reference, '/decision'));
    return posted.text('act') === 'send' ? this.send(request, work, posted) : this.putTogether(request, work, posted);
  }

  private async putTogether(request: ConsoleRequest, work: Work, posted: Posted): Promise<Answer> {
    const team = teamOf(posted.text('team'), work);
    if (team === undefined) return notSent(work.open, posted.text('words'));
    const evidence = await this.evidence(request, work.open);
    const { handover, errors } = readHandover(posted, {
      teams: work.anew,
      agencyIds: offeredOf(evidence.agencies),
      itemIds: (evidence.choices ?? []).map(({ itemId }) => itemId),
    });
    if (handover === undefined) return this.formPage(work, team, evidence, posted, errors);
    const making = await this.make(request, work.open, handover);
    if ('refusal' in making) {
      const errors = [{ field: 'words', text: making.refusal }];
      return this.formPage(work, team, evidence, posted, errors, making.code === HELP_REFUSED);
    }
    return enquiryPage(work.open, {
      template: 'journeys/deciding/routing/handover-made.njk',
      title: 'Hand over',
      section: 'decision',
      view: handoverMadeView(making.made, {
        ...{ reference: work.open.reference, team, choices: evidence.choices ?? [] },
        toAgencyId: handover.toAgencyId,
        now: work.open.now,
      }),
    });
  }

  private async send(request: ConsoleRequest, { open, decided, teams, anew }: Work, posted: Posted): Promise<Answer> {
    const sending = readSending(posted, { teams: anew, agencyIds: offeredOf(await this.sharing.agencies(request)) });
    if (sending === undefined) return notSent(open);
    const { team, toAgencyId, productId, personIds } = sending;
    await this.decision.route(request, open.enquiry.enquiryId, {
      decisionId: decided.decisionId,
      team: team.team,
      toAgencyId,
      personIds,
      productId,
    });
    const rest = teams.some((one) => one.team !== team.team || one.personIds.some((id) => !personIds.includes(id)));
    return redirect(enquiryPath(open.reference, rest ? '/route' : '/feedback'));
  }

  private make(
    request: ConsoleRequest,
    { enquiry, roster, names }: OpenEnquiry,
    { team, toAgencyId, words, itemIds }: Handover,
  ): Promise<Making> {
    return this.products.make(request, {
      enquiryId: enquiry.enquiryId,
      kind: 'handover',
      purpose: purposeOfRoute(team.team, purposeOf(enquiry)),
      audience: AUDIENCE_OF_TEAM[team.team],
      toAgencyId,
      personIds: [...team.personIds],
      words,
      envelopes: [], // `sharing` fetches every accepted answer itself
      itemIds: [...itemIds],
      people: peopleOfProduct(team.personIds, roster, names),
    });
  }

  /** Undefined before anything is decided. */
  private async work(request: ConsoleRequest, reference: string): Promise<Work | undefined> {
    const open = await this.frames.load(request, reference);
    const decided = newestDecision(open.enquiry);
    if (decided === undefined) return undefined;
    const [pack, { routes }] = [packOf(open.enquiry), open.enquiry];
    const [teams, anew] = [teamsToRoute(pack, decided, routes), teamsToRouteAnew(pack, decided, routes)];
    return { open, decided, teams, anew };
  }

  private async evidence(request: ConsoleRequest, { enquiry, names }: OpenEnquiry): Promise<Evidence> {
    const [agencies, answers, waiting] = await Promise.all([
      this.sharing.agencies(request),
      this.answers.read(request, enquiry),
      this.sharing.handoversWaiting(request, enquiry.enquiryId),
    ]);
    return { agencies, waiting, answers, choices: answers && releasedChoices(answers, names) };
  }

  private formPage(
    { open, teams }: Work,
    team: TeamToRoute,
    { agencies, choices, answers, waiting }: Evidence,
    posted: Posted | undefined,
    errors: readonly FieldError[],
    isHelpRefused = false,
  ): Answer {
    const { reference, names } = open;
    const toAccept = answers?.some(({ acceptFirst }) => acceptFirst === true) ?? false;
    return enquiryPage(open, {
      template: 'journeys/deciding/routing/route.njk',
      title: 'Hand over',
      section: 'decision',
      view: routePageView({
        ...{ reference, team, teams, names, agencies, choices, toAccept, posted, errors, isHelpRefused },
        isOneWaiting: isOneWaiting(waiting, team),
      }),
      errors,
    });
  }
}
