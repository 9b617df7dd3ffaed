import { LIAISON_ROLES, type OverrideDetail } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ServiceProblem } from '../../../api-clients/service-errors';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { HANDLING } from '../../../layout/handling-line';
import { page, redirect, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { requireId } from '../../../session/require-id';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { isFresh, signInAgainHref } from '../shared/fresh-sign-in';
import { VERDICTS } from '../shared/override-words';
import { StaffNames } from '../shared/staff-names';
import { oneOverrideView } from './one-override.presenter';
import { onceId } from '../../../forms/once-id';

/** Shorter than any pack's: the service says whether it was enough. */
const MINUTES = 5;

/** What its service answers where the sign-in is older than the pack wants. */
const SIGN_IN_AGAIN = 403;

type SecondAnswer = 'confirm' | 'decline';
const SETTLED = { confirm: 'in_force', decline: 'declined' } as const;
const YES_OR_NO = { confirm: 'yes', decline: 'no' } as const;

interface Asked {
  readonly request: ConsoleRequest;
  readonly person: SignedInPerson;
  readonly id: string;
}

/** One override: its ground and reason, the second person's answer, and what information governance thinks of it. */
@Controller('overrides/:override')
@ForRoles('mash-manager', 'ig-officer', ...LIAISON_ROLES)
export class OneOverrideController {
  constructor(
    private readonly sharing: SharingClient,
    private readonly names: StaffNames,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('override') id: string,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    return this.page(request, person, await this.sharing.override(request, requireId(id)), []);
  }

  @Post('confirm')
  async confirm(
    @Param('override') id: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const path = `/overrides/${requireId(id)}`;
    const answer = new Posted(fields).choice('answer', ['confirm', 'decline']);
    if (answer === undefined) return this.notTaken({ request, person, id }, 400, 'Say yes or no: nothing was recorded');
    try {
      await this.sharing.confirmOverride(request, id, answer);
      return redirect(path);
    } catch (error) {
      return this.notConfirmed({ request, person, id }, answer, error);
    }
  }

  /** A yes or no that was not taken is never as if it had been; one that was pressed twice was. */
  private async notConfirmed(asked: Asked, answer: SecondAnswer, error: unknown): Promise<Answer> {
    if (!(error instanceof ServiceProblem)) throw error;
    const isStepUp = error.code === 'AUTH.STEP_UP_NEEDED';
    if (error.status !== 409 && !isStepUp) throw error;
    const one = await this.sharing.override(asked.request, asked.id);
    if (one.state === SETTLED[answer] && one.secondPerson === asked.person.accountId)
      return redirect(`/overrides/${one.overrideId}`);
    const why = isStepUp ? 'sign in again first' : `${error.detail.slice(0, 1).toLowerCase()}${error.detail.slice(1)}`;
    return this.notTaken(asked, isStepUp ? SIGN_IN_AGAIN : 409, `Your ${YES_OR_NO[answer]} was not recorded: ${why}`);
  }

  private async notTaken({ request, person, id }: Asked, status: number, text: string): Promise<Answer> {
    const one = await this.sharing.override(request, requireId(id));
    return this.page(request, person, one, [{ field: 'main-content', text }], status);
  }

  @Post('judgement')
  async judge(
    @Param('override') id: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const verdict = new Posted(fields).choice(
      'verdict',
      VERDICTS.map(({ value }) => value),
    );
    if (verdict === undefined) {
      const one = await this.sharing.override(request, requireId(id));
      return this.page(request, person, one, [{ field: 'verdict', text: 'Choose what you think of it' }]);
    }
    const judgementId = onceId(fields, request.path);
    await this.sharing.judgeOverride(request, requireId(id), { judgementId, verdict });
    return redirect('/ig/overrides');
  }

  /** The holder has seen it. */
  @Post('seen')
  async seen(@Param('override') id: string, @Req() request: ConsoleRequest): Promise<Answer> {
    await this.sharing.overrideSeen(request, requireId(id));
    return redirect('/worklist');
  }

  private async page(
    request: ConsoleRequest,
    person: SignedInPerson,
    one: OverrideDetail,
    errors: readonly FieldError[],
    status?: number,
  ): Promise<Answer> {
    const now = this.clock.now();
    const mayAnswer = isFresh(person, MINUTES, now) && status !== SIGN_IN_AGAIN;
    const signInHref = mayAnswer ? undefined : signInAgainHref(`/overrides/${one.overrideId}`);
    const view = oneOverrideView(one, { name: await this.names.of(request), signInHref, errors, now });
    const section = person.roles.includes('ig-officer') ? '/ig/overrides' : '/reviews';
    const back = section === '/ig/overrides' ? section : '/overrides';
    const frame = { title: 'Override', handling: HANDLING.official, back, section, errors };
    return page('journeys/overrides/one/one-override.njk', frame, view, status);
  }
}
