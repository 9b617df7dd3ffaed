import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { AgencyRequestsClient } from '../../api-clients/agency-requests.client';
import { ContactIntakeClient } from '../../api-clients/contact-intake.client';
import { fieldErrorsOf } from '../../api-clients/field-errors-of';
import { ServiceDown, ServiceProblem } from '../../api-clients/service-errors';
import { SharingClient } from '../../api-clients/sharing.client';
import type { FieldError } from '../../forms/field-error';
import { Posted, type PostedFields } from '../../forms/posted';
import { redirect, type Answer } from '../../layout/page';
import { ForRoles } from '../../session/access.decorators';
import type { ConsoleRequest } from '../../session/console-request';
import { requireId } from '../../session/require-id';
import { EnquiryFrame, enquiryPath, type OpenEnquiry } from '../enquiry/shared';
import { AsksPage, type AskTyped, neighboursOf } from './asks-page';
import { keyOf, linesOfPlan, type AskLine, type Widening } from './plan/ask-line';
import { readAdded, readNewLine, readPurposeText, readTicked } from './plan/asks.form';
import { worriesOf } from './plan/needed-for';
import { RequestSender } from './sealing/request-sender';

const ADD_FIELDS = ['add-agency', 'add-person', 'add-category', 'add-worry', 'add-only', 'add-border', 'add-why'];

/** Whom the hub asks, about whom, why; and what became of it. Nothing is asked until Send. */
@Controller('enquiries/:reference')
@ForRoles('mash-analyst', 'mash-manager')
export class AsksController {
  constructor(
    private readonly frames: EnquiryFrame,
    private readonly pages: AsksPage,
    private readonly agencyRequests: AgencyRequestsClient,
    private readonly sharing: SharingClient,
    private readonly intake: ContactIntakeClient,
    private readonly sender: RequestSender,
  ) {}

  @Get('asks')
  async show(@Param('reference') reference: string, @Req() request: ConsoleRequest): Promise<Answer> {
    return this.pages.show(request, await this.frames.load(request, reference));
  }

  /** "Send requests" in the queue leads here. */
  @Get('ask')
  async ask(@Param('reference') reference: string, @Req() request: ConsoleRequest): Promise<Answer> {
    const { reference: own } = await this.frames.load(request, reference);
    return redirect(enquiryPath(own, '/asks'));
  }

  @Post('asks')
  async press(
    @Param('reference') reference: string,
    @Body() fields: PostedFields,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const open = await this.frames.load(request, reference);
    const widening = await this.widening(request, open);
    const typed = this.typedOf(fields, widening);
    if (new Posted(fields).text('action') === 'send') return this.send(request, open, fields, typed);
    return this.addLine(request, open, fields, typed, widening);
  }

  @Post('asks/chase')
  async chase(
    @Param('reference') reference: string,
    @Body() fields: PostedFields,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const { reference: own } = await this.frames.load(request, reference);
    await this.agencyRequests.chase(request, requireId(new Posted(fields).text('request')));
    return redirect(enquiryPath(own, '/asks'));
  }

  /** On today's facts: what was given later opens nothing before somebody presses this. */
  @Post('asks/again')
  async again(
    @Param('reference') reference: string,
    @Body() fields: PostedFields,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const open = await this.frames.load(request, reference);
    const lineId = requireId(new Posted(fields).text('line'));
    try {
      const { outcome } = await this.sharing.decideAgain(request, open.enquiry.enquiryId, lineId);
      if (outcome === 'PERMIT') return redirect(enquiryPath(open.reference, '/asks'));
      return await this.pages.show(request, open, { added: [], said: AGAIN[outcome] });
    } catch (error) {
      if (!(error instanceof ServiceProblem) || error.status !== 409) throw error;
      return this.pages.show(request, open, { added: [], said: error.detail });
    }
  }

