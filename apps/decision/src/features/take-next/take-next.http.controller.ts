import type { PersonActor } from '@mash/authorisation';
import type { Taken } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Controller, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { assertHub } from '../../access/assert-hub';
import { TakeNextHandler } from './take-next.handler';

@Controller('queue')
export class TakeNextController {
  constructor(private readonly handler: TakeNextHandler) {}

  /** 204 where nothing waits. */
  @Post('take-next')
  async take(
    @CurrentPerson() actor: PersonActor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Taken | undefined> {
    assertHub(actor);
    const taken = await this.handler.take(actor);
    response.status(taken === undefined ? 204 : 200);
    return taken;
  }
}
