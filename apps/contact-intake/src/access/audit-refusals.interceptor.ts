import { AuditTrail } from '@mash/audit-client';
import { isRefusal } from '@mash/authorisation';
import type { Actor, Refusal } from '@mash/authorisation';
import { actorOf } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import { catchError, from, mergeMap, throwError } from 'rxjs';
import type { Observable } from 'rxjs';

/** A refusal by policy makes an entry, with its reason; the caller learns nothing of either. */
@Injectable()
export class AuditRefusals implements NestInterceptor {
  constructor(private readonly audit: AuditTrail) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const actor = actorOf(context.switchToHttp().getRequest<Request>());
    return next.handle().pipe(
      catchError((error: unknown) => {
        if (actor === undefined || !isRefusal(error)) return throwError(() => error);
        return from(this.keep(actor, error)).pipe(mergeMap(() => throwError(() => error)));
      }),
    );
  }

  private keep(actor: Actor, { action, subject, reasonCode }: Refusal): Promise<void> {
    return this.audit.recordRead({
      actor,
      action: `${subject.kind.toLowerCase()}.${action}`,
      subject: { type: subject.kind, id: subject.id },
      ...(subject.kind === 'Enquiry' && { enquiryId: subject.id }),
      outcome: 'refused',
      reasonCode,
    });
  }
}
