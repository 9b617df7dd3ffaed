import type { SystemKeys } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { checkboxes, radios, select, textArea, type FieldView, type Option } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { agencyWords } from '../../../presenters/agency-words';
import { MAY_SEAL, shortKey } from '../shared/key-words';

export interface RegisterKeyView {
  readonly fields: readonly FieldView[];
}

const LASTS: readonly Option[] = [
  { value: '90', text: '90 days' },
  { value: '180', text: '180 days' },
  { value: '365', text: 'A year' },
];
const OVERLAPS: readonly Option[] = [
  { value: '0', text: 'Not at all: the new key alone counts from now' },
  { value: '7', text: '7 days' },
  { value: '14', text: '14 days' },
  { value: '30', text: '30 days' },
];

export function registerKeyView(
  running: SystemKeys['keys'],
  posted: Posted | undefined,
  errors: readonly FieldError[],
): RegisterKeyView {
  const earlier = running.filter(({ state }) => state === 'current' || state === 'coming');
  const follow = [
    select({
      name: 'replaces',
      label: 'Does it follow an earlier key?',
      hint: 'Leave this as it is for a system’s first key',
      options: earlier.map(({ kid, agencyId, clientId }) => ({
        value: kid,
        text: `${agencyWords(agencyId)}: ${clientId}, key ${shortKey(kid)}`,
      })),
      value: posted?.text('replaces'),
      errors,
    }),
    radios({
      name: 'overlap',
      label: 'How long does the earlier key still count?',
      hint: 'Time for what is on its way. Only where it follows one',
      options: OVERLAPS,
      value: posted?.text('overlap'),
      errors,
    }),
  ];
  return {
    fields: [
      textArea({
        name: 'printed',
        label: 'What the system printed',
        hint: 'Its public key with a proof that it has the private half: from { to }. The proof is good for a day.',
        rows: 10,
        maxlength: 8_000,
        value: posted?.text('printed'),
        errors,
      }),
      checkboxes({
        name: 'maySeal',
        label: 'What may it seal?',
        options: MAY_SEAL,
        values: posted?.choices('maySeal', ['answer', 'contact']) ?? [],
        errors,
      }),
      radios({
        name: 'lasts',
        label: 'How long does the key count?',
        options: LASTS,
        value: posted?.text('lasts'),
        inline: true,
        errors,
      }),
      ...(earlier.length > 0 ? follow : []),
    ],
  };
}