  private async widening(request: ConsoleRequest, { enquiry }: OpenEnquiry): Promise<Widening> {
    const agencies = await this.sharing.agencies(request);
    return {
      agencies: new Map(agencies.map(({ agencyId, name }) => [agencyId, name])),
      neighbours: neighboursOf(agencies),
      personIds: enquiry.people.map(({ personId }) => personId),
      worries: worriesOf(enquiry),
    };
  }

  private typedOf(fields: PostedFields, widening: Widening): Required<Omit<AskTyped, 'errors' | 'said'>> {
    const posted = new Posted(fields);
    return {
      added: readAdded(fields, widening),
      ticked: readTicked(fields),
      purposeText: posted.text('purposeText'),
      sendId: requireId(posted.text('sendId')),
      typed: Object.fromEntries(ADD_FIELDS.map((name) => [name, posted.text(name)])),
    };
  }

  private async addLine(
    request: ConsoleRequest,
    open: OpenEnquiry,
    fields: PostedFields,
    typed: AskTyped,
    widening: Widening,
  ): Promise<Answer> {
    const plan = await this.pages.planOf(request, open.enquiry.enquiryId);
    const known = [...linesOfPlan(plan?.lines ?? []), ...typed.added];
    const { line, errors } = readNewLine(fields, widening, known);
    if (line === undefined) return this.pages.show(request, open, { ...typed, errors });
    const ticked = new Set([...(typed.ticked ?? []), keyOf(line)]);
    return this.pages.show(request, open, { ...typed, added: [...typed.added, line], ticked, typed: {} });
  }

  private async send(
    request: ConsoleRequest,
    open: OpenEnquiry,
    fields: PostedFields,
    typed: Required<Omit<AskTyped, 'errors' | 'said'>>,
  ): Promise<Answer> {
    const { roster, enquiry } = open;
    if (roster === undefined) throw new ServiceDown('contact-intake');
    const plan = await this.pages.planOf(request, enquiry.enquiryId);
    if (plan === undefined) return redirect(enquiryPath(open.reference, '/rate'));
    const lines = [...linesOfPlan(plan.lines), ...typed.added].filter((line) => typed.ticked.has(keyOf(line)));
    const names = roster.people.map(({ displayName }) => displayName);
    const { text: purposeText, errors } = readPurposeText(fields, { purpose: plan.purpose, names });
    const wrong = [...errors, ...nothingTicked(lines)];
    if (wrong.length > 0) return this.pages.show(request, open, { ...typed, errors: wrong });
    const [contact, agencies] = await Promise.all([
      this.intake.contactOf(request, enquiry.enquiryId),
      this.sharing.agencies(request),
    ]);
    const toSend = {
      plan,
      lines,
      purposeText,
      sendId: typed.sendId,
      consentVersion: versionIn(fields),
      roster,
      mentioned: contact.people ?? [],
      agencies,
    };
    const refused = await this.sender.send(request, toSend).catch((error: unknown) => refusalsOf(error));
    if (refused) return this.pages.show(request, open, { ...typed, errors: refused });
    return redirect(enquiryPath(open.reference, '/asks'));
  }
}

const AGAIN = {
  REVIEW: 'Decided again: a human will look at it. It is not asked before they say yes.',
  DENY: 'Decided again: it is still not allowed. Why is said beside it.',
} as const;

const versionIn = (fields: PostedFields): number | undefined => {
  const text = new Posted(fields).text('consentVersion');
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
};

const nothingTicked = (lines: readonly AskLine[]): FieldError[] =>
  lines.length === 0 ? [{ field: 'line-0', text: 'Tick what you want to ask' }] : [];

/** The plan may have changed under the analyst: the page comes back with the new one. */
function refusalsOf(error: unknown): FieldError[] {
  const refused = fieldErrorsOf(error, { 'REQUESTS.PLAN_CHANGED': 'line-0', 'REQUESTS.INVALID': 'line-0' });
  if (refused === undefined) throw error;
  return refused;
}
