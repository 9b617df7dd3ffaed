import { newId } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { DecisionClient } from '../../../api-clients/decision.client';
import { ServiceProblem } from '../../../api-clients/service-errors';
import { Clock } from '../../../clock';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { page, redirect, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { HeldPosts } from '../../../session/held-posts';
import { GLASS_BREAKERS } from '../../../session/may-break-glass';
import { PageNotFound } from '../../../session/page-not-found';
import { requireId } from '../../../session/require-id';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { enquiryPath } from '../../enquiry/shared';
import { isHub } from '../../enquiry/shared/is-hub';
import { enquiryReferenceOf, readGlass, type GlassTyped } from './break-glass.form';
import { breakGlassView, NOT_OPENED, openedView } from './break-glass.presenter';
import { GlassSealer } from './glass-sealer';

const FOLDER = 'journeys/access/break-glass';
const OPEN_ALREADY: FieldError = {
  field: 'reference',
  text: 'This enquiry is not restricted: there is no glass to break',
};

/** Opens a restricted enquiry for which nobody named the reader, from its reference alone. */
@Controller('break-glass')
@ForRoles(...GLASS_BREAKERS)
export class BreakGlassController {
  constructor(
    private readonly decision: DecisionClient,
    private readonly sealer: GlassSealer,
    private readonly heldPosts: HeldPosts,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Query('reference') asked: unknown, @Req() request: ConsoleRequest): Promise<Answer> {
    const held = await this.heldPosts.take(request, request.path);
    return formPage(held && new Posted(held), [], enquiryReferenceOf(asked));
  }

  @Post()
  async break(
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const posted = new Posted(fields);
    const { typed, errors } = readGlass(posted);
    if (typed === undefined) return formPage(posted, errors);
    try {
      return redirect(`/break-glass/opened/${await this.send(request, person, typed)}`);
    } catch (error) {
      if (!(error instanceof ServiceProblem)) throw error;
      if (error.status === 404) return formPage(posted, [NOT_OPENED]);
      if (error.code !== 'ENQUIRY.OPEN_TO_YOU') throw error;
      return isHub(person) ? redirect(enquiryPath(typed.reference)) : formPage(posted, [OPEN_ALREADY]);
    }
  }

  @Get('opened/:glass')
  async opened(
    @Param('glass') id: string,
    @Person() { accountId }: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const glassId = requireId(id);
    const mine = (await this.decision.brokenGlass(request)).find(
      (one) => one.glassId === glassId && one.accountId === accountId && one.live,
    );
    if (mine === undefined) throw new PageNotFound();
    return page(`${FOLDER}/opened.njk`, { title: 'Opened for a short time' }, openedView(mine, this.clock.now()));
  }

  @Post(':glass/end')
  async end(@Param('glass') id: string, @Req() request: ConsoleRequest): Promise<Answer> {
    await this.decision.endBrokenGlass(request, requireId(id));
    return redirect('/break-glass/ended');
  }

  @Get('ended')
  ended(): Answer {
    return page(`${FOLDER}/ended.njk`, { title: 'Closed again' }, {});
  }

  /** @returns the id of the glass that is broken now */
  private async send(request: ConsoleRequest, person: SignedInPerson, typed: GlassTyped): Promise<string> {
    const { reference, reason, words } = typed;
    const glassId = newId(this.clock.now().getTime());
    const sealedReason = await this.sealer.seal(person, glassId, words);
    await this.decision.breakGlass(request, { glassId, reference, reason, sealedReason });
    return glassId;
  }
}

function formPage(posted: Posted | undefined, errors: readonly FieldError[], reference?: string): Answer {
  const view = breakGlassView(posted, reference, errors);
  return page(`${FOLDER}/break-glass.njk`, { title: 'Break the glass', errors }, view);
}
