import { startOfLondonDay, type Duty } from './decision';

/** What the register says of a body and Children Act 2004 s16LA. */
export interface Named {
  readonly bound: boolean;
  /** The London day from which it is named; left out, or null, from the first day of the duty. */
  readonly boundFrom?: string | null | undefined;
}

/** Whether s16LA names a body at an instant (rule book section 1, `duty`: dated). Whether the duty is in force then is in the legal frame. */
export function dutyOf(body: Named | undefined, now: Date): Duty {
  if (body?.bound !== true) return 'unbound';
  const { boundFrom } = body;
  return typeof boundFrom === 'string' && now.getTime() < startOfLondonDay(boundFrom) ? 'unbound' : 'bound';
}
