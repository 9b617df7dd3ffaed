import { newId } from '@mash/contracts';
import { Controller, Get, Param, Req } from '@nestjs/common';
import { ContactIntakeClient } from '../../../api-clients/contact-intake.client';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import { HANDLING } from '../../../layout/handling-line';
import { page, type Answer } from '../../../layout/page';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { PageNotFound } from '../../../session/page-not-found';
import { requireReference } from '../../../session/require-reference';
import { letterLink } from './letter-link';
import { letterView } from './letter.presenter';

/** The referrer's letter, opened for its referrer by `sharing`, which writes the ledger first. */
@Controller('contacts/:reference/letter')
@ForRoles('referrer', 'contact-officer')
export class LetterController {
  constructor(
    private readonly intake: ContactIntakeClient,
    private readonly sharing: SharingClient,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('reference') typed: string, @Req() request: ConsoleRequest): Promise<Answer> {
    const contact = await this.intake.contact(request, requireReference(typed));
    const link = letterLink(contact);
    if (link === undefined) throw new PageNotFound();
    const letter = await this.sharing.openProduct(request, link.letterId, newId(this.clock.now().getTime()));
    const frame = {
      title: `Letter, ${contact.reference}`,
      section: '/contacts',
      back: `/contacts/${contact.reference}`,
      handling: HANDLING.official,
    };
    return page('journeys/tracking/letter/letter.njk', frame, letterView(contact, letter));
  }
}
