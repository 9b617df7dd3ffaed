import { londonDayOf } from '@mash/clocks';
import { LIAISON_ROLES, type RequestDetail, type RequestLine } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { AgencyRequestsClient } from '../../api-clients/agency-requests.client';
import { Clock } from '../../clock';
import { Posted, type PostedFields } from '../../forms/posted';
import { page, redirect, type Answer } from '../../layout/page';
import { ForRoles, Person } from '../../session/access.decorators';
import type { ConsoleRequest } from '../../session/console-request';
import { isOlderThanDraft, OLDER_THAN_DRAFT } from '../../session/held-post';
import { HeldPosts } from '../../session/held-posts';
import { requireId } from '../../session/require-id';
import type { SignedInPerson } from '../../session/signed-in-person';
import {
  addItem,
  changeItem,
  pasteTable,
  removeItem,
  sameCoverageForAll,
  takenIn,
  unfinishedErrors,
  type Acted,
} from './answer-actions';
import { AnswerPage } from './answer-page';
import { AnswerKeys } from './asked/answer-keys';
import type { AnswerDraft } from './draft/answer-draft';
import { AnswerDrafts } from './draft/answer-drafts';
import { NameablePeople } from './editor/nameable-people';
import { answerReceiptView } from './receipt.presenter';
import { answerParts } from './sending/answer-parts';
import { AnswerSender } from './sending/answer-sender';
import { stoppedView } from './stopped.presenter';

interface Begun {
  readonly request: ConsoleRequest;
  readonly person: SignedInPerson;
  /** With the lines that may be answered. */
  readonly detail: RequestDetail;
  /** The lines that were recalled, or are on hold. */
  readonly stopped: readonly RequestLine[];
  readonly grades: boolean;
  readonly today: string;
}

/** One request answered by a liaison officer of the agency that was asked. Every press keeps the draft; only Send sends. */
@Controller('requests/:request')
@ForRoles(...LIAISON_ROLES)
export class AnswerController {
  constructor(
    private readonly agencyRequests: AgencyRequestsClient,
    private readonly keys: AnswerKeys,
    private readonly drafts: AnswerDrafts,
    private readonly pages: AnswerPage,
    private readonly sender: AnswerSender,
    private readonly nameable: NameablePeople,
    private readonly heldPosts: HeldPosts,
    private readonly clock: Clock,
  ) {}

  @Get('answer')
  async show(
    @Param('request') id: string,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const begun = await this.begin(id, person, request);
    if (begun.detail.state === 'answered') return redirect(`/requests/${begun.detail.requestId}/answered`);
    if (begun.detail.lines.length === 0) return this.stoppedPage(begun);
    await this.keys.of(begun.detail, person.partnershipId); // a key that is refused is said before anything is typed
    const { draft, savedAt: saved } = await this.drafts.open(request, person, begun.detail.requestId);
    const errors = (await this.heldPosts.takeOlder(request, saved)) ? [OLDER_THAN_DRAFT] : [];
    return this.pages.show(request, { ...begun, draft, saved, errors });
  }

  @Post('answer')
  async press(
    @Param('request') id: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const begun = await this.begin(id, person, request);
    if (begun.detail.lines.length === 0) return this.stoppedPage(begun);
    const { draft: kept, savedAt: saved } = await this.drafts.open(request, person, begun.detail.requestId);
    if (isOlderThanDraft(fields, saved))
      return this.pages.show(request, { ...begun, draft: kept, saved, errors: [OLDER_THAN_DRAFT] });
    const draft = takenIn(kept, fields, begun.detail);
    const action = new Posted(fields).text('action');
    if (action === 'send' || action === 'send-part') return this.send(begun, draft, action === 'send');
    const acted = await this.act(draft, fields, begun);
    await this.drafts.keep(request, person, begun.detail, acted.draft);
    await this.heldPosts.settle(request);
    if (acted.errors.length === 0) return redirect(this.wayOn(action, begun.detail.requestId, fields));
    const pasted = new Posted(fields).text('paste');
    return this.pages.show(request, { ...begun, ...acted, saved: this.clock.now(), pasted });
  }

