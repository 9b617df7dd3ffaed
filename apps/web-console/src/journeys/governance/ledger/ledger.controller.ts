import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { page, redirect, type Answer } from '../../../layout/page';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { requireId } from '../../../session/require-id';
import { EnquiryFinder } from '../shared/enquiry-finder';
import { enquirySearchField, SEARCH_FIELD } from '../shared/enquiry-search';
import { ledgerView } from './ledger.presenter';

/** The disclosure ledger of one enquiry. Entries, never content. */
@Controller('ig/ledger')
@ForRoles('ig-officer', 'auditor')
export class LedgerController {
  constructor(
    private readonly sharing: SharingClient,
    private readonly finder: EnquiryFinder,
    private readonly clock: Clock,
  ) {}

  @Get()
  ask(): Answer {
    return this.searchPage(undefined, []);
  }

  @Post()
  async find(@Body() fields: PostedFields, @Req() request: ConsoleRequest): Promise<Answer> {
    const posted = new Posted(fields);
    const { enquiryId, errors } = await this.finder.find(request, posted);
    return enquiryId === undefined
      ? this.searchPage(posted.text(SEARCH_FIELD), errors)
      : redirect(`/ig/ledger/${enquiryId}`);
  }

  @Get(':enquiry')
  async show(
    @Param('enquiry') id: string,
    @Query() query: PostedFields,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const enquiryId = requireId(id);
    const typed = new Posted(query).text('page');
    const found = await this.sharing.ledger(request, enquiryId, /^[1-9]\d{0,3}$/.test(typed) ? Number(typed) : 1);
    const frame = { title: 'Ledger', wide: true, section: '/ig/ledger', back: '/ig/ledger' };
    return page('journeys/governance/ledger/ledger.njk', frame, ledgerView(enquiryId, found, this.clock.now()));
  }

  private searchPage(value: string | undefined, errors: readonly FieldError[]): Answer {
    const view = {
      heading: 'What was disclosed about an enquiry?',
      field: enquirySearchField(value, errors),
      action: '/ig/ledger',
      button: 'Show the ledger',
    };
    return page('journeys/governance/shared/search.njk', { title: 'Ledger', section: '/ig/ledger', errors }, view);
  }
}
