import type { HolderItem } from '@mash/contracts';
import { radios } from '../../../forms/field-view';
import { reasonErrors, type SubjectForm } from './subject';

/** What a radio says. */
interface Choice {
  readonly text: string;
  readonly hint: string;
}

/** A word against telling that is set or cleared after the answer, and the words of both its pages. */
interface SetOrClear {
  readonly code: string;
  readonly stands: (item: HolderItem) => boolean;
  readonly says: { readonly set: 'telling_held' | 'unsafe_set'; readonly clear: 'telling_cleared' | 'unsafe_cleared' };
  readonly name: string;
  readonly headings: { readonly set: string; readonly clear: string };
  readonly choices: { readonly set: Choice; readonly clear: Choice };
  readonly next: { readonly set: readonly string[]; readonly clear: readonly string[] };
}

const MISSING = { clear: 'Choose to clear it, or go back', set: 'Choose to set it, or go back' } as const;

/** One page that clears it while it stands, and sets it while it does not. */
export function setOrClear({ code, stands, says, name, headings, choices, next }: SetOrClear): SubjectForm {
  const offeredFor = (item: HolderItem) => (stands(item) ? 'clear' : 'set');
  return {
    code,
    link: (item) => `${stands(item) ? 'Clear' : 'Set'} ${name}`,
    heading: (item) => headings[offeredFor(item)],
    next: ({ item }) => next[offeredFor(item)],
    fields: ({ opened: { item }, posted, errors }) => [
      radios({
        ...{ name: 'what', label: 'From now on', value: posted?.text('what'), errors },
        options: [{ value: offeredFor(item), ...choices[offeredFor(item)] }],
      }),
    ],
    read: (posted, { item }) => {
      const offered = offeredFor(item);
      const sent = posted.choice('what', ['set', 'clear']);
      const errors = [
        ...(sent === undefined ? [{ field: 'what', text: MISSING[offered] }] : []),
        ...(sent !== undefined && sent !== offered
          ? [{ field: 'what', text: 'Somebody has changed this since you opened the page: look at it again' }]
          : []),
        ...reasonErrors(posted),
      ];
      if (errors.length > 0) return { errors };
      return { said: { facts: { says: says[offered] }, content: { reason: posted.text('reason') } } };
    },
    button: (item) => (stands(item) ? 'Clear it' : 'Set it'),
  };
}
