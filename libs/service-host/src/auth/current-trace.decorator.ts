import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { traceIdOf } from '../http/trace.middleware';

/** The request's trace id (32 hex digits). */
export const CurrentTrace = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  traceIdOf(context.switchToHttp().getRequest<Request>()),
);
