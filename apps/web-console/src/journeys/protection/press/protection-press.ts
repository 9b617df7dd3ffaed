import {
  newId,
  type ContactDetail,
  type EnvelopeToOpen,
  type EnquiryView,
  type ProtectionRecipients,
  type Roster,
  type StartProtection,
} from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { ContactIntakeClient } from '../../../api-clients/contact-intake.client';
import { DecisionClient } from '../../../api-clients/decision.client';
import { ServiceDown } from '../../../api-clients/service-errors';
import type { Asker } from '../../../api-clients/service-http';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import { plainJson } from '../../../sealing/plain-json';
import { SealingDesk } from '../../../sealing/sealing-desk';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { ContactReader, type Opening } from '../../enquiry/contact/contact-reader';
import { EnquiryKeys } from '../../enquiry/shared/enquiry-keys';
import { derivedId } from '../../asking/words/derived-id';
import { ISSUES, wordsOf } from '../../make-a-contact/draft/code-lists';
import type { NoticeContent } from '../notice-content';
import { AnswersToTell } from './answers-to-tell';
import { asItems, type ChosenAnswer } from './chosen-answers';
import { ifItCanBeHad } from './if-it-can-be-had';
import { noticeOf, type KnownNow } from './notice-of';
import { toldAnswers } from './told-answers';
import { WhomToTell } from './whom-to-tell';

export interface Press {
  readonly reference: string;
  readonly enquiryId: string;
  /** Minted with the page that was pressed, so that pressing twice is pressing once. */
  readonly protectionId: string;
  /** What of the answers goes with it. */
  readonly chosen: readonly ChosenAnswer[];
}

type Recipient = ProtectionRecipients['recipients'][number];
type Notice = StartProtection['notices'][number];
type ToSend = Recipient & Pick<Notice, 'noticeId'>;

/** What one recipient is told: sealed and sent, or, where it could not be sent, to be read out over the telephone. */
export interface ToTell extends ToSend {
  readonly content: NoticeContent;
}

export type Pressed =
  /** `untold`: how many of the chosen answers are not in the notice that has the fewest of them. */
  { readonly sent: true; readonly untold: number } | { readonly sent: false; readonly toRing: readonly ToTell[] };

interface Known {
  readonly detail: ContactDetail | undefined;
  readonly roster: Roster | undefined;
  /** Who is on the enquiry, as `decision` has it, where the roster could not be had. */
  readonly withoutNames: EnquiryView['people'] | undefined;
  readonly outOfHours: boolean;
  readonly chosen: readonly ChosenAnswer[];
  /** Undefined where something was chosen and its envelopes cannot be had. */
  readonly envelopes: readonly EnvelopeToOpen[] | undefined;
}

const untoldIn = ({ items = [] }: NoticeContent, chosen: readonly ChosenAnswer[]): number =>
  chosen.length - items.length;

/** Opening waits for owners of facts that do not answer, once (ms). */
const OPENING_MS = 5_000;

/**
 * Immediate protection: what is known goes, sealed, to police and social care (out of hours to the emergency duty team) at once. The
 * concern, and what was chosen of the answers, is released for each recipient in a mode of its own, with basis, ledger entry and audit; what
 * cannot be opened is left out and said to be missing.
 */
@Injectable()
export class ProtectionPress {
  constructor(
    private readonly decision: DecisionClient,
    private readonly whom: WhomToTell,
    private readonly intake: ContactIntakeClient,
    private readonly contacts: ContactReader,
    private readonly answers: AnswersToTell,
    private readonly sharing: SharingClient,
    private readonly keys: EnquiryKeys,
    private readonly desk: SealingDesk,
    private readonly clock: Clock,
  ) {}

