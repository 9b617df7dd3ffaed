import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ContactIntakeClient } from '../../../api-clients/contact-intake.client';
import { fieldErrorsOf } from '../../../api-clients/field-errors-of';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { redirect, type Answer } from '../../../layout/page';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { requireId } from '../../../session/require-id';
import { EnquiryFrame, enquiryPage, type OpenEnquiry } from '../../enquiry/shared';
import { requireRoster } from '../../screening/person-of-roster';
import { consentPath } from '../consent-path';
import { personById } from '../page/consent-page';
import { readFacts } from './facts.form';
import { factsView } from './facts.presenter';

const FIELDS = { judgedAt: 'judged-day', parentId: 'parent' };

/** Competence, objection, dispute, parental responsibility: who judged it, and when. */
@Controller('enquiries/:reference/people/:person/consent/facts')
@ForRoles('mash-analyst', 'mash-manager')
export class FactsController {
  constructor(
    private readonly frame: EnquiryFrame,
    private readonly intake: ContactIntakeClient,
  ) {}

  @Get()
  async show(
    @Param('reference') reference: string,
    @Param('person') person: string,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const open = await this.frame.load(request, reference);
    return this.page(request, open, requireId(person));
  }

  @Post()
  async record(
    @Param('reference') reference: string,
    @Param('person') person: string,
    @Body() fields: PostedFields,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const open = await this.frame.load(request, reference);
    const { personId } = personById(open, requireId(person));
    const posted = new Posted(fields);
    const adultIds = adultsOf(open, personId).map((one) => one.personId);
    const { facts, errors } = readFacts(posted, { adultIds, now: open.now });
    if (facts === undefined) return this.page(request, open, personId, { posted, errors });
    try {
      await this.intake.recordPersonFacts(request, open.enquiry.enquiryId, personId, facts);
      return redirect(consentPath(open.reference, personId));
    } catch (error) {
      const wrong = fieldErrorsOf(error, FIELDS);
      if (wrong === undefined) throw error;
      return this.page(request, open, personId, { posted, errors: wrong });
    }
  }

  private async page(
    request: ConsoleRequest,
    open: OpenEnquiry,
    personId: string,
    typed: { posted?: Posted; errors: readonly FieldError[] } = { errors: [] },
  ): Promise<Answer> {
    const person = personById(open, personId);
    const facts = await this.intake.personFacts(request, open.enquiry.enquiryId, personId);
    const { reference, names, now } = open;
    const adults = adultsOf(open, personId);
    const view = factsView({
      reference,
      person,
      adults,
      facts,
      names,
      posted: typed.posted,
      errors: typed.errors,
      now,
    });
    const template = 'journeys/consent/facts/facts.njk';
    return enquiryPage(open, { template, title: 'Who may speak', section: 'people', view, errors: typed.errors });
  }
}

const adultsOf = (open: OpenEnquiry, personId: string) =>
  requireRoster(open).people.filter((one) => one.kind === 'adult' && one.personId !== personId);
