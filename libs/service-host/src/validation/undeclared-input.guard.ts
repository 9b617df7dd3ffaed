import { Inject, Injectable, Optional } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { REFUSED_CALLS, type RefusedCalls } from '../auth/refused-calls';
import { actorOf } from '../auth/request-actor';
import { CodedError } from '../errors/coded-error';
import { endpointInputs } from './endpoint-inputs';

const isFilled = (value: unknown): boolean =>
  value !== undefined && value !== null && (typeof value !== 'object' || Object.keys(value).length > 0);

/** Refuses a body or a query sent to an endpoint that declares none: dropping it silently would let a caller believe it was heard. */
@Injectable()
export class UndeclaredInputGuard implements CanActivate {
  constructor(@Optional() @Inject(REFUSED_CALLS) private readonly refusedCalls?: RefusedCalls) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const endpoint = endpointInputs(context.getClass(), context.getHandler().name);
    if (endpoint === undefined) return true;
    if (!endpoint.takesBody && isFilled(request.body)) return this.refuse(context, request, 'body');
    if (!endpoint.takesQuery && isFilled(request.query)) return this.refuse(context, request, 'query');
    return true;
  }

  private async refuse(context: ExecutionContext, request: Request, field: string): Promise<never> {
    const errors = [{ field, code: 'unknown_field', message: 'This endpoint takes none' }];
    const refusal = new CodedError('REQUEST.INVALID', 400, 'Some fields are missing or wrong.', errors);
    const actor = actorOf(request);
    if (actor !== undefined) await this.refusedCalls?.note(context, actor, refusal);
    throw refusal;
  }
}
