import type { Log } from '@mash/telemetry';
import type { LoggerService } from '@nestjs/common';

/**
 * Nest's own words in our log: that something happened and where, not the message, which may quote data. What stops a service from
 * starting is reported by `runService` itself.
 */
export class NestLog implements LoggerService {
  constructor(private readonly sink: Log) {}

  log(): void {
    // routes mapped, modules loaded: nobody asks
  }

  warn(_message: unknown, context?: unknown): void {
    this.sink.warn('framework warning', { context: String(context) });
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.sink.error('framework error', message, { context: String(rest.at(-1)).slice(0, 60) });
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.error(message, ...rest);
  }
}
