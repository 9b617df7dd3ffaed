import { newId, type InboxItem } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { DecisionClient } from '../../../api-clients/decision.client';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import type { FieldError } from '../../../forms/field-error';
import { readAcceptedItems } from '../../../forms/accepted-items';
import { Posted, type PostedFields } from '../../../forms/posted';
import { HANDLING } from '../../../layout/handling-line';
import { page, redirect, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { HeldPosts } from '../../../session/held-posts';
import { requireId } from '../../../session/require-id';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { ProductOpener } from '../product-opener';
import { RECEIVERS } from '../receivers';
import { ReturnSealer } from '../return-sealer';
import { readAcceptance } from './accept.form';
import { inboxItemView } from './inbox-item.presenter';
import { readReturn } from './return.form';

interface Given {
  readonly posted?: Posted;
  readonly errors?: readonly FieldError[];
}

/** Only a case that waits has a form to fill in; "Accept and show" answers nothing about it. */
const answers = ({ state }: InboxItem, act: unknown): boolean => state === 'waiting' && act !== 'show';

/** One case that the hub sent: read the handover, take it or return it. */
@Controller('inbox/:route')
@ForRoles(...RECEIVERS)
export class InboxItemController {
  constructor(
    private readonly decision: DecisionClient,
    private readonly sharing: SharingClient,
    private readonly opener: ProductOpener,
    private readonly sealer: ReturnSealer,
    private readonly heldPosts: HeldPosts,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('route') id: string, @Req() request: ConsoleRequest): Promise<Answer> {
    const item = await this.decision.inboxItem(request, requireId(id));
    const held = await this.heldPosts.take(request, request.path, ({ act }) => answers(item, act));
    return this.page(request, item, held === undefined ? {} : { posted: new Posted(held) });
  }

  @Post()
  async answer(
    @Param('route') id: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const [item, posted] = [await this.decision.inboxItem(request, requireId(id)), new Posted(fields)];
    if (posted.text('act') === 'show') return this.acceptWarnings(request, item, fields);
    return posted.text('act') === 'return'
      ? this.giveBack(request, person, item, posted)
      : this.accept(request, item, posted);
  }

  /** What the handover carries is accepted as it was on the page; then the rest of it shows. It answers nothing about the case. */
  private async acceptWarnings(request: ConsoleRequest, item: InboxItem, { items }: PostedFields): Promise<Answer> {
    const accepted = readAcceptedItems(items);
    const acceptanceId = newId(this.clock.now().getTime());
    const { enquiryId, routeId } = item;
    if (accepted) await this.sharing.acceptConditions(request, { acceptanceId, enquiryId, ...accepted });
    return redirect(`/inbox/${routeId}`);
  }

  private async accept(request: ConsoleRequest, item: InboxItem, posted: Posted): Promise<Answer> {
    const { acceptance, errors } = readAcceptance(posted);
    if (acceptance === undefined) return this.page(request, item, { posted, errors });
    await this.decision.acceptCase(request, item.routeId, acceptance);
    return redirect(`/inbox/${item.routeId}`);
  }

  private async giveBack(
    request: ConsoleRequest,
    person: SignedInPerson,
    item: InboxItem,
    posted: Posted,
  ): Promise<Answer> {
    const { given, errors } = readReturn(posted);
    if (given === undefined) return this.page(request, item, { posted, errors });
    const sealed = await this.sealer.seal(request, person, item, given.words);
    await this.decision.returnCase(request, item.routeId, { reasonCode: given.reasonCode, sealed });
    return redirect('/inbox');
  }

  private async page(request: ConsoleRequest, item: InboxItem, given: Given): Promise<Answer> {
    const now = this.clock.now();
    const { productId } = item;
    const opened = productId === undefined ? {} : await this.opener.open(request, productId, newId(now.getTime()));
    const view = inboxItemView({ item, product: undefined, ...opened, ...given, now });
    const frame = {
      title: `Case, ${item.reference}`,
      section: '/inbox',
      back: '/inbox',
      handling: HANDLING.receivingTeam,
      ...(given.errors && { errors: given.errors }),
    };
    return page('journeys/inbox/item/inbox-item.njk', frame, view);
  }
}
