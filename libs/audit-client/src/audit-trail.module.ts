import { REFUSED_CALLS } from '@mash/service-host';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AuditRefusedCalls } from './audit-refused-calls.interceptor';
import { AUDIT_SETTINGS, type AuditSettings } from './audit-settings';
import { AuditTrail } from './audit-trail';

/** Import once, in the app module, beside `PersistenceModule` and `MessagingModule`, which it builds on. */
@Module({})
export class AuditTrailModule {
  static forService(settings: AuditSettings): DynamicModule {
    return {
      module: AuditTrailModule,
      global: true,
      providers: [
        { provide: AUDIT_SETTINGS, useValue: settings },
        AuditTrail,
        AuditRefusedCalls,
        { provide: REFUSED_CALLS, useExisting: AuditRefusedCalls },
        { provide: APP_INTERCEPTOR, useExisting: AuditRefusedCalls },
      ],
      exports: [AuditTrail, REFUSED_CALLS],
    };
  }
}
