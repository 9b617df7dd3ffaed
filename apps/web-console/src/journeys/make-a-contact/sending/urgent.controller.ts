import { newId } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { Clock } from '../../../clock';
import { textArea, textField } from '../../../forms/field-view';
import { Posted, type PostedFields } from '../../../forms/posted';
import { page, redirect, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { requireId } from '../../../session/require-id';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { childrenOf, type ContactDraft } from '../draft/contact-draft';
import { ContactDrafts } from '../draft/contact-drafts';
import { placesOf, protectedPlacesField } from '../draft/protected-places';
import { stepPath } from '../steps/step-order';
import { UrgentSending } from './urgent-sending';
import { readUrgent, URGENT_PLACES } from './urgent.form';

/** One page, no blocking error: the quickest way to the hub, also while drafts cannot be opened or the audit log is down. */
@Controller('contacts/new')
@ForRoles('referrer')
export class UrgentController {
  constructor(
    private readonly drafts: ContactDrafts,
    private readonly urgent: UrgentSending,
    private readonly clock: Clock,
  ) {}

  @Get('urgent')
  begin(): Answer {
    return redirect(stepPath(newId(this.clock.now().getTime()), 'urgent'));
  }

  @Get(':draft/urgent')
  async show(
    @Param('draft') id: string,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const draftId = requireId(id);
    const { draft } = await this.drafts.open(request, person, draftId);
    return page(
      'journeys/make-a-contact/sending/urgent.njk',
      { title: 'Urgent concern', section: '/contacts' },
      urgentView(draftId, draft),
    );
  }

  @Post(':draft/urgent')
  async send(
    @Param('draft') id: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const draftId = requireId(id);
    const { draft } = await this.drafts.open(request, person, draftId);
    return this.urgent.send(request, person, draftId, readUrgent(new Posted(fields), draft));
  }
}

function urgentView(draftId: string, draft: ContactDraft): object {
  const names = [
    textField({ name: 'forenames', label: "Child's first names", value: undefined, maxlength: 100 }),
    textField({ name: 'surname', label: "Child's surname", value: undefined, maxlength: 100 }),
  ];
  return {
    action: stepPath(draftId, 'urgent'),
    fields: [
      textArea({
        name: 'narrative',
        label: 'What is happening?',
        hint: 'One line is enough',
        rows: 5,
        value: draft.concern.narrative,
      }),
      ...(childrenOf(draft).length === 0 ? names : []),
      textField({
        name: 'where',
        label: 'Where is the child now?',
        hint: 'If you know',
        value: undefined,
        maxlength: 300,
      }),
      protectedPlacesField({
        ...{ name: 'protectedPlaces', places: URGENT_PLACES, posted: undefined },
        kept: childrenOf(draft).flatMap(placesOf),
      }),
      textField({
        name: 'telephone',
        label: 'Your telephone number',
        value: draft.you.telephone,
        classes: 'govuk-input--width-20',
        inputmode: 'tel',
        maxlength: 30,
      }),
    ],
  };
}
