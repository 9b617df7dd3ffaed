import { LIAISON_ROLES, newId } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { fieldErrorsOf } from '../../../api-clients/field-errors-of';
import { ServiceProblem } from '../../../api-clients/service-errors';
import { Clock } from '../../../clock';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { HANDLING } from '../../../layout/handling-line';
import { page, redirect, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { HeldPosts } from '../../../session/held-posts';
import { PageNotFound } from '../../../session/page-not-found';
import { requireId } from '../../../session/require-id';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { ownPagePath } from '../../releasing/release-words';
import { OwnItemsPage } from '../own-items-page';
import { OwnStatementSender } from './own-statement-sender';
import { checkWordsView, sayOfItemView, type ToSay } from './say-of-item.presenter';
import { SUBJECTS } from './subjects';

const FIELDS = { statement: 'reason', recipient: 'recipient' };
const REPEATED = 'This was recorded already, and nothing was added. To say something else, go back and begin again';

interface Place {
  readonly enquiry: string;
  readonly item: string;
  readonly subject: string;
}

/** An agency says something of an item of its own, unasked. */
@Controller('what-we-said/:enquiry/:item/:subject')
@ForRoles(...LIAISON_ROLES)
export class SayOfItemController {
  constructor(
    private readonly own: OwnItemsPage,
    private readonly sender: OwnStatementSender,
    private readonly heldPosts: HeldPosts,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param() place: Place, @Req() request: ConsoleRequest): Promise<Answer> {
    const held = await this.heldPosts.take(request, request.path);
    const toSay = await this.toSay(request, place, newId(this.clock.now().getTime()));
    return this.page(toSay, held && new Posted(held), []);
  }

  @Post()
  async say(
    @Param() place: Place,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const posted = new Posted(fields);
    const toSay = await this.toSay(request, place, requireId(posted.text('statementId')));
    const { subject, opened, statementId } = toSay;
    const read = subject.read(posted, opened, this.clock.now());
    const step = posted.choice('step', ['record', 'edit']);
    if (read.errors !== undefined) return this.page(toSay, posted, read.errors);
    if (step === 'edit') return this.page(toSay, posted, []);
    if (subject.isCheckedFirst === true && step !== 'record') return this.check(toSay, posted);
    const { enquiryId, item } = opened;
    const statement = { statementId, enquiryId, itemId: item.itemId, ...read.said };
    const refused = await this.sender.send(request, person, statement).then(() => undefined, asErrors);
    return refused === undefined
      ? redirect(`${ownPagePath(enquiryId)}?recorded=yes`)
      : this.page(toSay, posted, refused);
  }

  /** The item as it is now: what is said is read against what stands, not against what stood when the page was opened. */
  private async toSay(
    request: ConsoleRequest,
    { enquiry, item, subject: code }: Place,
    statementId: string,
  ): Promise<ToSay> {
    const subject = SUBJECTS.find((one) => one.code === code);
    if (subject === undefined) throw new PageNotFound();
    const opened = await this.own.one(request, enquiry, item);
    if (!opened.maySpeak) throw new PageNotFound();
    return { subject, opened, statementId };
  }

  private check(toSay: ToSay, posted: Posted): Answer {
    const back = ownPagePath(toSay.opened.enquiryId);
    const frame = { title: 'Check your words', wide: true, handling: HANDLING.ownAgency, back, section: '/worklist' };
    return page('journeys/own-items/say/check-words.njk', frame, checkWordsView(toSay, posted));
  }

  private page(toSay: ToSay, posted: Posted | undefined, errors: readonly FieldError[]): Answer {
    const back = ownPagePath(toSay.opened.enquiryId);
    const frame = {
      title: 'What we said',
      wide: true,
      handling: HANDLING.ownAgency,
      back,
      section: '/worklist',
      errors,
    };
    return page('journeys/own-items/say/say-of-item.njk', frame, sayOfItemView(toSay, posted, errors));
  }
}

function asErrors(error: unknown): FieldError[] {
  if (error instanceof ServiceProblem && error.code === 'SHARING.STATEMENT_REPEATED')
    return [{ field: 'reason', text: REPEATED }];
  const wrong = fieldErrorsOf(error, FIELDS);
  if (wrong === undefined) throw error;
  return wrong;
}
