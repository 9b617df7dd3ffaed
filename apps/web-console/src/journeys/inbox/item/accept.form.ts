import type { AcceptCase } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';

/** A case is taken by somebody with a name: a team is not a worker. */
export function readAcceptance(posted: Posted): { acceptance?: AcceptCase; errors: readonly FieldError[] } {
  const workerName = posted.text('workerName');
  if (workerName === '')
    return { errors: [{ field: 'workerName', text: 'Enter the name of the worker who takes this case' }] };
  if (workerName.length > 100)
    return { errors: [{ field: 'workerName', text: 'The name must be 100 characters or fewer' }] };
  return { acceptance: { workerName }, errors: [] };
}
