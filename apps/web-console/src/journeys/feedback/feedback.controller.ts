import { isChildOfTheWorry, type ContactDetail, type SendFeedback } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ContactIntakeClient } from '../../api-clients/contact-intake.client';
import { DecisionClient } from '../../api-clients/decision.client';
import { ServiceProblem } from '../../api-clients/service-errors';
import type { FieldError } from '../../forms/field-error';
import { onceId } from '../../forms/once-id';
import { Posted, type PostedFields } from '../../forms/posted';
import { redirect, type Answer } from '../../layout/page';
import { Shell } from '../../layout/shell';
import { ForRoles, Person } from '../../session/access.decorators';
import type { ConsoleRequest } from '../../session/console-request';
import { HeldPosts } from '../../session/held-posts';
import type { SignedInPerson } from '../../session/signed-in-person';
import { newestDecision, type DecisionView } from '../deciding/shared/newest-decision';
import { packOf } from '../deciding/shared/pack-of';
import { ProductMaker, REPEATED } from '../deciding/shared/product-maker';
import { toldOf, type Told } from '../deciding/shared/told-of';
import { EnquiryFrame, enquiryPage, enquiryPath, type OpenEnquiry } from '../enquiry/shared';
import { audienceOfReferrer, feedbackRule, type Extent, type FeedbackRule } from './feedback-rule';
import { extentOf, readTelling, type Telling } from './feedback.form';
import { feedbackView } from './feedback.presenter';
import { inTheWay } from './in-the-way';
import { letterText } from './letter-text';
import { toldAlreadyView } from './told-already.presenter';

interface Work {
  readonly open: OpenEnquiry;
  readonly decided: DecisionView;
  readonly contact: ContactDetail;
  readonly rule: FeedbackRule;
  /** Once the page is filled in: a letter that waits, and that gives way. */
  readonly told: Told | undefined;
}

interface Shown {
  readonly extent: Extent;
  readonly posted?: Posted | undefined;
  readonly errors?: readonly FieldError[];
}

const NOT_SENT_ON =
  'This letter was put together before, and was not sent on. Nobody has been told. Send it again from here';

/** The referrer hears what the rules allow, or why not is recorded. */
@Controller('enquiries/:reference/feedback')
@ForRoles('mash-manager')
export class FeedbackController {
  constructor(
    private readonly frames: EnquiryFrame,
    private readonly intake: ContactIntakeClient,
    private readonly decision: DecisionClient,
    private readonly products: ProductMaker,
    private readonly heldPosts: HeldPosts,
    private readonly shell: Shell,
  ) {}

  @Get()
  async show(
    @Param('reference') reference: string,
    @Query() query: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const work = await this.work(request, reference);
    if (work === undefined) return redirect(enquiryPath(reference, '/decision'));
    const isWanted = ({ replaces }: PostedFields) => inTheWay(work.told, replaces) === undefined;
    const held = await this.heldPosts.take(request, request.path, isWanted);
    const [posted, asked] = [held && new Posted(held), new Posted(held ?? query)];
    const stands = inTheWay(work.told, asked.optional('replaces'));
    if (stands !== undefined) return this.toldPage(work, stands, {});
    return this.page(person, work, { extent: extentOf(asked.text('extent'), work.rule), posted });
  }

  @Post()
  async tell(
    @Param('reference') reference: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const [work, posted] = [await this.work(request, reference), new Posted(fields)];
    const letterId = onceId(fields, request.path);
    if (work === undefined) return redirect(enquiryPath(reference, '/decision'));
    const replaces = posted.optional('replaces');
    const stands = inTheWay(work.told, replaces);
    // Another letter would take the place of the one that waits, for good, by a mere second press.
    if (stands !== undefined) return this.toldPage(work, stands, { letterId, posted });
    const shown = { extent: extentOf(posted.text('extent'), work.rule), posted };
    const { telling, errors } = readTelling(posted, work.rule, this.packsLetter(person, work, shown.extent));
    if (telling === undefined) return this.page(person, work, { ...shown, errors });
    const text = await this.send(request, person, work, { telling, letterId });
    if (text === undefined) return redirect(enquiryPath(work.open.reference, '/decision'));
    // The press that was first may have come through since: of the same form, or of a colleague.
    const since = await this.work(request, reference);
    const saidSince = inTheWay(since?.told, replaces);
    if (since !== undefined && saidSince !== undefined) return this.toldPage(since, saidSince, { letterId, posted });
    return this.page(person, work, { ...shown, errors: [{ field: 'letter', text }] });
  }

