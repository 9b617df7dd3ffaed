import type { ClearPlaces, ProtectedPlace } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';
import { EVERY_PLACE } from '../../make-a-contact/draft/protected-places';

const MOST = 4000;

/** Which places must be kept secret from now on. */
export function readProtecting(posted: Posted): { places?: ProtectedPlace[]; errors: readonly FieldError[] } {
  const places = posted.choices('protect', EVERY_PLACE);
  if (places.length > 0) return { places, errors: [] };
  return { errors: [{ field: 'protect', text: 'Choose what must be kept secret' }] };
}

export interface TypedClearing extends Pick<ClearPlaces, 'expectedVersion' | 'places'> {
  readonly reason: string;
}

/** Which places need not be kept secret any more, and why. */
export function readClearing(posted: Posted): { clearing?: TypedClearing; errors: readonly FieldError[] } {
  const places = posted.choices('clear', EVERY_PLACE);
  const reason = posted.optional('reason');
  const expectedVersion = Number(posted.text('expectedVersion'));
  const errors = [
    ...(places.length === 0 ? [{ field: 'clear', text: 'Choose what need not be kept secret any more' }] : []),
    ...(reason === undefined
      ? [{ field: 'reason', text: 'Write who says so, and how they know that it is safe' }]
      : []),
    ...((reason?.length ?? 0) > MOST ? [{ field: 'reason', text: 'Use 4,000 characters or fewer' }] : []),
  ];
  if (errors.length > 0 || reason === undefined) return { errors };
  return {
    clearing: { places, reason, expectedVersion: Number.isSafeInteger(expectedVersion) ? expectedVersion : 0 },
    errors,
  };
}
