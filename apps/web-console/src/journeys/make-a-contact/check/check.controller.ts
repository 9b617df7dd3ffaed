import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ServiceProblem } from '../../../api-clients/service-errors';
import { Clock } from '../../../clock';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { page, redirect, type Answer } from '../../../layout/page';
import { savedAt } from '../../../layout/state-line';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { requireId } from '../../../session/require-id';
import type { SignedInPerson } from '../../../session/signed-in-person';
import type { ContactDraft } from '../draft/contact-draft';
import { ContactDrafts } from '../draft/contact-drafts';
import { ContactSender } from '../sending/contact-sender';
import { UrgentSending } from '../sending/urgent-sending';
import { whatIsMissing } from '../sending/what-is-missing';
import { backFrom, progressWords, stepPath } from '../steps/step-order';
import { checkSections } from './check.presenter';

/** Check your answers, and send. */
@Controller('contacts/new/:draft/check')
@ForRoles('referrer')
export class CheckController {
  constructor(
    private readonly drafts: ContactDrafts,
    private readonly sender: ContactSender,
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
    return this.page(draftId, draft, saved, []);
  }

  @Post()
  async send(
    @Param('draft') id: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const draftId = requireId(id);
    const { draft, savedAt: saved } = await this.drafts.open(request, person, draftId);
    if (new Posted(fields).text('action') === 'send-now' || draft.urgent === true)
      return this.urgent.send(request, person, draftId, draft);
    const missing = whatIsMissing(draft, draftId);
    if (missing.length > 0) return this.page(draftId, draft, saved, missing);
    try {
      const { reference } = await this.sender.send(request, person, draftId, draft);
      return redirect(`/contacts/${reference}/receipt`);
    } catch (error) {
      if (!(error instanceof ServiceProblem) || error.errors.length === 0) throw error;
      return this.page(
        draftId,
        draft,
        saved,
        error.errors.map(({ message }) => ({ field: 'answers', text: message })),
      );
    }
  }

  private page(draftId: string, draft: ContactDraft, saved: Date | undefined, errors: readonly FieldError[]): Answer {
    const now = this.clock.now();
    const missing = whatIsMissing(draft, draftId);
    const view = {
      sections: checkSections(draft, draftId, now),
      missing: draft.urgent === true ? missing : [],
      heading: missing.length === 0 || draft.urgent === true ? 'Check what you will send' : headingFor(missing.length),
      action: stepPath(draftId, 'check'),
      progress: progressWords('check'),
      saveText: draft.urgent === true ? 'Send urgent concern' : 'Send concern',
      isUrgent: draft.urgent === true,
    };
    const frame = {
      title: 'Check, new concern',
      back: backFrom(draftId, 'check'),
      section: '/contacts',
      state: savedAt(saved ?? now),
      errors,
    };
    return page('journeys/make-a-contact/check/check.njk', frame, view);
  }
}

const headingFor = (count: number): string => `${count} ${count === 1 ? 'thing is' : 'things are'} still to say`;
