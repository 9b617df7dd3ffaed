import type { Attributes } from '@opentelemetry/api';

/**
 * The only span attributes that leave the process. Left out on purpose: every URL, path, query and target (ids and typed words
 * could be in them), SQL text, peer addresses, user agents, error messages and stacks.
 */
export const SPAN_ATTRIBUTES: ReadonlySet<string> = new Set([
  'db.name',
  'db.namespace',
  'db.operation',
  'db.operation.name',
  'db.system',
  'db.system.name',
  'error.type',
  'http.method',
  'http.request.method',
  'http.response.status_code',
  'http.route',
  'http.status_code',
  'mash.actor_kind',
  'mash.consumer_id',
  'mash.correlation_id',
  'mash.error_code',
  'mash.event_type',
  'mash.outcome',
  'mash.target',
  'messaging.batch.message_count',
  'messaging.destination.name',
  'messaging.destination.partition.id',
  'messaging.message.id',
  'messaging.operation.name',
  'messaging.operation.type',
  'messaging.system',
  'nestjs.callback',
  'nestjs.controller',
  'nestjs.module',
  'nestjs.type',
  'server.port',
  'url.scheme',
]);

export const onlyWhitelistedAttributes = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([key]) => SPAN_ATTRIBUTES.has(key)));
