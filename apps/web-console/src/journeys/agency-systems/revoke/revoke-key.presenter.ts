import type { SystemKeys } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { radios, type FieldView } from '../../../forms/field-view';
import { agencyWords } from '../../../presenters/agency-words';
import { REASONS, shortKey } from '../shared/key-words';

/** Before a key is revoked: exactly what stops, and what does not. */
export interface RevokeKeyView {
  readonly heading: string;
  readonly after: readonly string[];
  readonly fields: readonly FieldView[];
  readonly action: string;
}

export function revokeKeyView(
  { kid, agencyId, clientId }: SystemKeys['keys'][number],
  errors: readonly FieldError[],
): RevokeKeyView {
  return {
    heading: `Revoke the key of ${clientId}?`,
    after: [
      `It is the system of ${agencyWords(agencyId)}, key ${shortKey(kid)}.`,
      'From this moment nothing new that it signed is taken in, however old it says it is. An answer on its way is owed again.',
      'What was accepted before stays readable.',
      'This cannot be taken back. To go on, the agency makes a new key and you register it.',
      'Staff of the agency go on answering in the console.',
    ],
    fields: [radios({ name: 'reason', label: 'Why?', options: REASONS, value: undefined, errors })],
    action: `/agency-systems/${kid}/revoke`,
  };
}
