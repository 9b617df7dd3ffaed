import { OverrideGround, type ProposeOverride } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';

const MOST = 4000;

export interface OverrideTyped extends Pick<ProposeOverride, 'grounds' | 'strikes'> {
  readonly reason: string;
}

/** Grounds, what is set aside, and why. Nothing is ticked beforehand. @param offered codes of the reasons that may be named */
export function readOverride(
  posted: Posted,
  offered: readonly string[],
): { typed?: OverrideTyped; errors: FieldError[] } {
  const strikes = posted.choices('strikes', offered);
  const grounds = posted.choices('grounds', OverrideGround.options);
  const reason = posted.optional('reason');
  const isSilenceAlone = grounds.includes('OV_SILENT') && !grounds.includes('OV_LIFE') && !grounds.includes('OV_HARM');
  const errors: FieldError[] = [
    ...(strikes.length === 0 ? [{ field: 'strikes', text: 'Choose what you set aside' }] : []),
    ...(grounds.length === 0 ? [{ field: 'grounds', text: 'Choose at least one ground' }] : []),
    ...(isSilenceAlone
      ? [{ field: 'grounds', text: 'Silence is not enough: choose danger to life or significant harm as well' }]
      : []),
    ...(reason === undefined ? [{ field: 'reason', text: 'Write your reason: information governance reads it' }] : []),
    ...((reason?.length ?? 0) > MOST ? [{ field: 'reason', text: 'Use 4,000 characters or fewer' }] : []),
  ];
  return reason === undefined || errors.length > 0 ? { errors } : { typed: { strikes, grounds, reason }, errors };
}
