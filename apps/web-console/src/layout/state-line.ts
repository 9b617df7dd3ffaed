import { londonTime } from '@mash/clocks';

/** The one line that says how fresh a page is. */
export interface StateLine {
  readonly text: string;
  readonly link?: { readonly href: string; readonly text: string };
}

/** "Up to date at 13:41". */
export const upToDate = (now: Date): StateLine => ({ text: `Up to date at ${londonTime(now)}` });

/** "Saved 13:41". */
export const savedAt = (when: Date): StateLine => ({ text: `Saved ${londonTime(when)}` });
