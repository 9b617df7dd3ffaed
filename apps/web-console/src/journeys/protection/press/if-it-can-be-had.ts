import { AuditIsDown, ServiceDown, ServiceProblem } from '../../../api-clients/service-errors';

/** A child in danger waits for nobody who is slow. */
const PATIENCE_MS = 3_000;

/**
 * The answer, or undefined where a service, or the record of who looked, stands in the way or takes too long.
 * @param patience in milliseconds
 */
export async function ifItCanBeHad<Value>(
  ask: () => Promise<Value>,
  patience = PATIENCE_MS,
): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  return Promise.race([ask().catch(ifNone), tooLong]).finally(() => clearTimeout(timer));
}

function ifNone(error: unknown): undefined {
  if (error instanceof AuditIsDown || error instanceof ServiceDown || error instanceof ServiceProblem) return undefined;
  throw error;
}
