import { newId } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { fieldErrorsOf } from '../../../api-clients/field-errors-of';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { page, redirect, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { HeldPosts } from '../../../session/held-posts';
import { PageNotFound } from '../../../session/page-not-found';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { desksKeptBy, REGISTER_READERS } from '../keeper-roles';
import { readAppointment } from './name-releaser.form';
import { nameReleaserView } from './name-releaser.presenter';

const FIELDS = {
  ...{ accountId: 'account', endsAt: 'until-day', telephone: 'telephone', name: 'name' },
  ...{ 'SHARING.SEATED_ALREADY': 'seat', 'SHARING.APPOINTMENT_EXISTS': 'name' },
};

/** Names somebody who answers for an agency. */
@Controller('releasers/name/:agency')
@ForRoles(...REGISTER_READERS)
export class NameReleaserController {
  constructor(
    private readonly sharing: SharingClient,
    private readonly heldPosts: HeldPosts,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('agency') agencyId: string,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    await this.assertKeeps(request, agencyId);
    const held = await this.heldPosts.take(request, request.path);
    return this.page({ agencyId, person }, held && new Posted(held), []);
  }

  @Post()
  async name(
    @Param('agency') agencyId: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    await this.assertKeeps(request, agencyId);
    const posted = new Posted(fields);
    const appointmentId = newId(this.clock.now().getTime());
    const { appoint, errors } = readAppointment(posted, { agencyId, appointmentId }, desksKeptBy(person));
    if (appoint === undefined) return this.page({ agencyId, person }, posted, errors);
    try {
      await this.sharing.appoint(request, appoint);
    } catch (error) {
      const wrong = fieldErrorsOf(error, FIELDS);
      if (wrong === undefined) throw error;
      return this.page({ agencyId, person }, posted, wrong);
    }
    return redirect('/releasers');
  }

  private async assertKeeps(request: ConsoleRequest, agencyId: string): Promise<void> {
    const { mayKeep } = await this.sharing.releasers(request);
    if (!mayKeep.includes(agencyId)) throw new PageNotFound();
  }

  private page(
    { agencyId, person }: { agencyId: string; person: SignedInPerson },
    posted: Posted | undefined,
    errors: readonly FieldError[],
  ): Answer {
    const frame = { title: 'Who answers', section: '/releasers', back: '/releasers', errors };
    const its = { agencyId, desks: desksKeptBy(person), seesAccounts: person.roles.includes('partnership-admin') };
    const view = nameReleaserView(its, posted, errors);
    return page('journeys/releasers/name/name-releaser.njk', frame, view);
  }
}
