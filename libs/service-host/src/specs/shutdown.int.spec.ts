import { issueTestTokens, startTestService } from '@mash/testing';
import { Injectable, Module } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';
import request from 'supertest';
import { drain } from '../shutdown';
import { SampleModule, ThingsController } from './sample.module';

@Injectable()
class Pool implements OnModuleDestroy {
  onModuleDestroy(): void {
    ThingsController.order.push('pool closed');
  }
}
@Module({ imports: [SampleModule], providers: [Pool] })
class PooledModule {}

const settled = () => new Promise((resolve) => setTimeout(resolve, 100));

describe('Stopping a service', () => {
  test('finishes the open request, takes no new one, and closes its pools last', async () => {
    const tokens = await issueTestTokens();
    const service = await startTestService({ service: 'decision', module: PooledModule, issuer: tokens.issuer });
    const open = request(service.url).get('/things/slow');
    const answered = open.then(({ body }) => body as object);
    await settled();

    const drained = drain(service.app);
    await settled();
    await expect(request(service.url).get('/things/open')).rejects.toThrow(/ECONNREFUSED/);
    ThingsController.release();
    expect(await answered).toEqual({ done: true });
    await drained;
    await tokens.close();
    expect(ThingsController.order).toEqual(['request finished', 'pool closed']);
  });
});
