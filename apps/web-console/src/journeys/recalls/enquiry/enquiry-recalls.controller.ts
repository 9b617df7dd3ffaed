import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { fieldErrorsOf } from '../../../api-clients/field-errors-of';
import { RecallsClient } from '../../../api-clients/recalls.client';
import { Posted, type PostedFields } from '../../../forms/posted';
import type { FieldError } from '../../../forms/field-error';
import { redirect, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { requireId } from '../../../session/require-id';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { EnquiryFrame, enquiryPage, enquiryPath, type OpenEnquiry } from '../../enquiry/shared';
import { ReasonSealer } from '../../governance/shared/reason-sealer';
import { readReason } from '../../governance/shared/written-reason';
import { enquiryRecallsView } from './enquiry-recalls.presenter';

const FIELDS = { sealedReason: 'reason', 'RECALL.CLOSED': 'reason' };

interface Typed {
  readonly recallId: string;
  readonly posted: Posted;
  readonly errors: readonly FieldError[];
}

/** What was recalled of an enquiry: who saw it, told when, destroyed when. A manager may close one with a reason. */
@Controller('enquiries/:reference/recalls')
@ForRoles('mash-analyst', 'mash-manager')
export class EnquiryRecallsController {
  constructor(
    private readonly frames: EnquiryFrame,
    private readonly recalls: RecallsClient,
    private readonly sealer: ReasonSealer,
  ) {}

  @Get()
  async show(
    @Param('reference') reference: string,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    return this.page(request, person, await this.frames.load(request, reference));
  }

  @Post(':recall/close')
  @ForRoles('mash-manager')
  async close(
    @Param() { reference, recall }: { reference: string; recall: string },
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const [open, recallId, posted] = [
      await this.frames.load(request, reference),
      requireId(recall),
      new Posted(fields),
    ];
    const { reason, errors } = readReason(posted);
    if (reason === undefined) return this.page(request, person, open, { recallId, posted, errors });
    try {
      const { enquiryId } = open.enquiry;
      const sealedReason = await this.sealer.seal(request, person, { enquiryId, noteId: recallId, version: 2, reason });
      await this.recalls.closeRecall(request, recallId, { sealedReason });
    } catch (error) {
      const wrong = fieldErrorsOf(error, FIELDS);
      if (wrong === undefined) throw error;
      return this.page(request, person, open, { recallId, posted, errors: wrong });
    }
    return redirect(enquiryPath(open.reference, '/recalls'));
  }

  private async page(
    request: ConsoleRequest,
    person: SignedInPerson,
    open: OpenEnquiry,
    typed?: Typed,
  ): Promise<Answer> {
    const of = await this.recalls.recallsOf(request, open.enquiry.enquiryId);
    const path = enquiryPath(open.reference, '/recalls');
    const mayClose = person.roles.includes('mash-manager');
    const view = enquiryRecallsView(of, {
      path,
      mayClose,
      readerId: person.accountId,
      named: open.named,
      now: open.now,
      ...(typed && { typed }),
    });
    const template = 'journeys/recalls/enquiry/enquiry-recalls.njk';
    const errors = typed?.errors ?? [];
    return enquiryPage(open, { template, title: 'Recalled', section: 'now', view, errors });
  }
}
