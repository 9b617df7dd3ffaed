import { CodedError } from '@mash/service-host';
import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

const PLAIN = /^[\x21-\x7e]{1,100}$/;

/** The `Idempotency-Key` header: 1 to 100 visible characters. A contact without one is refused, so that no retry makes two of it. */
export const IdempotencyKey = createParamDecorator((_data: unknown, context: ExecutionContext): string => {
  const key = context.switchToHttp().getRequest<Request>().header('Idempotency-Key');
  if (key !== undefined && PLAIN.test(key)) return key;
  const message = 'Send 1 to 100 visible characters, the same ones when you send the same contact again';
  const errors = [{ field: 'Idempotency-Key', code: 'INTAKE.IDEMPOTENCY_KEY', message }];
  throw new CodedError('INTAKE.IDEMPOTENCY_KEY', 400, 'The header Idempotency-Key is missing or wrong.', errors);
});
