import { newId, type RecordContact } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ContactIntakeClient } from '../../api-clients/contact-intake.client';
import { Clock } from '../../clock';
import type { FieldError } from '../../forms/field-error';
import { Posted, type PostedFields } from '../../forms/posted';
import { HANDLING } from '../../layout/handling-line';
import { page, redirect, type Answer } from '../../layout/page';
import { ContactSealer } from '../../sealing/contact-sealer';
import { LeasedKeys } from '../../sealing/leased-keys';
import { ForRoles, Person } from '../../session/access.decorators';
import type { ConsoleRequest } from '../../session/console-request';
import { HeldPosts } from '../../session/held-posts';
import { requireId } from '../../session/require-id';
import type { SignedInPerson } from '../../session/signed-in-person';
import { readCall, type TakenCall } from './call.form';
import { callView } from './call.presenter';

/** The one-page call screen: everything on one page, while somebody is talking. Who calls is sealed apart from what they say. */
@Controller('intake/call')
@ForRoles('contact-officer')
export class CallController {
  constructor(
    private readonly intake: ContactIntakeClient,
    private readonly sealer: ContactSealer,
    private readonly keys: LeasedKeys,
    private readonly heldPosts: HeldPosts,
    private readonly clock: Clock,
  ) {}

  @Get()
  begin(): Answer {
    return redirect(`/intake/call/${newId(this.clock.now().getTime())}`);
  }

  @Get(':contact')
  async show(@Param('contact') id: string, @Req() request: ConsoleRequest): Promise<Answer> {
    const held = await this.heldPosts.take(request, request.path);
    return this.page(requireId(id), held && new Posted(held), []);
  }

  @Post(':contact')
  async take(
    @Param('contact') id: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const [contactId, posted] = [requireId(id), new Posted(fields)];
    const { call, errors } = readCall(posted, this.clock.now());
    if (call === undefined) return this.page(contactId, posted, errors);
    const { reference } = await this.intake.recordContact(request, await this.record(contactId, person, call));
    return redirect(`/contacts/${reference}/receipt`);
  }

  private async record(contactId: string, author: SignedInPerson, call: TakenCall): Promise<RecordContact> {
    const lease = await this.keys.take(author.partnershipId);
    const { content, caller } = call;
    const envelopes = await this.sealer.seal({ contactId, author, lease, content, caller });
    return {
      contactId,
      ...(call.receivedAt && { receivedAt: call.receivedAt }),
      source: call.source,
      referrerKind: call.kind,
      urgent: call.urgent,
      reply: call.reply,
      ...envelopes,
      people: call.people,
      consents: call.consents,
      presentingIssues: [],
    };
  }

  private page(contactId: string, posted: Posted | undefined, errors: readonly FieldError[]): Answer {
    const frame = { title: 'Call', wide: true, section: '/intake/call', handling: HANDLING.hubOnly, errors };
    return page('journeys/intake/call.njk', frame, callView(contactId, posted, errors));
  }
}
