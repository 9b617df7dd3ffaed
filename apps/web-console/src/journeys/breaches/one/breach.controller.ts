import type { StateBreach } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Req, StreamableFile } from '@nestjs/common';
import { fieldErrorsOf } from '../../../api-clients/field-errors-of';
import { ServiceProblem } from '../../../api-clients/service-errors';
import { GovernanceClient } from '../../../api-clients/governance.client';
import { Clock } from '../../../clock';
import type { FieldError } from '../../../forms/field-error';
import { onceId } from '../../../forms/once-id';
import { Posted, type PostedFields } from '../../../forms/posted';
import { Colleagues } from '../../../layout/colleagues';
import { page, redirect, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { requireId } from '../../../session/require-id';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { ReasonSealer } from '../../governance/shared/reason-sealer';
import { readStated, type BreachStated } from './breach.form';
import { breachView } from './breach.presenter';

const HOUR = 3_600_000;
const FIELDS = {
  ...{ reference: 'icoReference', doneAt: 'hours', sealedWords: 'words' },
  ...{ 'BREACH.CLOSED': 'says', 'BREACH.NOT_SETTLED': 'says' },
};

/** The same was sent before: only "hours ago", reckoned anew, is another instant. */
const isThere = (error: unknown): boolean =>
  error instanceof ServiceProblem && error.code === 'BREACH.STATEMENT_REPEATED';

/** The record of one breach: the officer adds to it, and takes it to the Commissioner. Nothing in it is ever changed. */
@Controller('ig/breaches/:breach')
@ForRoles('ig-officer', 'auditor')
export class BreachController {
  constructor(
    private readonly governance: GovernanceClient,
    private readonly sealer: ReasonSealer,
    private readonly colleagues: Colleagues,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@Param('breach') id: string, @Person() person: SignedInPerson, @Req() request: ConsoleRequest): Promise<Answer> {
    return this.page(request, person, requireId(id), { errors: [] });
  }

  @Post()
  @ForRoles('ig-officer')
  async state(
    @Param('breach') id: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const [breachId, posted] = [requireId(id), new Posted(fields)];
    const statementId = onceId(fields, request.path);
    const record = await this.governance.breach(request, breachId);
    const { stated, errors } = readStated(posted, record);
    if (stated === undefined) return this.page(request, person, breachId, { posted, errors });
    try {
      const body = await this.bodyOf(request, person, record.enquiryId, statementId, stated);
      await this.governance.stateBreach(request, breachId, body);
    } catch (error) {
      const wrong = fieldErrorsOf(error, FIELDS);
      if (wrong === undefined && !isThere(error)) throw error;
      if (wrong === undefined) return redirect(`/ig/breaches/${breachId}`);
      return this.page(request, person, breachId, { posted, errors: wrong });
    }
    return redirect(`/ig/breaches/${breachId}`);
  }

  @Get('export.json')
  @ForRoles('ig-officer')
  async export(@Param('breach') id: string, @Req() request: ConsoleRequest): Promise<StreamableFile> {
    const breachId = requireId(id);
    const record = await this.governance.exportBreach(request, breachId);
    const disposition = `attachment; filename="breach-${breachId}.json"`;
    return new StreamableFile(Buffer.from(`${JSON.stringify(record, undefined, 2)}\n`, 'utf8'), {
      type: 'application/json; charset=utf-8',
      disposition,
    });
  }

  private async bodyOf(
    request: ConsoleRequest,
    person: SignedInPerson,
    enquiryId: string,
    statementId: string,
    { says, words, reference, hoursAgo }: BreachStated,
  ): Promise<StateBreach> {
    const note = { enquiryId, noteId: statementId, version: 1 } as const;
    const sealed =
      words === undefined ? {} : { sealedWords: await this.sealer.seal(request, person, { ...note, reason: words }) };
    const doneAt =
      hoursAgo === undefined ? {} : { doneAt: new Date(this.clock.now().getTime() - hoursAgo * HOUR).toISOString() };
    return { statementId, says, ...sealed, ...doneAt, ...(reference !== undefined && { reference }) };
  }

  private async page(
    request: ConsoleRequest,
    person: SignedInPerson,
    breachId: string,
    { posted, errors }: { posted?: Posted; errors: readonly FieldError[] },
  ): Promise<Answer> {
    const record = await this.governance.breach(request, breachId);
    const named = await this.colleagues.of(request);
    const mayState = person.roles.includes('ig-officer');
    const reader = { accountId: person.accountId, mayState, named, now: this.clock.now() };
    const frame = { title: 'Breach', section: '/ig', back: '/ig/breaches', errors };
    return page('journeys/breaches/one/breach.njk', frame, breachView(record, reader, posted, errors));
  }
}
