import type { EnquiryView, ProtectionRecipients, ProtectionStandIn, Roster } from '@mash/contracts';
import { agencyWords } from '../../../presenters/agency-words';
import { protectionStrips, type ProtectionStrip } from '../../enquiry/now/receipts.presenter';
import { enquiryPath } from '../../enquiry/shared/enquiry-sections';

/** Whom a press tells now, before it is pressed. */
export interface ProtectView {
  readonly heading: string;
  readonly recipients: readonly string[];
  readonly when: string;
  /** What cannot be told now, each a sentence: a press goes without it. */
  readonly gaps: readonly string[];
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

const WITHOUT_INTAKE =
  'The concern, names and addresses cannot be read now. A press tells who is on the enquiry by age, and to ring the hub: ring them as well.';
const WITHOUT_DECISION =
  'The part that sends notices does not answer now. Press all the same: it is tried, and if it fails you are shown what to read out on the telephone.';

/** The body and its team: "Riverside Police (police)". */
export const recipientWords = ({ agencyId, team }: ProtectionRecipients['recipients'][number]): string =>
  `${agencyWords(agencyId)} (${TEAMS[team]})`;

export interface ProtectGiven {
  readonly enquiry: EnquiryView;
  readonly told: ProtectionRecipients;
  /** Undefined while contact-intake does not answer. */
  readonly roster: Roster | undefined;
  readonly protectionId: string;
  readonly now: Date;
}

type Common = Pick<ProtectGiven, 'told' | 'protectionId'> & { readonly enquiryId: string; readonly reference: string };

function commonView({ told, protectionId, enquiryId, reference }: Common) {
  const teams = told.recipients.map(({ team }) => TEAMS[team]);
  return {
    heading: `Tell ${teams.join(' and ')} now?`,
    recipients: told.recipients.map(recipientWords),
    ...{ enquiryId, protectionId },
    action: enquiryPath(reference, '/protect'),
    back: enquiryPath(reference),
  };
}

export function protectView({ enquiry, told, roster, protectionId, now }: ProtectGiven): ProtectView {
  const { enquiryId, reference } = enquiry;
  return {
    ...commonView({ told, protectionId, enquiryId, reference }),
    when: told.outOfHours
      ? 'The hub is closed: the emergency duty team is told in place of social care.'
      : 'The hub is open.',
    gaps: roster === undefined ? [WITHOUT_INTAKE] : [],
    earlier: protectionStrips(enquiry, now),
  };
}

/** The same while the enquiry itself cannot be shown: by its reference alone. */
export function protectViewAlone(told: ProtectionStandIn, reference: string, protectionId: string): ProtectView {
  const duty = told.recipients.some(({ team }) => team === 'emergency-duty');
  return {
    ...commonView({ told, protectionId, enquiryId: told.enquiryId, reference }),
    when: duty
      ? 'The hub counts as closed now: the emergency duty team is told in place of social care.'
      : 'The hub counts as open now.',
    gaps: [WITHOUT_DECISION],
    earlier: [],
  };
}