  /**
   * Where `decision` cannot take the notices in, what was opened for each recipient comes back, so that somebody tells them by telephone.
   * @throws ServiceDown where nothing could be sealed or opened; AuditIsDown, ServiceProblem
   */
  async press(asker: Asker, person: SignedInPerson, press: Press): Promise<Pressed> {
    const { enquiryId, protectionId, chosen } = press;
    const publicKey = await this.keys.publicKeyOf(asker, enquiryId, person.partnershipId);
    const { recipients, outOfHours } = await this.whom.of(asker, press);
    const [detail, roster, envelopes] = await Promise.all([
      ifItCanBeHad(() => this.intake.contactOf(asker, enquiryId)),
      ifItCanBeHad(() => this.intake.roster(asker, enquiryId)),
      ifItCanBeHad(() => this.answers.envelopesOf(asker, enquiryId, chosen)),
    ]);
    const enquiry = roster ? undefined : await ifItCanBeHad(() => this.decision.enquiry(asker, enquiryId));
    const known = { detail, roster, withoutNames: enquiry?.people, outOfHours, chosen, envelopes };
    // Pressed again, it is the same notice to each: what is opened for it a second time is acknowledged with it.
    const toSend = recipients.map((one) => ({ ...one, noticeId: derivedId('notice', protectionId, one.team) }));
    const toTell = await Promise.all(toSend.map((one) => this.toTell(asker, person, enquiryId, one, known)));
    const notices = await Promise.all(toTell.map((one) => this.sealed(person, enquiryId, one, publicKey)));
    try {
      await this.decision.startProtection(asker, enquiryId, { protectionId, notices });
      return { sent: true, untold: Math.max(0, ...toTell.map(({ content }) => untoldIn(content, chosen))) };
    } catch (error) {
      if (!(error instanceof ServiceDown)) throw error;
      return { sent: false, toRing: toTell };
    }
  }

  private async toTell(
    asker: Asker,
    pressedBy: SignedInPerson,
    enquiryId: string,
    recipient: ToSend,
    known: Known,
  ): Promise<ToTell> {
    const { detail, roster, withoutNames, outOfHours } = known;
    const now = this.clock.now();
    const { agencyId, team, noticeId } = recipient;
    const opening = { mode: 'protect', purpose: 'S47', recipient: { agencyId, team, noticeId } } as const;
    const open = (contact: ContactDetail) => () => this.contacts.concernFor(asker, enquiryId, contact, opening);
    // Apart, and side by side: nothing that is wrong with an answer holds the concern up.
    const [concern, answers] = await Promise.all([
      detail && ifItCanBeHad(open(detail), OPENING_MS),
      this.answersFor(asker, enquiryId, opening, known),
    ]);
    const concernedWith = (detail?.presentingIssues ?? []).map((code) => wordsOf(ISSUES, code) ?? code);
    const content = noticeOf({ concern, concernedWith, roster, withoutNames, answers, pressedBy, outOfHours, now });
    return { ...recipient, content };
  }

  /** What was chosen, as it is released for this recipient. */
  private async answersFor(
    asker: Asker,
    enquiryId: string,
    opening: Opening,
    { chosen, envelopes, roster }: Known,
  ): Promise<KnownNow['answers']> {
    if (envelopes === undefined) return undefined;
    if (envelopes.length === 0) return chosen.length === 0 ? { told: [], leftOut: 0 } : undefined;
    const releaseId = newId(this.clock.now().getTime());
    const items = asItems(chosen, envelopes);
    const asked = { releaseId, enquiryId, ...opening, items, envelopes: [...envelopes] };
    const released = await ifItCanBeHad(() => this.sharing.release(asker, asked), OPENING_MS);
    if (released === undefined) return undefined;
    const names = new Map(roster?.people.map(({ personId, displayName }) => [personId, displayName]));
    return toldAnswers(chosen, released, names);
  }

  private async sealed(
    author: SignedInPerson,
    enquiryId: string,
    { agencyId, team, noticeId, content }: ToTell,
    publicKey: unknown,
  ): Promise<Notice> {
    const ids = { partnershipId: author.partnershipId, version: 1, enquiryId, productId: noticeId, agencyId };
    const header = { typ: 'outward', ...ids } as const;
    const sealed = await this.desk.seal({ author, header, facts: {}, content: plainJson(content), publicKey });
    return { noticeId, team, sealed };
  }
}
