import { RegisterSystemKey, type SystemKeys } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';

export const LASTS = ['90', '180', '365'] as const;
export const OVERLAPS = ['0', '7', '14', '30'] as const;
const DAY = 86_400_000;

/** What a system prints of itself. The rest the administrator decides. */
const Printed = RegisterSystemKey.pick({ agencyId: true, clientId: true, publicKey: true, proof: true });

function readPrinted(text: string): ReturnType<typeof Printed.safeParse>['data'] {
  try {
    return Printed.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Reads the page into a registration; nothing is registered while anything is wrong. */
export function readRegisterKey(
  posted: Posted,
  running: SystemKeys['keys'],
  now: Date,
): { registration?: RegisterSystemKey; errors: readonly FieldError[] } {
  const printed = readPrinted(posted.text('printed'));
  const maySeal = posted.choices('maySeal', ['answer', 'contact']);
  const lasts = posted.choice('lasts', LASTS);
  const followed = running.find(({ kid }) => kid === posted.text('replaces'));
  const overlap = posted.choice('overlap', OVERLAPS);
  const errors = [
    ...(printed === undefined ? [{ field: 'printed', text: 'Paste all of what the system printed, from { to }' }] : []),
    ...(maySeal.length === 0 ? [{ field: 'maySeal', text: 'Choose what the system may seal' }] : []),
    ...(lasts === undefined ? [{ field: 'lasts', text: 'Choose how long the key counts' }] : []),
    ...(followed !== undefined && overlap === undefined
      ? [{ field: 'overlap', text: 'Choose how long the earlier key still counts' }]
      : []),
  ];
  if (printed === undefined || lasts === undefined || errors.length > 0) return { errors };
  const validTo = new Date(now.getTime() + Number(lasts) * DAY).toISOString();
  const replaces = followed && { kid: followed.kid, overlapDays: Number(overlap) };
  return { registration: { ...printed, maySeal, validTo, ...(replaces && { replaces }) }, errors };
}
