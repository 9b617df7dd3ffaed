import { AuditIsDown, ServiceDown, ServiceProblem } from '../../../api-clients/service-errors';

/** The answer, or undefined where a service, or the record of who looked, stands in the way. A child in danger waits for none of them. */
export async function ifItCanBeHad<Value>(ask: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof AuditIsDown || error instanceof ServiceDown || error instanceof ServiceProblem)
      return undefined;
    throw error;
  }
}
