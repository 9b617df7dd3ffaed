import { durationWords } from '@mash/clocks';
import type { EnquiryView } from '@mash/contracts';
import { momentWords } from '../../../presenters/clock-chip';

/** What stands on every page of an enquiry that its reader opened by breaking the glass. Reckoned when the page is loaded. */
export interface GlassStrip {
  readonly heading: string;
  readonly until: string;
  /** Where ending it is sent. */
  readonly action: string;
}

export function glassStrip(glass: EnquiryView['brokenGlass'], reader: string, now: Date): GlassStrip | undefined {
  if (glass === undefined) return undefined;
  const endsAt = new Date(glass.endsAt);
  const left = durationWords(Math.max(0, endsAt.getTime() - now.getTime()), 'down');
  return {
    heading: `${reader} broke the glass ${momentWords(new Date(glass.brokenAt), now)}`,
    until: `Open to you until ${momentWords(endsAt, now)}: ${left} left. Information governance was told.`,
    action: `/break-glass/${glass.glassId}/end`,
  };
}
