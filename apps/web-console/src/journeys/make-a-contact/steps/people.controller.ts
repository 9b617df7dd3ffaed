import { newId } from '@mash/contracts';
import { Body, Controller, Get, Injectable, Param, Post, Req } from '@nestjs/common';
import { Clock } from '../../../clock';
import { Posted, type PostedFields } from '../../../forms/posted';
import { page, redirect, type Answer } from '../../../layout/page';
import { savedAt } from '../../../layout/state-line';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { requireId } from '../../../session/require-id';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { withoutPerson, type ContactDraft } from '../draft/contact-draft';
import { ContactDrafts } from '../draft/contact-drafts';
import { UrgentSending } from '../sending/urgent-sending';
import { peopleListView, peopleOf, type PeopleGroup } from './people-list.presenter';
import { backFrom, nextStep, progressWords, stepPath } from './step-order';

const ADDS = { 'add-child': 'child', 'add-unborn': 'unborn', 'add-adult': 'adult' } as const;

@Injectable()
abstract class PeopleList {
  protected abstract readonly group: PeopleGroup;

  constructor(
    private readonly drafts: ContactDrafts,
    private readonly urgent: UrgentSending,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('draft') id: string,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const draftId = requireId(id);
    const { draft, savedAt: saved } = await this.drafts.open(request, person, draftId);
    return this.page(draftId, draft, saved ?? this.clock.now());
  }

  @Post()
  async change(
    @Param('draft') id: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const [draftId, posted] = [requireId(id), new Posted(fields)];
    const { draft } = await this.drafts.open(request, person, draftId);
    const [remove, action] = [posted.optional('remove'), posted.text('action')];
    if (remove !== undefined) return this.remove(request, person, draftId, withoutPerson(draft, remove));
    if (action === 'send-now') return this.urgent.send(request, person, draftId, draft);
    const kind = ADDS[action as keyof typeof ADDS] as (typeof ADDS)[keyof typeof ADDS] | undefined;
    if (kind !== undefined)
      return redirect(`${this.path(draftId)}/${newId()}${kind === 'unborn' ? '?kind=unborn' : ''}`);
    return this.goOn(draftId, draft);
  }

  private async remove(
    request: ConsoleRequest,
    person: SignedInPerson,
    draftId: string,
    draft: ContactDraft,
  ): Promise<Answer> {
    await this.drafts.keep(request, person, draftId, draft);
    return redirect(this.path(draftId));
  }

  private goOn(draftId: string, draft: ContactDraft): Answer {
    const isMissing = this.group === 'children' && peopleOf('children', draft).length === 0;
    if (!isMissing) return redirect(stepPath(draftId, nextStep(this.group)));
    const errors = [{ field: 'add-child', text: 'Add the child, or the unborn baby, that you are worried about' }];
    return this.page(draftId, draft, this.clock.now(), errors);
  }

  private path(draftId: string): string {
    return stepPath(draftId, this.group);
  }

  private page(
    draftId: string,
    draft: ContactDraft,
    saved: Date,
    errors: { field: string; text: string }[] = [],
  ): Answer {
    const list = peopleListView(this.group, draft, draftId, this.clock.now());
    const view = { list, action: this.path(draftId), progress: progressWords(this.group), saveText: 'Continue' };
    const title = this.group === 'children' ? 'Children, new concern' : 'Adults, new concern';
    const frame = { title, back: backFrom(draftId, this.group), section: '/contacts', state: savedAt(saved), errors };
    return page('journeys/make-a-contact/steps/people-list.njk', frame, view);
  }
}

/** The children of a concern, born and unborn: the list, and the way to each. */
@Controller('contacts/new/:draft/children')
@ForRoles('referrer')
export class ChildrenController extends PeopleList {
  protected readonly group = 'children';
}

/** The adults of a concern: the list, and the way to each. */
@Controller('contacts/new/:draft/adults')
@ForRoles('referrer')
export class AdultsController extends PeopleList {
  protected readonly group = 'adults';
}
