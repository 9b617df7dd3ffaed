/**
 * The only keys a log line may carry. Ids, codes, counts and times: nothing a person typed, no names, no addresses, no URL.
 * A key that is not here does not compile, and is dropped at run time as well.
 */
export const LOG_KEYS = [
  'agencyId',
  'attempt',
  'clientId',
  'code',
  'consumerId',
  'context',
  'correlationId',
  'count',
  'delayMs',
  'enquiryId',
  'errorCode',
  'errorName',
  'eventId',
  'eventType',
  'frames',
  'indicator',
  'method',
  'ms',
  'offset',
  'partition',
  'port',
  'reason',
  'route',
  'service',
  'signal',
  'status',
  'target',
  'topic',
  'traceId',
] as const;

export type LogKey = (typeof LOG_KEYS)[number];
export type LogValue = string | number | boolean | undefined;
export type LogFields = Partial<Record<LogKey, LogValue>>;

const allowed: ReadonlySet<string> = new Set(LOG_KEYS);

/** Drops every key that is not whitelisted and every value that is not a plain scalar. */
export function onlyWhitelisted(fields: Record<string, unknown>): Record<string, unknown> {
  const isScalar = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);
  return Object.fromEntries(Object.entries(fields).filter(([key, value]) => allowed.has(key) && isScalar(value)));
}
