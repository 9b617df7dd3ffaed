import { sqlStateOf } from '@mash/persistence';
import { conflict } from '@mash/service-host';

const UNIQUE_VIOLATION = '23505';

/** Whoever sends mints the ids. One that is in use already is the sender's mistake, not this service's. Rethrows everything else. */
export function refuseTakenId(error: unknown): never {
  if (sqlStateOf(error) === UNIQUE_VIOLATION) throw conflict('REQUESTS.ID_TAKEN', 'An id in this is in use already.');
  throw error;
}
