import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { CodedError } from '../errors/coded-error';
import { endpointInputs } from './endpoint-inputs';

const isFilled = (value: unknown): boolean =>
  value !== undefined && value !== null && (typeof value !== 'object' || Object.keys(value).length > 0);

/** Refuses a body or a query sent to an endpoint that declares none: dropping it silently would let a caller believe it was heard. */
@Injectable()
export class UndeclaredInputGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const endpoint = endpointInputs(context.getClass(), context.getHandler().name);
    if (endpoint === undefined) return true;
    if (!endpoint.takesBody && isFilled(request.body)) throw this.refusal('body');
    if (!endpoint.takesQuery && isFilled(request.query)) throw this.refusal('query');
    return true;
  }

  private refusal(field: string): CodedError {
    const errors = [{ field, code: 'unknown_field', message: 'This endpoint takes none' }];
    return new CodedError('REQUEST.INVALID', 400, 'Some fields are missing or wrong.', errors);
  }
}
