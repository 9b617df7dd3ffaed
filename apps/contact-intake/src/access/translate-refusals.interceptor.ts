import { sqlStateOf } from '@mash/persistence';
import { CodedError } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { catchError, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import { IntakeRefusal } from '../domain/intake-refusal';
import type { RefusalKind } from '../domain/intake-refusal';

const STATUS: Record<RefusalKind, number> = { 'bad-request': 400, 'not-found': 404, conflict: 409, invalid: 422 };

/** PostgreSQL keeps every character but one (NUL), and says so by these codes. */
const UNKEEPABLE_TEXT = ['22021', '22P05'];

function asCoded(error: unknown): unknown {
  if (error instanceof IntakeRefusal) {
    return new CodedError(
      error.code,
      STATUS[error.kind],
      error.detail,
      error.faults.length === 0 ? undefined : [...error.faults],
    );
  }
  if (UNKEEPABLE_TEXT.includes(sqlStateOf(error) ?? '')) {
    return new CodedError(
      'INTAKE.UNKEEPABLE_TEXT',
      400,
      'Some text holds a character that cannot be kept (NUL). Take it out and send it again.',
    );
  }
  return error;
}

/** The domain refuses in its own words; over HTTP they become problem+json with the same code. */
@Injectable()
export class TranslateRefusals implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(catchError((error: unknown) => throwError(() => asCoded(error))));
  }
}
