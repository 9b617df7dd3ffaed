import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { fieldErrorsOf } from '../../../api-clients/field-errors-of';
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
import { holdsView, legalHoldView, placeHoldFields } from './legal-hold.presenter';
import { onceId } from '../../../forms/once-id';

const FIELDS = {
  ...{ reference: 'reference', sealedReason: 'reason' },
  ...{ 'LEGAL_HOLD.ENQUIRY_ERASED': 'reference', 'LEGAL_HOLD.LIFTED': 'reason' },
};
const FOLDER = 'journeys/governance/legal-holds';

interface Typed {
  readonly posted: Posted;
  readonly errors: readonly FieldError[];
}

/** What may not be erased: placed and lifted by name, each with a reason. */
@Controller('ig')
@ForRoles('ig-officer', 'auditor')
export class LegalHoldsController {
  constructor(
    private readonly governance: GovernanceClient,
    private readonly sealer: ReasonSealer,
    private readonly colleagues: Colleagues,
    private readonly clock: Clock,
  ) {}

  @Get('holds')
  async list(@Person() person: SignedInPerson, @Req() request: ConsoleRequest): Promise<Answer> {
    const holds = holdsView(await this.governance.legalHolds(request), this.clock.now());
    const view = { ...holds, mayPlace: person.roles.includes('ig-officer') };
    return page(`${FOLDER}/legal-holds.njk`, { title: 'Legal holds', section: '/ig', back: '/ig' }, view);
  }

  @Get('holds/:hold')
  show(@Param('hold') id: string, @Person() person: SignedInPerson, @Req() request: ConsoleRequest): Promise<Answer> {
    return this.holdPage(request, person, requireId(id));
  }

  @Post('holds/:hold')
  @ForRoles('ig-officer')
  async lift(
    @Param('hold') id: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const [holdId, posted] = [requireId(id), new Posted(fields)];
    const { reason, errors } = readReason(posted);
    if (reason === undefined) return this.holdPage(request, person, holdId, { posted, errors });
    const { enquiryId } = await this.governance.legalHold(request, holdId);
    const refused = await this.tried(async () => {
      const sealedReason = await this.sealer.seal(request, person, { enquiryId, noteId: holdId, version: 2, reason });
      await this.governance.liftLegalHold(request, holdId, { sealedReason });
    });
    return refused === undefined
      ? redirect(`/ig/holds/${holdId}`)
      : this.holdPage(request, person, holdId, { posted, errors: refused });
  }

  @Get('enquiry/:enquiry/hold')
  @ForRoles('ig-officer')
  ask(@Param('enquiry') id: string, @Req() request: ConsoleRequest): Promise<Answer> {
    return this.placePage(request, requireId(id));
  }

  @Post('enquiry/:enquiry/hold')
  @ForRoles('ig-officer')
  async place(
    @Param('enquiry') id: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const [enquiryId, posted, holdId] = [requireId(id), new Posted(fields), onceId(fields, request.path)];
    const [named, written] = [readPlainReference(posted, 'reference', 'a reference'), readReason(posted)];
    const { reference } = named;
    const { reason } = written;
    if (reference === undefined || reason === undefined)
      return this.placePage(request, enquiryId, { posted, errors: [...named.errors, ...written.errors] });
    const refused = await this.tried(async () => {
      const sealedReason = await this.sealer.seal(request, person, { enquiryId, noteId: holdId, version: 1, reason });
      await this.governance.placeLegalHold(request, { holdId, enquiryId, reference, sealedReason });
    });
    return refused === undefined
      ? redirect(`/ig/holds/${holdId}`)
      : this.placePage(request, enquiryId, { posted, errors: refused });
  }

  private async tried(work: () => Promise<void>): Promise<FieldError[] | undefined> {
    try {
      await work();
      return undefined;
    } catch (error) {
      const wrong = fieldErrorsOf(error, FIELDS);
      if (wrong === undefined) throw error;
      return wrong;
    }
  }

  private async holdPage(
    request: ConsoleRequest,
    person: SignedInPerson,
    holdId: string,
    typed?: Typed,
  ): Promise<Answer> {
    const hold = await this.governance.legalHold(request, holdId);
    const named = await this.colleagues.of(request);
    const reader = { accountId: person.accountId, mayLift: person.roles.includes('ig-officer'), named };
    const frame = { title: 'Legal hold', section: '/ig', back: '/ig/holds', errors: typed?.errors ?? [] };
    return page(`${FOLDER}/legal-hold.njk`, frame, legalHoldView(hold, reader, this.clock.now(), typed));
  }

  private async placePage(request: ConsoleRequest, enquiryId: string, typed?: Typed): Promise<Answer> {
    const { enquiryReference } = await this.governance.governedEnquiry(request, enquiryId);
    const own = `/ig/enquiry/${enquiryId}`;
    const errors = typed?.errors ?? [];
    const view = { reference: enquiryReference, action: `${own}/hold`, fields: placeHoldFields(typed?.posted, errors) };
    return page(`${FOLDER}/place-hold.njk`, { title: 'Place a legal hold', section: '/ig', back: own, errors }, view);
  }
}
