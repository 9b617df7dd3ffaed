import { Injectable } from '@nestjs/common';

/** The console's only source of "now"; tests hand in another. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
