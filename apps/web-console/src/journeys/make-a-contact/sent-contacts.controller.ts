import { newId } from '@mash/contracts';
import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ContactIntakeClient } from '../../api-clients/contact-intake.client';
import { Clock } from '../../clock';
import { page, redirect, type Answer } from '../../layout/page';
import { startPageOf } from '../../layout/role-pages';
import { Shell } from '../../layout/shell';
import { ForRoles, Person } from '../../session/access.decorators';
import type { ConsoleRequest } from '../../session/console-request';
import { requireReference } from '../../session/require-reference';
import type { SignedInPerson } from '../../session/signed-in-person';
import { ContactDrafts } from './draft/contact-drafts';
import { contactListView } from './list/contact-list.presenter';
import { receiptView } from './receipt/receipt.presenter';
import { stepPath } from './steps/step-order';
import { trackView } from './track/track.presenter';

/** What a referrer has sent: the list, the receipt, what happened, and adding something new. */
@Controller('contacts')
export class SentContactsController {
  constructor(
    private readonly intake: ContactIntakeClient,
    private readonly drafts: ContactDrafts,
    private readonly shell: Shell,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ForRoles('referrer')
  async list(@Req() request: ConsoleRequest): Promise<Answer> {
    const [contacts, drafts] = await Promise.all([this.intake.contacts(request), this.intake.drafts(request)]);
    const view = contactListView({ contacts, drafts }, this.clock.now());
    return page('journeys/make-a-contact/list/contact-list.njk', { title: 'Your concerns' }, view);
  }

  @Get(':reference/receipt')
  @ForRoles('referrer', 'contact-officer')
  async receipt(
    @Param('reference') reference: string,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const contact = await this.intake.contact(request, requireReference(reference));
    const view = receiptView(contact, this.shell.partnershipOf(person));
    return page(
      'journeys/make-a-contact/receipt/receipt.njk',
      { title: `Receipt, ${contact.reference}`, section: '/contacts' },
      view,
    );
  }

  @Get(':reference')
  @ForRoles('referrer', 'contact-officer')
  async track(
    @Param('reference') reference: string,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const contact = await this.intake.contact(request, requireReference(reference));
    const start = startPageOf(person);
    const frame = { title: `Concern, ${contact.reference}`, section: start, back: start };
    return page(
      'journeys/make-a-contact/track/track.njk',
      frame,
      trackView(contact, this.clock.now(), person.roles.includes('referrer')),
    );
  }

  /** A linked concern: the first one stays unaltered. */
  @Post(':reference/add')
  @ForRoles('referrer')
  async addSomethingNew(
    @Param('reference') reference: string,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const { contactId, reference: linkedReference } = await this.intake.contact(request, requireReference(reference));
    const draftId = newId(this.clock.now().getTime());
    const { draft } = await this.drafts.open(request, person, draftId);
    await this.drafts.keep(request, person, draftId, { ...draft, linkedContactId: contactId, linkedReference });
    return redirect(stepPath(draftId, 'danger'));
  }
}
