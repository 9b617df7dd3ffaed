import { CONTACT_SOURCES, type ContactDetail } from '@mash/contracts';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import type { Answer } from '../../../layout/page';
import { momentWords } from '../../../presenters/clock-chip';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { GLASS_BREAKERS } from '../../../session/may-break-glass';
import { ISSUES, wordsOf } from '../../make-a-contact/draft/code-lists';
import { EnquiryFrame } from '../shared/enquiry-frame';
import { enquiryPage } from '../shared/enquiry-page';
import { enquiryPath } from '../shared/enquiry-sections';
import { purposeOf } from '../shared/purpose-of';
import { concernView } from './concern.presenter';
import { ContactReader } from './contact-reader';
import { mentionedPeople } from './mentioned-people.presenter';
import { whoTold } from './who-told.presenter';

/** The concern as it came in, in the referrer's own words, never altered. */
@Controller('enquiries/:reference/contact')
@ForRoles(...GLASS_BREAKERS)
export class ContactController {
  constructor(
    private readonly frame: EnquiryFrame,
    private readonly contacts: ContactReader,
  ) {}

  @Get()
  async show(
    @Param('reference') reference: string,
    @Query('who') who: unknown,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const open = await this.frame.load(request, reference);
    const detail = await this.contacts.detail(request, open);
    const concern = await this.contacts.concern(request, open, detail);
    const isShown = detail.referrerKind === 'professional' || who === 'told';
    const caller = isShown ? await this.contacts.caller(request, detail, purposeOf(open.enquiry)) : undefined;
    const view = {
      heading: headingOf(detail, open.now),
      coded: detail.presentingIssues.map((code) => wordsOf(ISSUES, code)).join(', '),
      concern: concernView(concern, caller, detail.people),
      whoTold: isShown ? undefined : whoTold(detail, enquiryPath(open.reference, '/contact?who=told')),
      people: mentionedPeople(detail, open.now),
    };
    const template = 'journeys/enquiry/contact/contact.njk';
    return enquiryPage(open, { template, title: 'Contact', section: 'contact', view });
  }
}

function headingOf({ urgent, source, receivedAt }: ContactDetail, now: Date): string {
  const from = CONTACT_SOURCES[source];
  return `${urgent ? 'Urgent, from' : 'From'} ${from}, received ${momentWords(new Date(receivedAt), now)}`;
}
