import {
  newId,
  type ContactDetail,
  type ProtectionRecipients,
  type Roster,
  type StartProtection,
} from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { ContactIntakeClient } from '../../../api-clients/contact-intake.client';
import { DecisionClient } from '../../../api-clients/decision.client';
import type { Asker } from '../../../api-clients/service-http';
import { Clock } from '../../../clock';
import { plainJson } from '../../../sealing/plain-json';
import { SealingDesk } from '../../../sealing/sealing-desk';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { ContactReader } from '../../enquiry/contact/contact-reader';
import { EnquiryKeys } from '../../enquiry/shared/enquiry-keys';
import { ISSUES, wordsOf } from '../../make-a-contact/draft/code-lists';
import { ifItCanBeHad } from './if-it-can-be-had';
import { noticeOf } from './notice-of';

export interface Press {
  readonly enquiryId: string;
  /** Minted with the page that was pressed, so that pressing twice is pressing once. */
  readonly protectionId: string;
}

type Recipient = ProtectionRecipients['recipients'][number];
type Notice = StartProtection['notices'][number];

interface Known {
  readonly detail: ContactDetail | undefined;
  readonly roster: Roster | undefined;
  readonly outOfHours: boolean;
  readonly publicKey: unknown;
}

/**
 * Immediate protection: what is known goes, sealed, to police and social care (out of hours to the emergency duty team) at once. The
 * concern is released for each recipient in a mode of its own, with basis, ledger entry and audit; what cannot be opened is left out
 * and said to be missing.
 */
@Injectable()
export class ProtectionPress {
  constructor(
    private readonly decision: DecisionClient,
    private readonly intake: ContactIntakeClient,
    private readonly contacts: ContactReader,
    private readonly keys: EnquiryKeys,
    private readonly desk: SealingDesk,
    private readonly clock: Clock,
  ) {}

  /** @throws ServiceDown where nothing could be sealed or sent; ServiceProblem */
  async press(asker: Asker, person: SignedInPerson, { enquiryId, protectionId }: Press): Promise<void> {
    const publicKey = await this.keys.publicKeyOf(asker, enquiryId, person.partnershipId);
    const { recipients, outOfHours } = await this.decision.protectionRecipients(asker, enquiryId);
    const [detail, roster] = await Promise.all([
      ifItCanBeHad(() => this.intake.contactOf(asker, enquiryId)),
      ifItCanBeHad(() => this.intake.roster(asker, enquiryId)),
    ]);
    const known = { detail, roster, outOfHours, publicKey };
    const notices = await Promise.all(recipients.map((one) => this.noticeFor(asker, person, enquiryId, one, known)));
    await this.decision.startProtection(asker, enquiryId, { protectionId, notices });
  }

  private async noticeFor(
    asker: Asker,
    author: SignedInPerson,
    enquiryId: string,
    { agencyId, team }: Recipient,
    { detail, roster, outOfHours, publicKey }: Known,
  ): Promise<Notice> {
    const now = this.clock.now();
    const opening = { mode: 'protect', purpose: 'S47', recipient: { agencyId, team } } as const;
    const concern = detail && (await ifItCanBeHad(() => this.contacts.concernFor(asker, enquiryId, detail, opening)));
    const concernedWith = (detail?.presentingIssues ?? []).map((code) => wordsOf(ISSUES, code) ?? code);
    const content = noticeOf({ concern, concernedWith, roster, pressedBy: author, outOfHours, now });
    const noticeId = newId(now.getTime());
    const ids = { partnershipId: author.partnershipId, version: 1, enquiryId, productId: noticeId, agencyId };
    const header = { typ: 'outward', ...ids } as const;
    const sealed = await this.desk.seal({ author, header, facts: {}, content: plainJson(content), publicKey });
    return { noticeId, team, sealed };
  }
}
