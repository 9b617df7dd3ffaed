import { Injectable } from '@nestjs/common';

/** The only source of "now". Domain code is handed an instant; tests hand in another clock. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
