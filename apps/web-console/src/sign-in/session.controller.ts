import { Controller, Get, HttpCode } from '@nestjs/common';

/** GET /session: "Stay signed in". Any request prolongs a session; this one does nothing else. */
@Controller('session')
export class SessionController {
  @Get()
  @HttpCode(204)
  stay(): undefined {
    return undefined;
  }
}
