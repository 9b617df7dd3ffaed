import { isChildOfTheWorry, type ContactDetail, type SendFeedback } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ContactIntakeClient } from '../../api-clients/contact-intake.client';
import { DecisionClient } from '../../api-clients/decision.client';
import type { FieldError } from '../../forms/field-error';
import { Posted, type PostedFields } from '../../forms/posted';
import { redirect, type Answer } from '../../layout/page';
import { Shell } from '../../layout/shell';
import { ForRoles, Person } from '../../session/access.decorators';
import type { ConsoleRequest } from '../../session/console-request';
import { HeldPosts } from '../../session/held-posts';
import type { SignedInPerson } from '../../session/signed-in-person';
import { newestDecision, type DecisionView } from '../deciding/shared/newest-decision';
import { packOf } from '../deciding/shared/pack-of';
import { ProductMaker } from '../deciding/shared/product-maker';
import { EnquiryFrame, enquiryPage, enquiryPath, type OpenEnquiry } from '../enquiry/shared';
import { audienceOfReferrer, feedbackRule, type Extent, type FeedbackRule } from './feedback-rule';
import { extentOf, readTelling, type Telling } from './feedback.form';
import { feedbackView } from './feedback.presenter';
import { letterText } from './letter-text';

interface Work {
  readonly open: OpenEnquiry;
  readonly decided: DecisionView;
  readonly contact: ContactDetail;
  readonly rule: FeedbackRule;
}

interface Shown {
  readonly extent: Extent;
  readonly posted?: Posted | undefined;
  readonly errors?: readonly FieldError[];
}

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
    const held = await this.heldPosts.take(request, request.path);
    const posted = held && new Posted(held);
    const extent = extentOf((posted ?? new Posted(query)).text('extent'), work.rule);
    return this.page(person, work, { extent, posted });
  }

  @Post()
  async tell(
    @Param('reference') reference: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const [work, posted] = [await this.work(request, reference), new Posted(fields)];
    if (work === undefined) return redirect(enquiryPath(reference, '/decision'));
    const extent = extentOf(posted.text('extent'), work.rule);
    const { telling, errors } = readTelling(posted, work.rule, this.packsLetter(person, work, extent));
    if (telling === undefined) return this.page(person, work, { extent, posted, errors });
    const letter = await this.letterOf(request, person, work, telling);
    if ('error' in letter) return this.page(person, work, { extent, posted, errors: [letter.error] });
    const { enquiryId } = work.open.enquiry;
    await this.decision.sendFeedback(request, enquiryId, { decisionId: work.decided.decisionId, ...letter.command });
    return redirect(enquiryPath(work.open.reference, '/decision'));
  }

  /** Every letter is an outward product first: decided on, sealed, then sent. */
  private async letterOf(
    request: ConsoleRequest,
    person: SignedInPerson,
    { open: { enquiry }, contact }: Work,
    telling: Telling,
  ): Promise<{ command: Omit<SendFeedback, 'decisionId'> } | { error: FieldError }> {
    if (telling.extent === 'withheld') return { command: telling };
    const making = await this.products.make(request, {
      enquiryId: enquiry.enquiryId,
      kind: 'letter',
      purpose: 'FEEDBACK',
      audience: audienceOfReferrer(contact.referrerKind),
      toAgencyId: contact.referrerAgencyId ?? person.agencyId,
      personIds: enquiry.people.filter(isChildOfTheWorry).map(({ personId }) => personId),
      words: telling.letter,
      envelopes: [],
      itemIds: [],
      people: [],
    });
    if ('refusal' in making) return { error: { field: 'letter', text: making.refusal } };
    // A letter that waits is kept as it is: it goes by itself once whoever holds it up has let it, and nobody is written to before.
    return { command: { extent: telling.extent, letterId: making.made.productId } };
  }

  /** Undefined before anything is decided. */
  private async work(request: ConsoleRequest, reference: string): Promise<Work | undefined> {
    const open = await this.frames.load(request, reference);
    const decided = newestDecision(open.enquiry);
    if (decided === undefined) return undefined;
    const contact = await this.intake.contactOf(request, open.enquiry.enquiryId);
    return { open, decided, contact, rule: feedbackRule(contact.referrerKind) };
  }

  private page(person: SignedInPerson, { open, decided, contact, rule }: Work, shown: Shown): Answer {
    const letter = this.packsLetter(person, { open, decided, contact }, shown.extent);
    return enquiryPage(open, {
      template: 'journeys/feedback/feedback.njk',
      title: 'Tell the referrer',
      section: 'decision',
      view: feedbackView({ reference: open.reference, contact, rule, letter, ...shown }),
      ...(shown.errors && { errors: shown.errors }),
    });
  }

  private packsLetter(person: SignedInPerson, { open, decided, contact }: Omit<Work, 'rule'>, extent: Extent) {
    return letterText(packOf(open.enquiry), extent, {
      reference: contact.reference,
      receivedAt: contact.receivedAt,
      decided,
      hubTelephone: this.shell.partnershipOf(person)?.hubTelephone,
    });
  }
}
