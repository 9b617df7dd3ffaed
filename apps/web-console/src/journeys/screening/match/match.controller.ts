import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ContactIntakeClient } from '../../../api-clients/contact-intake.client';
import { Posted, type PostedFields } from '../../../forms/posted';
import { redirect, type Answer } from '../../../layout/page';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { HeldPosts } from '../../../session/held-posts';
import { PageNotFound } from '../../../session/page-not-found';
import { requireId } from '../../../session/require-id';
import { EnquiryFrame, type OpenEnquiry } from '../../enquiry/shared/enquiry-frame';
import { enquiryPage } from '../../enquiry/shared/enquiry-page';
import { sayPath } from '../../recalls/shared/recall-words';
import { personOfRoster } from '../person-of-roster';
import { candidatesPath, mentionPath, peoplePath } from '../screening-paths';
import { searchSoFarIn, searchSoFarOf } from '../search-so-far';
import { candidatesView, type CandidatesView } from './candidates.presenter';
import { compareView } from './compare.presenter';
import { lateVerdict, VERDICTS } from './late-verdict';

interface Place {
  readonly reference: string;
  readonly mention: string;
  readonly candidate: string;
}

/**
 * Search, compare, say. The search that counts is kept by the people index under the id in the address; what a page shows of it is
 * asked for anew each time, so that nothing about anyone lies in the session.
 */
@Controller('enquiries/:reference/people/:mention')
@ForRoles('mash-analyst', 'mash-manager')
export class MatchController {
  constructor(
    private readonly frame: EnquiryFrame,
    private readonly intake: ContactIntakeClient,
    private readonly heldPosts: HeldPosts,
  ) {}

  @Post('search')
  async search(@Param() { reference, mention }: Place, @Req() request: ConsoleRequest): Promise<Answer> {
    const open = await this.frame.load(request, reference);
    const { mentionId } = personOfRoster(open, requireId(mention));
    const { searchId } = await this.intake.searchPeople(request, { enquiryId: open.enquiry.enquiryId, mentionId });
    return redirect(candidatesPath(reference, mentionId, { searchId, different: [] }));
  }

  @Get('candidates')
  async candidates(
    @Param() { reference, mention }: Place,
    @Query() query: Record<string, unknown>,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const soFar = searchSoFarIn(query, await this.heldPosts.sentFromHere(request));
    if (soFar === undefined) return redirect(peoplePath(reference));
    const open = await this.frame.load(request, reference);
    const person = personOfRoster(open, requireId(mention));
    const { enquiryId } = open.enquiry;
    const { candidates } = await this.intake.searchPeople(request, { enquiryId, mentionId: person.mentionId });
    return candidatesPage(open, candidatesView({ reference, person, candidates, soFar, now: open.now }));
  }

  @Get('compare/:candidate')
  async compare(
    @Param() { reference, mention, candidate: candidateId }: Place,
    @Query() query: Record<string, unknown>,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const pressed = await this.heldPosts.takeToShow(request, request.path);
    const soFar = searchSoFarIn(query, pressed);
    if (soFar === undefined) return redirect(peoplePath(reference));
    const open = await this.frame.load(request, reference);
    const person = personOfRoster(open, requireId(mention));
    const { enquiryId } = open.enquiry;
    const { candidates } = await this.intake.searchPeople(request, { enquiryId, mentionId: person.mentionId });
    const candidate = candidates.find(({ personId }) => personId === requireId(candidateId));
    if (candidate === undefined && pressed === undefined) throw new PageNotFound();
    if (candidate === undefined) {
      const late = lateVerdict(pressed ?? {}, undefined);
      return candidatesPage(open, candidatesView({ reference, person, candidates, soFar, now: open.now, late }));
    }
    const view = compareView({ reference, person, candidate, soFar, pressed });
    const template = 'journeys/screening/match/compare.njk';
    return enquiryPage(open, { template, title: 'Compare', section: 'people', view });
  }

  @Post('compare/:candidate')
  async say(
    @Param() { reference, mention, candidate }: Place,
    @Body() fields: PostedFields,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const [mentionId, candidateId] = [requireId(mention), requireId(candidate)];
    const { searchId, different } = searchSoFarOf({ search: fields['searchId'], different: fields['different'] });
    const verdict = new Posted(fields).choice('verdict', VERDICTS);
    if (verdict === undefined) throw new PageNotFound();
    const { enquiry } = await this.frame.load(request, reference);
    await this.intake.matchMention(request, enquiry.enquiryId, mentionId, { searchId, candidateId, verdict });
    if (verdict === 'same') return redirect(peoplePath(reference));
    const ruledOut = verdict === 'different' ? [...different, candidateId] : different;
    return redirect(candidatesPath(reference, mentionId, { searchId, different: ruledOut }));
  }

  /** Refused by the people index until each likely and possible candidate of that search is ruled out. */
  @Post('create')
  async create(
    @Param() { reference, mention }: Place,
    @Body() fields: PostedFields,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const searchId = requireId(new Posted(fields).text('searchId'));
    const { enquiry } = await this.frame.load(request, reference);
    await this.intake.createPerson(request, enquiry.enquiryId, requireId(mention), { searchId });
    return redirect(peoplePath(reference));
  }

  @Get('unlink')
  async askUnlink(@Param() { reference, mention }: Place, @Req() request: ConsoleRequest): Promise<Answer> {
    const open = await this.frame.load(request, reference);
    const person = personOfRoster(open, requireId(mention));
    const action = mentionPath(reference, person.mentionId, 'unlink');
    const view = { heading: `Take back who ${person.displayName} is?`, action, back: peoplePath(reference) };
    const template = 'journeys/screening/match/unlink.njk';
    return enquiryPage(open, { template, title: 'Un-link', section: 'people', view });
  }

  @Post('unlink')
  async unlink(
    @Param() { reference, mention }: Place,
    @Body() fields: PostedFields,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const reasons = ['wrong_person', 'new_information', 'pressed_by_mistake'] as const;
    const reason = new Posted(fields).choice('reason', reasons);
    if (reason === undefined) throw new PageNotFound();
    const open = await this.frame.load(request, reference);
    const { enquiryId } = open.enquiry;
    const before = open.roster?.people.find(({ mentionId }) => mentionId === mention)?.personId;
    await this.intake.unlinkMention(request, enquiryId, requireId(mention), { reason });
    // What was answered about somebody who was matched wrongly is about the wrong person: it is offered for recall at once.
    if (reason !== 'wrong_person' || before === undefined) return redirect(peoplePath(reference));
    return redirect(sayPath(enquiryId, 'person', before, peoplePath(reference)));
  }
}

const candidatesPage = (open: OpenEnquiry, view: CandidatesView): Answer =>
  enquiryPage(open, {
    template: 'journeys/screening/match/candidates.njk',
    title: 'Candidates',
    section: 'people',
    view,
  });
