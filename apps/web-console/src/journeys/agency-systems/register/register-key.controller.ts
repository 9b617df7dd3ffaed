import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { fieldErrorsOf } from '../../../api-clients/field-errors-of';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { page, redirect, type Answer } from '../../../layout/page';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { readRegisterKey } from './register-key.form';
import { registerKeyView } from './register-key.presenter';

/** What `sharing` refuses, by the field of the page that it is about. */
const FIELDS = {
  'SHARING.UNKNOWN_PARTY': 'printed',
  'SHARING.KEY_NOT_PROVEN': 'printed',
  'SHARING.KEY_EXISTS': 'printed',
  'SHARING.CLIENT_OF_ANOTHER_AGENCY': 'printed',
  'SHARING.KEY_TERM': 'lasts',
  'SHARING.KEY_NOT_REPLACEABLE': 'replaces',
} as const;

@Controller('agency-systems/register')
@ForRoles('partnership-admin')
export class RegisterKeyController {
  constructor(
    private readonly sharing: SharingClient,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@Req() request: ConsoleRequest): Promise<Answer> {
    return this.page(request, undefined, []);
  }

  @Post()
  async register(@Body() fields: PostedFields, @Req() request: ConsoleRequest): Promise<Answer> {
    const posted = new Posted(fields);
    const { registration, errors } = readRegisterKey(posted, await this.sharing.systemKeys(request), this.clock.now());
    if (registration === undefined) return this.page(request, posted, errors);
    try {
      await this.sharing.registerSystemKey(request, registration);
    } catch (error) {
      const refused = fieldErrorsOf(error, FIELDS);
      if (refused === undefined) throw error;
      return this.page(request, posted, refused);
    }
    return redirect('/agency-systems');
  }

  private async page(
    request: ConsoleRequest,
    posted: Posted | undefined,
    errors: readonly FieldError[],
  ): Promise<Answer> {
    const frame = { title: 'Register a key', section: '/agency-systems', back: '/agency-systems', errors };
    const view = registerKeyView(await this.sharing.systemKeys(request), posted, errors);
    return page('journeys/agency-systems/register/register-key.njk', frame, view);
  }
}
