import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import type { Pool } from 'pg';
import { apiClients } from './api-clients';
import { Clock } from './clock';
import { CONFIG } from './config.token';
import type { ConsoleConfig } from './config';
import { HealthController } from './health/health.controller';
import { journeyControllers, journeyProviders } from './journeys';
import { ErrorFilter } from './layout/error.filter';
import { GoController } from './layout/go.controller';
import { RenderInterceptor } from './layout/render.interceptor';
import { Colleagues } from './layout/colleagues';
import { TitlesOfAgreements } from './layout/titles-of-agreements';
import { Introduction } from './layout/introduction';
import { RecallBanner } from './layout/recall-banner';
import { ReviewBadge } from './layout/review-badge';
import { Shell } from './layout/shell';
import { TemplateEngine } from './layout/template-engine';
import { UnsentController } from './layout/unsent.controller';
import { UnsentInterceptor } from './layout/unsent.interceptor';
import { POOL, poolProvider } from './persistence/pool';
import { LeasedKeys } from './sealing/leased-keys';
import { OverflowLeases } from './sealing/overflow-leases';
import { SealingDesk } from './sealing/sealing-desk';
import { AccessGuard } from './session/access.guard';
import { HeldPosts } from './session/held-posts';
import { HeldPostsSweep } from './session/held-posts-sweep';
import { OwnerMarks } from './session/owner-marks';
import { IdentityProvider } from './sign-in/identity-provider';
import { ProviderSignOut } from './sign-in/provider-sign-out';
import { SessionController } from './sign-in/session.controller';
import { SignInController } from './sign-in/sign-in.controller';
import { UserTokens } from './sign-in/user-tokens';

const pageMachinery = [
  { provide: APP_GUARD, useClass: AccessGuard },
  { provide: APP_INTERCEPTOR, useClass: RenderInterceptor },
  { provide: APP_INTERCEPTOR, useClass: UnsentInterceptor }, // within: it says which page is rendered
  { provide: APP_FILTER, useClass: ErrorFilter },
];

/** The console: one module, because pages share everything but their journey. Journeys are listed in `journeys/index.ts`. */
@Module({})
export class AppModule implements OnApplicationShutdown {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  static with(config: ConsoleConfig): DynamicModule {
    const shell = [
      poolProvider,
      Clock,
      TemplateEngine,
      Introduction,
      Colleagues,
      TitlesOfAgreements,
      RecallBanner,
      ReviewBadge,
      Shell,
      OwnerMarks,
      HeldPosts,
      HeldPostsSweep,
      IdentityProvider,
      ProviderSignOut,
      UserTokens,
      LeasedKeys,
      OverflowLeases,
      SealingDesk,
    ];
    return {
      module: AppModule,
      controllers: [
        HealthController,
        SignInController,
        SessionController,
        UnsentController,
        GoController,
        ...journeyControllers,
      ],
      providers: [
        { provide: CONFIG, useValue: config },
        ...shell,
        ...apiClients,
        ...pageMachinery,
        ...journeyProviders,
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
