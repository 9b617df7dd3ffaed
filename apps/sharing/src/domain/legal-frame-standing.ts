import type { LegalFrameCheck, LegalFrameStanding } from '@mash/contracts';

/** Whether the law that the rules cite was checked for this council: the very version that decides, and by somebody with a name. */
export const legalFrameStanding = (version: string, check: LegalFrameCheck | undefined): LegalFrameStanding => ({
  version,
  isChecked: check?.version === version,
  ...(check && { check }),
});

/** What is said at the start while it was not; undefined where it was. No name: a log is read by more people than the page. */
export function legalFrameWarning({ version, isChecked, check }: LegalFrameStanding): string | undefined {
  if (isChecked) return undefined;
  const earlier = check === undefined ? '' : ` (version ${check.version} was)`;
  return `No lawyer has checked version ${version} of the legal frame${earlier}: set LEGAL_FRAME_CHECKED once one has. Until then it is not for real cases.`;
}
