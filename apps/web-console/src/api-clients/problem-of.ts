import { z } from 'zod';
import type { ServiceName } from '../config';
import { AuditIsDown, ServiceDown, ServiceProblem } from './service-errors';

const Problem = z.object({
  code: z.string(),
  detail: z.string().default('This could not be done.'),
  errors: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })).optional(),
});

/** Reads a refusal (problem+json). One without a code that we can read is a failure of the service. */
export function problemOf(service: ServiceName, status: number, body: unknown): Error {
  const problem = Problem.safeParse(body).data;
  if (problem?.code.startsWith('AUDIT.') === true && status >= 500) return new AuditIsDown(problem.code);
  if (status === 401 || status >= 500) return new ServiceDown(service);
  if (problem === undefined)
    return new ServiceProblem(service, status, 'CONSOLE.UNREADABLE', 'This could not be done.');
  return new ServiceProblem(service, status, problem.code, problem.detail, problem.errors);
}
