import { pino } from 'pino';
import type { DestinationStream } from 'pino';
import { readTelemetryConfig } from '../config';
import { currentTraceId } from '../spans/current-trace';
import { describeError } from './describe-error';
import { onlyWhitelisted } from './log-fields';
import type { LogFields } from './log-fields';

/** Structured log of one service: one JSON object a line, a trace id in each. The message is a constant phrase, never built from data. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  /** `error` is reduced to class, code and frames (see `describeError`). */
  error(message: string, error: unknown, fields?: LogFields): void;
}

export interface LogOptions {
  destination?: DestinationStream;
  level?: string;
}

export function jsonLogger(service: string, options: LogOptions = {}): Log {
  const settings = {
    level: options.level ?? readTelemetryConfig().logLevel,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    mixin: () => ({ traceId: currentTraceId() }),
  };
  const log = options.destination === undefined ? pino(settings) : pino(settings, options.destination);
  return {
    debug: (message, fields = {}) => log.debug(onlyWhitelisted(fields), message),
    info: (message, fields = {}) => log.info(onlyWhitelisted(fields), message),
    warn: (message, fields = {}) => log.warn(onlyWhitelisted(fields), message),
    error: (message, error, fields = {}) => log.error(onlyWhitelisted({ ...describeError(error), ...fields }), message),
  };
}
