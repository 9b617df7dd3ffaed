import type { Actor } from '@mash/authorisation';
import type { ExecutionContext } from '@nestjs/common';

/** Told of every call that is refused before its endpoint runs: by then it is known who asks. */
export interface RefusedCalls {
  note(context: ExecutionContext, actor: Actor, error: unknown): Promise<void>;
}

/** Where a service keeps them: provided by what makes its audit entries, and by nobody in a service that makes none. */
export const REFUSED_CALLS = Symbol('REFUSED_CALLS');
