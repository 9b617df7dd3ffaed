import { ANY_PART, type StatementRecipient } from '@mash/sealing';
import type { FieldError } from '../../../forms/field-error';
import type { Option } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { agencyWords } from '../../../presenters/agency-words';
import type { OpenedOwnItem } from '../own-items-page';

type Bodies = Pick<OpenedOwnItem, 'recipients'>;

/** The bodies of the register, by name. What is said of one is of whatever part of it, outside the hub. */
export const bodyOptions = ({ recipients }: Bodies): Option[] =>
  recipients
    .map((agencyId) => ({ value: agencyId, text: agencyWords(agencyId) }))
    .sort((a, b) => a.text.localeCompare(b.text));

/** Only a body that was offered: anything else counts as not chosen. */
export function readBody(posted: Posted, { recipients }: Bodies): { to?: StatementRecipient; errors: FieldError[] } {
  const agencyId = posted.choice('recipient', recipients);
  if (agencyId === undefined) return { errors: [{ field: 'recipient', text: 'Choose the agency' }] };
  return { to: { audience: ANY_PART, agencyId }, errors: [] };
}
