import type { ContactSummary, FeedbackDueV1, RecordContact } from '@mash/contracts';

export type AcknowledgementMethod = ContactSummary['acknowledged'][number]['method'];
export type AcknowledgementKind = ContactSummary['acknowledged'][number]['kind'];

/** Who wrote a contact down: the caller themselves at the form, somebody for a caller, or an agency's system. */
export type Authorship = 'own' | 'for_a_caller' | 'system';

interface Tellable {
  readonly reply: RecordContact['reply'];
  readonly authorship: Authorship;
}

interface Received extends Tellable {
  readonly receivedAt: Date;
  readonly recordedAt: Date;
}

/**
 * The receipt: mail to the account that sent the form. A system, somebody at the form and a caller still on the line have the reference at
 * once (`none`: nothing more is to be done). What was written down after the call becomes a telephone task, where the caller left a way.
 */
export function receiptMethod({ reply, authorship, receivedAt, recordedAt }: Received): AcknowledgementMethod {
  if (authorship === 'own' && reply === 'email') return 'email';
  const isCallerGone = authorship === 'for_a_caller' && receivedAt < recordedAt;
  return isCallerGone && reply !== 'none' ? 'telephone_task' : 'none';
}

/**
 * How feedback travels. Mail goes to the account that sent the form and to nobody else; any other caller who left a way becomes a
 * telephone task for a person. Where nothing may be told, nothing goes.
 */
export function feedbackMethod(
  { reply, authorship }: Tellable,
  extent: FeedbackDueV1['data']['extent'],
): AcknowledgementMethod {
  if (extent === 'withheld' || reply === 'none') return 'none';
  return authorship === 'own' && reply === 'email' ? 'email' : 'telephone_task';
}

/** `receipt_only` tells that we have it, and nothing of what came of it. */
export const feedbackKind = (extent: FeedbackDueV1['data']['extent']): AcknowledgementKind =>
  extent === 'receipt_only' ? 'receipt' : 'outcome';
