import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { jsonLogger } from '@mash/telemetry';
import type { Log } from '@mash/telemetry';
import type { Response } from 'express';
import { Public } from '../auth/access.decorators';
import { HOST_SETTINGS } from '../host-settings';
import type { HostSettings } from '../host-settings';
import { HealthRegistry } from './health-registry';
import type { HealthIndicator } from './health-registry';

const CHECK_TIMEOUT_MS = 2_000;
type State = 'up' | 'down';

const within = async (work: Promise<void>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('health check timed out')), CHECK_TIMEOUT_MS);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
};

/** Liveness: the process answers. Readiness: what it needs answers too. Says which part is down, never why. */
@ApiExcludeController()
@Public()
@Controller('health')
export class HealthController {
  private readonly log: Log;

  constructor(
    private readonly registry: HealthRegistry,
    @Inject(HOST_SETTINGS) settings: HostSettings,
  ) {
    this.log = settings.log ?? jsonLogger(settings.service);
  }

  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ status: string; checks: Record<string, State> }> {
    const states = await Promise.all(
      this.registry.all().map(async (one) => [one.name, await this.stateOf(one)] as const),
    );
    const isReady = !this.registry.draining && states.every(([, state]) => state === 'up');
    if (!isReady) response.status(503);
    const status = this.registry.draining ? 'draining' : isReady ? 'ok' : 'not-ready';
    return { status, checks: Object.fromEntries(states) };
  }

  private async stateOf(indicator: HealthIndicator): Promise<State> {
    try {
      await within(indicator.check());
      return 'up';
    } catch (error) {
      this.log.error('not ready', error, { indicator: indicator.name });
      return 'down';
    }
  }
}
