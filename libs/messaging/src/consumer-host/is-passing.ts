import { sqlStateOf } from '@mash/persistence';
import { isError } from './is-error';
import { PassingFailure } from './passing-failure';
import { RealErrorLost } from './real-error-lost';

/** Node's and undici's codes for "nobody there at this moment". */
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_SOCKET',
]);

/**
 * SQLSTATEs that pass by themselves: connection lost (08), serialization and deadlock (40001, 40P01), out of resources (53), lock not had
 * in time (55P03), statement cancelled (57014), server going or not yet come (57P), idle too long (25P03), the system's own faults (58).
 */
const SQL = /^(08...|53...|57P..|58...|40001|40P01|55P03|57014|25P03|25P04)$/;

/** What pg and TypeORM say, with no code, when the connection is not there. */
const WORDS =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout|Client was closed|Cannot use a pool after|Driver not Connected)/;

/** Another library's way of saying it, without knowing this one: `readonly passing = true`. */
const saysSo = (error: Error): boolean => (error as { passing?: unknown }).passing === true;

const codeOf = (error: object): unknown => (error as { code?: unknown }).code;

function insideOf(error: Error): unknown[] {
  const { cause, driverError, errors } = error as { cause?: unknown; driverError?: unknown; errors?: unknown };
  return [cause, driverError, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
}

/**
 * Is this failure one that passes (libs/messaging/README.md)? It is when anything in it, down to its causes, says so; everything else is taken as
 * poison. An error that Nest has replaced counts as passing, for nobody can tell, and a wrong wiring must not bury events.
 */
export function isPassing(error: unknown): boolean {
  if (!isError(error)) return false;
  if (error instanceof PassingFailure || error instanceof RealErrorLost || saysSo(error)) return true;
  const code = codeOf(error);
  if (typeof code === 'string' && NETWORK.has(code)) return true;
  if (SQL.test(sqlStateOf(error) ?? '') || WORDS.test(error.message)) return true;
  return insideOf(error).some(isPassing);
}
