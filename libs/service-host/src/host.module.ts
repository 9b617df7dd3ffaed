import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { ZodSerializerInterceptor } from 'nestjs-zod';
import { BearerGuard } from './auth/bearer.guard';
import { Provider } from './auth/provider-metadata';
import { TokenVerifier } from './auth/token-verifier';
import { ServiceClient } from './client/service-client';
import { ServiceTokens } from './client/service-tokens';
import { Clock } from './clock';
import { ProblemFilter } from './errors/problem.filter';
import { HealthRegistry } from './health/health-registry';
import { HealthController } from './health/health.controller';
import { HOST_SETTINGS } from './host-settings';
import type { HostSettings } from './host-settings';
import { StrictEndpoints } from './validation/strict-endpoints';
import { UndeclaredInputGuard } from './validation/undeclared-input.guard';
import { ValidationPipe } from './validation/validation-pipe';

/** What every service has: tokens checked, input validated, errors as problem+json, health, a clock, a way to ask other services. */
@Module({})
export class HostModule {
  static forService(settings: HostSettings): DynamicModule {
    return {
      module: HostModule,
      global: true,
      imports: [DiscoveryModule],
      controllers: [HealthController],
      providers: [
        Clock,
        HealthRegistry,
        StrictEndpoints,
        { provide: HOST_SETTINGS, useValue: settings },
        { provide: Provider, useFactory: () => new Provider(settings.oidcIssuer, settings.oidcInternalUrl) },
        {
          provide: TokenVerifier,
          useFactory: (provider: Provider) => new TokenVerifier(provider, `urn:mash:${settings.service}`),
          inject: [Provider],
        },
        {
          provide: ServiceTokens,
          useFactory: (provider: Provider, clock: Clock) =>
            new ServiceTokens(provider, settings.clientId ?? '', settings.clientSecret ?? '', () =>
              clock.now().getTime(),
            ),
          inject: [Provider, Clock],
        },
        {
          provide: ServiceClient,
          useFactory: (tokens: ServiceTokens) => new ServiceClient(tokens, settings.urls ?? {}),
          inject: [ServiceTokens],
        },
        { provide: APP_GUARD, useClass: BearerGuard },
        { provide: APP_GUARD, useClass: UndeclaredInputGuard },
        { provide: APP_PIPE, useClass: ValidationPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: ZodSerializerInterceptor },
      ],
      exports: [Clock, HealthRegistry, ServiceClient, HOST_SETTINGS],
    };
  }
}
