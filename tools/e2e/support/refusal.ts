import { z } from 'zod';

const Problem = z.object({
  code: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.object({ field: z.string() })).optional(),
});

/** An answer that was not a yes: what was asked, the status, and the stable code of its problem details. */
export class Refusal extends Error {
  readonly code: string;

  constructor(
    asked: string,
    readonly status: number,
    body: unknown,
  ) {
    const problem = Problem.safeParse(body);
    const code = problem.success ? problem.data.code : 'NO_PROBLEM_DETAILS';
    const fields = problem.success ? problem.data.errors?.map(({ field }) => field).join(', ') : undefined;
    super([`${asked}: ${String(status)} ${code}`, fields].filter(Boolean).join(' '));
    this.code = code;
  }
}
