import type { ResearchPlan } from '@mash/contracts';
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
import { claimInWhy, claimsInAdded } from './plan/claims.form';
import { worriesOf } from './plan/needed-for';
import { purposeFaults, purposeIn, readOther, readTask } from './plan/purpose.form';
import { RequestSender } from './sealing/request-sender';

const TYPED = [
  'other-purpose',
  'add-agency',
  'add-person',
  'add-category',
  'add-worry',
  'add-only',
  'add-border',
  'add-why',
];

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
    const [widening, plan] = await Promise.all([
      this.widening(request, open),
      this.pages.planOf(request, open.enquiry.enquiryId),
    ]);
    if (plan === undefined) return redirect(enquiryPath(open.reference, '/rate'));
    const pressed = { fields, plan, widening, typed: typedOf(fields, plan, widening) };
    const action = new Posted(fields).text('action');
    if (action === 'send') return this.send(request, open, pressed);
    return this.pages.show(request, open, action === 'purpose' ? withOtherPurpose(pressed) : withLine(pressed));
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

  private async send(request: ConsoleRequest, open: OpenEnquiry, { fields, plan, typed }: Pressed): Promise<Answer> {
    const { roster, enquiry } = open;
    if (roster === undefined) throw new ServiceDown('contact-intake');
    const shown = [...linesOfPlan(plan.lines), ...typed.added];
    const lines = shown.filter((line) => typed.ticked.has(keyOf(line)));
    const names = roster.people.map(({ displayName }) => displayName);
    const judged = { purpose: typed.purpose, work: plan.purpose };
    const { text: purposeText, errors } = readPurposeText(fields, { ...judged, names });
    const { task, errors: ofTask } = readTask(fields, judged);
    const ofText = [...(errors.length > 0 ? errors : ofTask), ...claimsInAdded(shown, typed.ticked, judged)];
    const wrong = [...purposeFaults(fields, plan), ...ofText, ...nothingTicked(lines)];
    if (wrong.length > 0) return this.pages.show(request, open, { ...typed, errors: wrong });
    const [contact, agencies] = await Promise.all([
      this.intake.contactOf(request, enquiry.enquiryId),
      this.sharing.agencies(request),
    ]);
    const toSend = {
      ...{ plan, purpose: typed.purpose, task },
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

type Typed = Required<Omit<AskTyped, 'errors' | 'said'>>;

interface Pressed {
  readonly fields: PostedFields;
  readonly plan: ResearchPlan;
  readonly widening: Widening;
  readonly typed: Typed;
}

function typedOf(fields: PostedFields, plan: ResearchPlan, widening: Widening): Typed {
  const posted = new Posted(fields);
  return {
    added: readAdded(fields, widening),
    ticked: readTicked(fields),
    purpose: purposeIn(fields, plan),
    purposeText: posted.text('purposeText'),
    task: posted.text('task'),
    sendId: requireId(posted.text('sendId')),
    typed: Object.fromEntries(TYPED.map((name) => [name, posted.text(name)])),
  };
}

function withLine({ fields, plan, widening, typed }: Pressed): AskTyped {
  const known = [...linesOfPlan(plan.lines), ...typed.added];
  const { line, errors: ofLine } = readNewLine(fields, widening, known);
  const errors = [...ofLine, ...claimInWhy(line, { purpose: typed.purpose, work: plan.purpose })];
  if (line === undefined || errors.length > 0) return { ...typed, errors };
  const ticked = new Set([...typed.ticked, keyOf(line)]);
  const others = typed.added.filter((one) => keyOf(one) !== keyOf(line));
  return { ...typed, added: [...others, line], ticked, typed: {} };
}

/** What would be allowed for another purpose, with the text of that one. */
function withOtherPurpose({ fields, plan, typed }: Pressed): AskTyped {
  const { other, errors } = readOther(fields, plan);
  const { purposeText: _text, task: _task, ...kept } = typed;
  return other === undefined ? { ...typed, errors } : { ...kept, purpose: other, typed: {} };
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
  const refused = fieldErrorsOf(error, {
    'REQUESTS.PLAN_CHANGED': 'line-0',
    'REQUESTS.ASKED_NOT_SHOWN': 'line-0',
    'REQUESTS.INVALID': 'line-0',
  });
  if (refused === undefined) throw error;
  return refused;
}
