import type { RecordContact } from '@mash/contracts';
import { readEnvelopeHeader, SealRefusal, verifyLease, type SigningPublicKey } from '@mash/sealing';
import { Clock } from '@mash/service-host';
import { Inject, Injectable } from '@nestjs/common';
import { INTAKE_SETTINGS } from '../../config';
import type { IntakeSettings } from '../../config';
import { IntakeRefusal } from '../../domain/intake-refusal';

const refusal = (code: string, field: string, message: string): IntakeRefusal =>
  new IntakeRefusal('invalid', code, message, [{ field, code, message }]);

/**
 * What can be seen from outside of a concern that an agency's system sealed: that its key is one that `sharing` leased for this use, and that
 * its header names this contact. It is seen at the door, so that the system hears at once what would never open. The words stay unread.
 */
@Injectable()
export class SealedByASystem {
  constructor(
    @Inject(INTAKE_SETTINGS) private readonly settings: IntakeSettings,
    private readonly clock: Clock,
  ) {}

  /** @throws IntakeRefusal INTAKE.LEASE_NEEDED, INTAKE.CALLER_APART, SEAL.LEASE_*, SEAL.WRONG_KEY, SEAL.MALFORMED, SEAL.HEADER_MISMATCH */
  async requireFit(sent: RecordContact, partnershipId: string): Promise<void> {
    if (sent.lease === undefined)
      throw refusal('INTAKE.LEASE_NEEDED', 'lease', 'A system sends the lease of the key it sealed to');
    if (sent.sealedCaller !== undefined)
      throw refusal(
        'INTAKE.CALLER_APART',
        'sealedCaller',
        'A system names no caller apart: who told is part of the concern',
      );
    try {
      await this.requireLeased(sent, partnershipId, this.settings.sharingKey);
      requireHeader(sent, partnershipId);
    } catch (error) {
      if (!(error instanceof SealRefusal)) throw error;
      const field = error.code.startsWith('SEAL.LEASE') ? 'lease' : 'sealed';
      throw refusal(error.code, field, 'The concern is not sealed as it should be');
    }
  }

  private async requireLeased({ lease, sealed }: RecordContact, partnershipId: string, key: SigningPublicKey) {
    const expected = { partnershipId, uses: ['enquiry', 'overflow'], now: this.clock.now() } as const;
    const { kid } = await verifyLease(lease, key, expected);
    if (kid !== sealed.kid) throw new SealRefusal('SEAL.WRONG_KEY', ['kid']);
  }
}

/** @throws SealRefusal SEAL.MALFORMED, SEAL.HEADER_MISMATCH */
function requireHeader({ contactId, sealed }: RecordContact, partnershipId: string): void {
  const header = readEnvelopeHeader(sealed.envelope);
  const agrees =
    header.typ === 'contact' &&
    header.contactId === contactId &&
    header.partnershipId === partnershipId &&
    header.version === 1 &&
    header.kid === sealed.kid;
  if (!agrees) throw new SealRefusal('SEAL.HEADER_MISMATCH');
}