  /** @returns why it was not, in words */
  private async send(
    request: ConsoleRequest,
    person: SignedInPerson,
    work: Work,
    { telling, letterId }: { readonly telling: Telling; readonly letterId: string },
  ): Promise<string | undefined> {
    const letter = await this.letterOf(request, person, work, { telling, letterId });
    if ('refusal' in letter) return letter.refusal;
    const replaces = work.told?.letterId;
    const command = { decisionId: work.decided.decisionId, ...letter.command, ...(replaces && { replaces }) };
    try {
      await this.decision.sendFeedback(request, work.open.enquiry.enquiryId, command);
      return undefined;
    } catch (error) {
      if (error instanceof ServiceProblem && error.code === 'DECISION.FEEDBACK_SENT') return error.detail;
      throw error;
    }
  }

  /** Every letter is an outward product first: decided on, sealed, then sent. */
  private async letterOf(
    request: ConsoleRequest,
    person: SignedInPerson,
    { open: { enquiry }, contact }: Work,
    { telling, letterId }: { readonly telling: Telling; readonly letterId: string },
  ): Promise<{ command: Omit<SendFeedback, 'decisionId'> } | { refusal: string }> {
    if (telling.extent === 'withheld') return { command: telling };
    const wanted = {
      enquiryId: enquiry.enquiryId,
      kind: 'letter',
      purpose: 'FEEDBACK',
      audience: audienceOfReferrer(contact.referrerKind),
      // Of a caller `sharing` knows better, and takes the hub's own body.
      toAgencyId: contact.referrerAgencyId ?? person.agencyId,
      personIds: enquiry.people.filter(isChildOfTheWorry).map(({ personId }) => personId),
      words: telling.letter,
      ...{ envelopes: [], itemIds: [], people: [] },
    } satisfies Parameters<ProductMaker['make']>[1];
    const making = await this.products.make(request, wanted, letterId);
    if ('refusal' in making) return { refusal: making.code === REPEATED ? NOT_SENT_ON : making.refusal };
    // A letter that waits is kept as it is: it goes by itself once whoever holds it up has let it, and nobody is written to before.
    return { command: { extent: telling.extent, letterId: making.made.productId } };
  }

  /** Undefined before anything is decided. */
  private async work(request: ConsoleRequest, reference: string): Promise<Work | undefined> {
    const open = await this.frames.load(request, reference);
    const decided = newestDecision(open.enquiry);
    if (decided === undefined) return undefined;
    const contact = await this.intake.contactOf(request, open.enquiry.enquiryId);
    const told = toldOf(decided, open.enquiry);
    return { open, decided, contact, rule: feedbackRule(contact.referrerKind), told };
  }

  /** The same press again was done by the first; anything else that was written is shown, and goes nowhere. */
  private toldPage(
    { open }: Work,
    told: Told,
    { letterId, posted }: { readonly letterId?: string; readonly posted?: Posted },
  ): Answer {
    const { reference, now } = open;
    if (letterId !== undefined && told.letterId === letterId) return redirect(enquiryPath(reference, '/decision'));
    return enquiryPage(open, {
      template: 'journeys/feedback/told-already.njk',
      title: 'Tell the referrer',
      section: 'decision',
      view: toldAlreadyView({ reference, told, note: posted?.optional('letter'), now }),
      ...(posted && { status: 409 }),
    });
  }

  private page(person: SignedInPerson, { open, decided, contact, rule, told }: Work, shown: Shown): Answer {
    const letter = this.packsLetter(person, { open, decided, contact }, shown.extent);
    return enquiryPage(open, {
      template: 'journeys/feedback/feedback.njk',
      title: 'Tell the referrer',
      section: 'decision',
      view: feedbackView({ reference: open.reference, contact, rule, letter, ...shown, waits: told, now: open.now }),
      ...(shown.errors && { errors: shown.errors }),
    });
  }

  private packsLetter(person: SignedInPerson, { open, decided, contact }: Omit<Work, 'rule' | 'told'>, extent: Extent) {
    return letterText(packOf(open.enquiry), extent, {
      reference: contact.reference,
      receivedAt: contact.receivedAt,
      decided,
      hubTelephone: this.shell.partnershipOf(person)?.hubTelephone,
    });
  }
}
