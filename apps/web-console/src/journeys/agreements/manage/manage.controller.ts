import { Controller, Get, Req } from '@nestjs/common';
import { AgreementsClient } from '../../../api-clients/agreements.client';
import { SharingClient } from '../../../api-clients/sharing.client';
import { page, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { MANAGE } from '../shared/agreement-paths';
import { manageView } from './manage.presenter';

/** The partnership's sharing agreements and the bodies that are party to them. Nothing about any family. */
@Controller('agreements/manage')
@ForRoles('partnership-admin', 'ig-officer', 'agreement-signatory')
export class ManageAgreementsController {
  constructor(
    private readonly agreements: AgreementsClient,
    private readonly sharing: SharingClient,
  ) {}

  @Get()
  async show(@Req() request: ConsoleRequest, @Person() person: SignedInPerson): Promise<Answer> {
    const [agreements, agencies] = await Promise.all([
      this.agreements.agreements(request),
      this.sharing.agencies(request),
    ]);
    const mayDraft = person.roles.includes('partnership-admin');
    const readsAll = mayDraft || person.roles.includes('ig-officer');
    const view = manageView(agreements, agencies, { mayDraft, readsAll });
    return page('journeys/agreements/manage/manage.njk', { title: 'Agreements', section: MANAGE }, view);
  }
}
