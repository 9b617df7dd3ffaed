import type { EnquiryView, ProtectionRecipients } from '@mash/contracts';
import { agencyWords } from '../../../presenters/agency-words';
import { protectionStrips, type ProtectionStrip } from '../../enquiry/now/receipts.presenter';
import { enquiryPath } from '../../enquiry/shared/enquiry-sections';

/** Whom a press tells now, before it is pressed. */
export interface ProtectView {
  readonly heading: string;
  readonly recipients: readonly string[];
  readonly when: string;
  readonly earlier: readonly ProtectionStrip[];
  readonly enquiryId: string;
  readonly protectionId: string;
  readonly action: string;
  readonly back: string;
}

const TEAMS = {
  police: 'police',
  'social-care': "children's social care",
  'emergency-duty': 'emergency duty team',
} as const;

export interface ProtectGiven {
  readonly enquiry: EnquiryView;
  readonly told: ProtectionRecipients;
  readonly protectionId: string;
  readonly now: Date;
}

export function protectView({ enquiry, told, protectionId, now }: ProtectGiven): ProtectView {
  const { enquiryId, reference } = enquiry;
  const teams = told.recipients.map(({ team }) => TEAMS[team]);
  return {
    heading: `Tell ${teams.join(' and ')} now?`,
    recipients: told.recipients.map(({ agencyId, team }) => `${agencyWords(agencyId)} (${TEAMS[team]})`),
    when: told.outOfHours
      ? 'The hub is closed: the emergency duty team is told in place of social care.'
      : 'The hub is open.',
    earlier: protectionStrips(enquiry, now),
    enquiryId,
    protectionId,
    action: enquiryPath(reference, '/protect'),
    back: enquiryPath(reference),
  };
}
