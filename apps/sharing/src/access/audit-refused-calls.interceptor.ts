import { AuditTrail } from '@mash/audit-client';
import type { Actor } from '@mash/authorisation';
import { actorOf, CodedError } from '@mash/service-host';
import { Injectable, SetMetadata } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { catchError, from, mergeMap, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import { z } from 'zod';

const ACTION = 'mash:audited-action';

/** A call of this endpoint that is refused leaves an entry under this action: also one whose body is not understood. */
export const AuditsRefusals = (action: string): MethodDecorator & ClassDecorator => SetMetadata(ACTION, action);

/** Codes of refusals that have left their own entry where they were made. */
const isAuditedAlready = ({ code, status }: CodedError): boolean =>
  status === 404 ||
  status === 409 ||
  status >= 500 ||
  code.startsWith('SEAL.') ||
  code.startsWith('SHARING.CAPABILITY_');

const Ids = z.object({ enquiryId: z.uuid().optional().catch(undefined) }).catch({ enquiryId: undefined });

/** Opening is never tried without a trace: what the pipes and the rules of a body refuse is on record like what the gate refuses. */
@Injectable()
export class AuditRefusedCalls implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly audit: AuditTrail,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const action = this.reflector.getAllAndOverride<unknown>(ACTION, [context.getHandler(), context.getClass()]);
    if (context.getType() !== 'http' || typeof action !== 'string') return next.handle();
    const request = context.switchToHttp().getRequest<Request>();
    const actor = actorOf(request);
    return next.handle().pipe(
      catchError((error: unknown) => {
        if (actor === undefined || !(error instanceof CodedError) || isAuditedAlready(error))
          return throwError(() => error);
        return from(this.keep(actor, action, request, error)).pipe(mergeMap(() => throwError(() => error)));
      }),
    );
  }

  /** The enquiry only where the body names one by an id: nothing else of a body that was refused is kept. */
  private async keep(actor: Actor, action: string, request: Request, { code }: CodedError): Promise<void> {
    if (actor.partnershipId === undefined) return;
    const { enquiryId } = Ids.parse({ ...(request.body as object | undefined), ...request.params });
    const subject = { type: 'Partnership', id: actor.partnershipId };
    const about = enquiryId === undefined ? {} : { enquiryId };
    await this.audit.recordRead({ actor, action, subject, ...about, outcome: 'refused', reasonCode: code });
  }
}
