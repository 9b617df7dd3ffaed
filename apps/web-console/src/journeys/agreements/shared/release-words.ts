import type { AgreementContentLine } from '@mash/contracts';

/** To whom the hub may pass on what a line brings it, without asking the holder each time. */
export const RELEASE_WORDS: Readonly<Record<AgreementContentLine['standingRelease'][number], string>> = {
  team_sc: "children's social care",
  team_eh: 'early help',
  team_other: 'another team that helps',
  police: 'the police',
  agency: 'another body that is asked about the child',
  referrer_pro: 'the professional who raised the concern',
};
