import type { AgreementStep } from '@mash/contracts';

/** One step in the life of a version, as it is kept. */
export interface StepTaken {
  readonly agreementId: string;
  readonly version: number;
  readonly step: AgreementStep['step'];
  /** The party that an approval is for. */
  readonly agencyId: string | null;
  readonly byAccount: string;
  /** As the register of signatories had them at the time. */
  readonly byName: string | null;
  readonly byJobTitle: string | null;
  readonly at: Date;
}
