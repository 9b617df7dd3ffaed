import type { Actor } from '@mash/authorisation';
import { Inject, Injectable, Optional } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { CodedError } from '../errors/coded-error';
import { PEOPLE_TOO, PUBLIC_ROUTE, REQUIRED_SCOPE } from './access.decorators';
import { REFUSED_CALLS, type RefusedCalls } from './refused-calls';
import { setActor } from './request-actor';
import { TokenVerifier } from './token-verifier';

const BEARER = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i;

/**
 * Every HTTP route needs a token unless it says `@Public()`. Routes are for people; `@RequiresScope` makes one for systems with
 * that scope. Messages are not its business: a reaction acts in its own service's name.
 */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly verifier: TokenVerifier,
    @Optional() @Inject(REFUSED_CALLS) private readonly refusedCalls?: RefusedCalls,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http' || this.read(context, PUBLIC_ROUTE) === true) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const actor = await this.verifier.verify(this.tokenOf(request));
    const refusal = this.refusalOf(actor, context);
    if (refusal !== undefined) {
      await this.refusedCalls?.note(context, actor, refusal);
      throw refusal;
    }
    setActor(request, actor);
    return true;
  }

  private tokenOf(request: Request): string {
    const header = request.headers.authorization;
    if (header === undefined) throw new CodedError('AUTH.TOKEN_MISSING', 401, 'Send a bearer token.');
    const token = BEARER.exec(header)?.[1];
    if (token === undefined)
      throw new CodedError('AUTH.TOKEN_INVALID', 401, 'The authorization header holds no bearer token.');
    return token;
  }

  private refusalOf(actor: Actor, context: ExecutionContext): CodedError | undefined {
    const scope = this.read(context, REQUIRED_SCOPE);
    if (actor.kind === 'person') {
      const isForPeople = scope === undefined || this.read(context, PEOPLE_TOO) === true;
      return isForPeople ? undefined : new CodedError('AUTH.SYSTEMS_ONLY', 403, 'Only a system may do this.');
    }
    if (typeof scope !== 'string')
      return new CodedError('AUTH.PEOPLE_ONLY', 403, 'Only a signed-in person may do this.');
    if (!actor.scopes.includes(scope))
      return new CodedError('AUTH.SCOPE_MISSING', 403, `This needs the scope ${scope}.`);
    return undefined;
  }

  private read(context: ExecutionContext, key: string): unknown {
    return this.reflector.getAllAndOverride<unknown>(key, [context.getHandler(), context.getClass()]);
  }
}
