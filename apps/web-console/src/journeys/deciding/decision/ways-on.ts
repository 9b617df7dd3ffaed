import type { EnquiryView } from '@mash/contracts';
import { enquiryPath } from '../../enquiry/shared';
import { teamsToRoute } from '../routing/teams-to-route';
import { newestDecision } from '../shared/newest-decision';
import { packOf } from '../shared/pack-of';
import { toldOf } from '../shared/told-of';

export interface WayOn {
  readonly text: string;
  readonly href: string;
}

/** What a manager does next with the decision: decide, hand over, tell the referrer; undefined where all is done. */
export function waysOn(enquiry: EnquiryView, reference: string): WayOn | undefined {
  const newest = newestDecision(enquiry);
  if (newest === undefined) return { text: 'Decide', href: enquiryPath(reference, '/decide') };
  if (newest.flags.some(({ clearedAt }) => clearedAt === undefined))
    return { text: 'Look again', href: enquiryPath(reference, '/decide') };
  if (teamsToRoute(packOf(enquiry), newest, enquiry.routes).length > 0)
    return { text: 'Hand over', href: enquiryPath(reference, '/route') };
  return toldOf(newest, enquiry) !== undefined
    ? undefined
    : { text: 'Tell the referrer', href: enquiryPath(reference, '/feedback') };
}
