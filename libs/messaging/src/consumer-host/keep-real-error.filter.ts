import { Catch } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { throwError } from 'rxjs';
import type { Observable } from 'rxjs';

/**
 * Hands a reaction's own error to the transport. Without such a catch-all filter Nest says "Internal server error", and the reason is lost.
 * For applications that have no filter of their own that does this for `rpc` hosts.
 */
@Catch()
export class KeepRealErrorFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): Observable<never> {
    if (host.getType() !== 'rpc') throw error;
    return throwError(() => error);
  }
}