  @Post('destroy-draft')
  async destroyDraft(
    @Param('request') id: string,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const { detail } = await this.begin(id, person, request);
    await this.drafts.throwAway(request, person, detail.requestId);
    return redirect('/worklist');
  }

  @Get('answered')
  async answered(
    @Param('request') id: string,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const { detail } = await this.begin(id, person, request);
    if (detail.answeredAt === undefined) return redirect(`/requests/${detail.requestId}/answer`);
    const frame = { title: `Answered, ${detail.enquiryReference}`, section: '/worklist' };
    return page('journeys/answering/receipt.njk', frame, answerReceiptView(detail, this.clock.now()));
  }

  private async begin(id: string, person: SignedInPerson, request: ConsoleRequest): Promise<Begun> {
    const asked = await this.agencyRequests.request(request, requireId(id));
    const today = londonDayOf(this.clock.now());
    const isStopped = ({ state }: RequestLine): boolean => state === 'held' || state === 'recalled';
    const detail = { ...asked, lines: asked.lines.filter((line) => !isStopped(line)) };
    const stopped = asked.lines.filter(isStopped);
    return { request, person, detail, stopped, grades: person.agencyKind === 'police', today };
  }

  /** Nothing of it is to be answered. What was typed already is destroyed by whoever typed it, at the press of a button. */
  private async stoppedPage({ request, person, detail, stopped }: Begun): Promise<Answer> {
    const { savedAt: saved } = await this.drafts.open(request, person, detail.requestId);
    const frame = { title: `Request, ${detail.enquiryReference}`, section: '/worklist', back: '/worklist' };
    return page('journeys/answering/stopped.njk', frame, stoppedView(detail, stopped, saved !== undefined));
  }

  private async act(draft: AnswerDraft, fields: PostedFields, begun: Begun): Promise<Acted> {
    const posted = new Posted(fields);
    const [change, remove] = [posted.optional('change'), posted.optional('remove')];
    if (change !== undefined) return changeItem(draft, change);
    if (remove !== undefined) return { draft: removeItem(draft, remove), errors: [] };
    switch (posted.text('action')) {
      case 'add-item': {
        const nameable = (await this.nameable.of(begun.request)).map(({ value }) => value);
        return addItem(draft, fields, { ...begun, nameable });
      }
      case 'paste':
        return pasteTable(draft, fields, begun);
      case 'clear-item':
        return { draft: { ...draft, unfinished: {} }, errors: [] };
      case 'same-coverage':
        return { draft: sameCoverageForAll(draft, begun.detail), errors: [] };
      default:
        return { draft, errors: [] };
    }
  }

  private wayOn(action: string, requestId: string, fields: PostedFields): string {
    if (action === 'leave') return '/worklist';
    const toEditor = ['add-item', 'clear-item'].includes(action) || fields['change'] !== undefined;
    return `/requests/${requestId}/answer${toEditor ? '#editor' : action === 'paste' ? '#items' : ''}`;
  }

  private async send(begun: Begun, draft: AnswerDraft, complete: boolean): Promise<Answer> {
    const { request, person, detail, today } = begun;
    const { name, roleTitle, agencyKind } = person;
    const personIds = [...new Set(detail.lines.map(({ personId }) => personId))];
    const answering = { personIds, agencyKind, answeredBy: { name, roleTitle }, today, complete };
    const { parts, errors } = answerParts(draft, answering);
    const wrong = [...unfinishedErrors(draft), ...errors];
    await this.drafts.keep(request, person, detail, draft);
    await this.heldPosts.settle(request);
    if (wrong.length > 0) return this.pages.show(request, { ...begun, draft, saved: this.clock.now(), errors: wrong });
    const sent = await this.sender.send(request, person, { detail, answerId: draft.answerId, complete, parts });
    if (Array.isArray(sent))
      return this.pages.show(request, { ...begun, draft, saved: this.clock.now(), errors: sent });
    await this.drafts.throwAway(request, person, detail.requestId);
    return redirect(`/requests/${detail.requestId}/answered`);
  }
}
