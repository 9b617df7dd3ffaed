import { newId } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { fieldErrorsOf } from '../../../api-clients/field-errors-of';
import { ServiceProblem } from '../../../api-clients/service-errors';
import { GovernanceClient } from '../../../api-clients/governance.client';
import { Clock } from '../../../clock';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { Colleagues } from '../../../layout/colleagues';
import { page, redirect, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { requireId } from '../../../session/require-id';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { readPlainReference } from '../shared/plain-reference';
import { ReasonSealer } from '../shared/reason-sealer';
import { readReason } from '../shared/written-reason';
import { eraseFields, erasuresView, erasureView } from './erasure.presenter';

const RULE = 'retentionRule';
const FIELDS = {
  ...{ retentionRule: RULE, sealedReason: 'reason' },
  ...{
    'ERASURE.UNDER_LEGAL_HOLD': RULE,
    'ERASURE.ENQUIRY_OPEN': RULE,
    'ERASURE.WAITING_ALREADY': RULE,
    'ERASURE.DONE': RULE,
  },
};
const FOLDER = 'journeys/governance/erasures';

interface Typed {
  readonly posted: Posted;
  readonly errors: readonly FieldError[];
}

/** Erasure of whole enquiries: one asks, another confirms, everybody sees whether it is done everywhere. */
@Controller('ig')
@ForRoles('ig-officer', 'mash-manager', 'auditor')
export class ErasuresController {
  constructor(
    private readonly governance: GovernanceClient,
    private readonly sealer: ReasonSealer,
    private readonly colleagues: Colleagues,
    private readonly clock: Clock,
  ) {}

  @Get('erasures')
  async list(@Req() request: ConsoleRequest): Promise<Answer> {
    const view = erasuresView(await this.governance.erasures(request), this.clock.now());
    return page(`${FOLDER}/erasures.njk`, { title: 'Erasures', section: '/ig' }, view);
  }

  @Get('erasures/:erasure')
  show(@Param('erasure') id: string, @Person() person: SignedInPerson, @Req() request: ConsoleRequest) {
    return this.erasurePage(request, person, requireId(id), []);
  }

  @Post('erasures/:erasure/confirm')
  @ForRoles('ig-officer', 'mash-manager')
  async confirm(@Param('erasure') id: string, @Person() person: SignedInPerson, @Req() request: ConsoleRequest) {
    const erasureId = requireId(id);
    return this.settled(request, person, erasureId, () => this.governance.confirmErasure(request, erasureId));
  }

  @Post('erasures/:erasure/withdraw')
  @ForRoles('ig-officer')
  async withdraw(@Param('erasure') id: string, @Person() person: SignedInPerson, @Req() request: ConsoleRequest) {
    const erasureId = requireId(id);
    return this.settled(request, person, erasureId, () => this.governance.withdrawErasure(request, erasureId));
  }

  @Get('enquiry/:enquiry/erase')
  @ForRoles('ig-officer')
  ask(@Param('enquiry') id: string, @Req() request: ConsoleRequest): Promise<Answer> {
    return this.askPage(request, requireId(id));
  }

  @Post('enquiry/:enquiry/erase')
  @ForRoles('ig-officer')
  async request(
    @Param('enquiry') id: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const [enquiryId, posted, erasureId] = [requireId(id), new Posted(fields), newId()];
    const [named, written] = [readPlainReference(posted, RULE, 'a rule'), readReason(posted)];
    const [retentionRule, reason] = [named.reference, written.reason];
    if (retentionRule === undefined || reason === undefined)
      return this.askPage(request, enquiryId, { posted, errors: [...named.errors, ...written.errors] });
    try {
      const sealedReason = await this.sealer.seal(request, person, {
        enquiryId,
        noteId: erasureId,
        version: 1,
        reason,
      });
      await this.governance.requestErasure(request, { erasureId, enquiryId, retentionRule, sealedReason });
      return redirect(`/ig/erasures/${erasureId}`);
    } catch (error) {
      const errors = fieldErrorsOf(error, FIELDS);
      if (errors === undefined) throw error;
      return this.askPage(request, enquiryId, { posted, errors });
    }
  }

  /** What forbids it (a hold placed a moment ago, a colleague who was quicker) is said on the page that now stands. */
  private async settled(
    request: ConsoleRequest,
    person: SignedInPerson,
    erasureId: string,
    act: () => Promise<void>,
  ): Promise<Answer> {
    try {
      await act();
      return redirect(`/ig/erasures/${erasureId}`);
    } catch (error) {
      if (!(error instanceof ServiceProblem) || ![403, 409].includes(error.status)) throw error;
      return this.erasurePage(request, person, erasureId, [{ field: 'main', text: error.detail }]);
    }
  }

  private async erasurePage(
    request: ConsoleRequest,
    person: SignedInPerson,
    erasureId: string,
    errors: readonly FieldError[],
  ) {
    const [erasure, named] = await Promise.all([
      this.governance.erasure(request, erasureId),
      this.colleagues.of(request),
    ]);
    const [isOfficer, isManager] = [person.roles.includes('ig-officer'), person.roles.includes('mash-manager')];
    const reader = { accountId: person.accountId, mayConfirm: isOfficer || isManager, mayWithdraw: isOfficer, named };
    const frame = { title: `Erasure, ${erasure.enquiryReference}`, section: '/ig', back: '/ig/erasures', errors };
    return page(`${FOLDER}/erasure.njk`, frame, erasureView(erasure, reader, this.clock.now()));
  }

  private async askPage(request: ConsoleRequest, enquiryId: string, typed?: Typed): Promise<Answer> {
    const { enquiryReference } = await this.governance.governedEnquiry(request, enquiryId);
    const own = `/ig/enquiry/${enquiryId}`;
    const errors = typed?.errors ?? [];
    const view = { reference: enquiryReference, action: `${own}/erase`, fields: eraseFields(typed?.posted, errors) };
    return page(`${FOLDER}/ask-for-erasure.njk`, { title: 'Ask for erasure', section: '/ig', back: own, errors }, view);
  }
}
