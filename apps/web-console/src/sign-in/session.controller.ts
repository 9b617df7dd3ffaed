import { Controller, Get, Headers, HttpCode, Req } from '@nestjs/common';
import type { ConsoleRequest } from '../session/console-request';
import { NotSignedIn } from '../session/not-signed-in';
import { OwnerMarks } from '../session/owner-marks';

/** GET /session: "Stay signed in", and "I have signed in again". Any request prolongs a session; this one does nothing else. */
@Controller('session')
export class SessionController {
  constructor(private readonly marks: OwnerMarks) {}

  /**
   * @param mark of a page that waits behind a session that has ended: it is shown again to the person whose page it is, and to nobody else who has
   *   signed in on that device since
   */
  @Get()
  @HttpCode(204)
  stay(
    @Headers('x-owner') mark: string | undefined,
    @Headers('x-page') page: string | undefined,
    @Req() request: ConsoleRequest,
  ): undefined {
    if (mark !== undefined && !this.marks.isMarkOf(request, mark, page ?? '')) throw new NotSignedIn();
    return undefined;
  }
}
