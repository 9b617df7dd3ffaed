import {
  ContactDetail,
  newId,
  Notices,
  ProtectionRecipients,
  type EnvelopeToOpen,
  type Notice,
  type StartProtection,
} from '@mash/contracts';
import { act, callAs, read, type Answer } from './http';
import type { Person } from './people';
import { release } from './releasing';
import { keyOf, sealAs } from './sealing';

type Team = StartProtection['notices'][number]['team'];
export type Recipient = { readonly agencyId: string; readonly team: Team };

/** Whom a press would tell now. */
export const recipientsOf = (enquiryId: string): Promise<ProtectionRecipients> =>
  read('analyst', 'decision', `/enquiries/${enquiryId}/protection-recipients`, ProtectionRecipients);

async function concernOf(enquiryId: string): Promise<EnvelopeToOpen> {
  const path = `/enquiries/${enquiryId}/contact`;
  const { contactId, sealed } = await read('analyst', 'contact-intake', path, ContactDetail);
  return { typ: 'contact', version: 1, envelopeId: contactId, contactId, sealed };
}

/** What is known, released for one recipient and sealed to them as a notice. */
async function noticeTo(enquiryId: string, { agencyId, team }: Recipient): Promise<StartProtection['notices'][number]> {
  const noticeId = newId();
  const envelopes = [await concernOf(enquiryId)];
  const recipient = { agencyId, team };
  const { items } = await release('analyst', { enquiryId, envelopes, mode: 'protect', purpose: 'MISSING', recipient });
  const known = items.flatMap(({ visibility, content }) => (visibility === 'shown' ? [content] : []));
  const sealed = await sealAs<'outward'>('analyst', {
    ids: { typ: 'outward', enquiryId, productId: noticeId, agencyId },
    content: { known: JSON.stringify(known) },
    publicKey: await keyOf(enquiryId),
  });
  return { noticeId, team, sealed };
}

/** The analyst presses Immediate protection. @returns its id */
export async function protect(
  enquiryId: string,
  recipients: readonly Recipient[],
  protectionId = newId(),
): Promise<string> {
  const notices = await Promise.all(recipients.map((recipient) => noticeTo(enquiryId, recipient)));
  await act('analyst', 'decision', `/enquiries/${enquiryId}/protection`, { protectionId, notices });
  return protectionId;
}

/** The notice about an enquiry that a person of a team finds. */
export async function noticeFor(person: Person, enquiryId: string): Promise<Notice | undefined> {
  const { notices } = await read(person, 'decision', '/notices', Notices);
  return notices.find((notice) => notice.enquiryId === enquiryId);
}

/** A person tries to open a notice that lies at an agency. */
export const openNotice = (person: Person, notice: Notice, agencyId: string): Promise<Answer> => {
  const { noticeId, enquiryId, sealed } = notice;
  const ids = { typ: 'outward', version: 1, envelopeId: noticeId, productId: noticeId, agencyId };
  const body = { releaseId: newId(), enquiryId, mode: 'protect', purpose: 'MISSING', envelopes: [{ ...ids, sealed }] };
  return callAs(person, 'sharing', '/releases', { method: 'POST', body });
};
