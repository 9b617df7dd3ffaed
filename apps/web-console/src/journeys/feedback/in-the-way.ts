import { letterState, type Told } from '../deciding/shared/told-of';

/** What stands, so that nothing else is said: all but a letter that waits, where whoever says something else names it to take its place. */
export const inTheWay = (told: Told | undefined, replaces: unknown): Told | undefined =>
  told !== undefined && letterState(told).is === 'held' && told.letterId === replaces ? undefined : told;
