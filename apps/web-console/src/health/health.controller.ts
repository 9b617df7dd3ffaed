import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import type { Pool } from 'pg';
import { POOL } from '../persistence/pool';
import { OpenToAll } from '../session/access.decorators';

/** Live: the process answers. Ready: it can keep sessions. */
@Controller('health')
@OpenToAll()
export class HealthController {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'live' };
  }

  @Get('ready')
  async ready(): Promise<{ status: string }> {
    try {
      await this.pool.query('SELECT 1 FROM session LIMIT 1');
    } catch (error) {
      throw new ServiceUnavailableException('The session store does not answer', { cause: error });
    }
    return { status: 'ready' };
  }
}
