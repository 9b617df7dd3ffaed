import type { Actor } from '@mash/authorisation';
import { actorOf, type RefusedCalls } from '@mash/service-host';
import { jsonLogger } from '@mash/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { ModuleRef, Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { catchError, from } from 'rxjs';
import type { Observable } from 'rxjs';
import type { AuditEntry } from './audit-entry';
import { AUDIT_SETTINGS, type AuditSettings } from './audit-settings';
import { AuditTrail } from './audit-trail';
import { actionOfUseCase, AUDITED_ACTION } from './audits-refusals';
import { idsOfCall } from './ids-of-call';
import { partnershipOfEnquiry } from './partnership-of-enquiry';
import { currentCall, inOneCall } from './refused-already';
import { whatWasRefused } from './what-was-refused';

const CHANGES = ['POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Nothing is changed or opened, nor tried, without a trace: what the guards, the pipes and the rules of a body refuse is on record like what the
 * gates refuse. A refusal that has left its entry where it was made leaves no second one.
 */
@Injectable()
export class AuditRefusedCalls implements NestInterceptor, RefusedCalls {
  constructor(
    private readonly reflector: Reflector,
    private readonly audit: AuditTrail,
    @Inject(AUDIT_SETTINGS) private readonly settings: AuditSettings,
    private readonly modules: ModuleRef,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const actor = actorOf(context.switchToHttp().getRequest<Request>());
    if (actor === undefined) return next.handle();
    return inOneCall(() => {
      const call = currentCall();
      const noting = async (error: unknown): Promise<never> => {
        if (call?.hasEntry !== true) await this.note(context, actor, error);
        throw error;
      };
      return next.handle().pipe(catchError((error: unknown) => from(noting(error))));
    });
  }

  async note(context: ExecutionContext, actor: Actor, error: unknown): Promise<void> {
    const refused = whatWasRefused(error);
    const action = this.actionOf(context) ?? refused?.action;
    if (refused === undefined || action === undefined) return;
    const { enquiryId, subject } = idsOfCall(context.switchToHttp().getRequest<Request>());
    const partnershipId = actor.partnershipId ?? (enquiryId && (await partnershipOfEnquiry(this.modules)(enquiryId)));
    if (!partnershipId) {
      this.say(actor, action, refused.reasonCode);
      return;
    }
    const entry: AuditEntry = {
      ...{ actor, action, partnershipId, outcome: 'refused', ...(enquiryId !== undefined && { enquiryId }) },
      subject: subject ?? { type: 'Partnership', id: partnershipId },
      ...refused,
      action,
    };
    await this.audit.recordRefusal(entry);
  }

  /** Undefined where an endpoint only reads, and nothing is said of it. */
  private actionOf(context: ExecutionContext): string | undefined {
    const [handler, controller] = [context.getHandler(), context.getClass()];
    const said = this.reflector.getAllAndOverride<unknown>(AUDITED_ACTION, [handler, controller]);
    if (typeof said === 'string') return said;
    const { method } = context.switchToHttp().getRequest<Request>();
    return CHANGES.includes(method) ? actionOfUseCase(controller.name) : undefined;
  }

  /** The platform's own clients belong to no partnership: where the call names no enquiry either, there is no log to keep it in but this one. */
  private say({ id }: Actor, action: string, reasonCode: string | undefined): void {
    jsonLogger(this.settings.service).warn('a system was refused', {
      clientId: id,
      target: action,
      code: reasonCode ?? '',
    });
  }
}
