import type { OverrideGround, OverrideView } from '@mash/contracts';
import { agencyAmid, agencyWords } from '../../../presenters/agency-words';
import { audienceWords } from '../../reviews/review-words';
import { PURPOSE_WORDS } from '../../asking/words/purpose-words';

export const GROUND_WORDS: Readonly<Record<OverrideGround, string>> = {
  OV_LIFE: 'Death or serious injury could come first',
  OV_HARM: 'Significant harm is likely if it stays shut (section 47)',
  OV_SILENT: 'The holder and the deputy let the clock pass',
  OV_WELFARE: "The child's need outweighs this refusal, withdrawal or dispute",
};

export const STATE_WORDS: Readonly<Record<OverrideView['state'], string>> = {
  waiting: 'Waits for a second person',
  in_force: 'In force',
  declined: 'Declined by the second person',
  lapsed: 'Lapsed: what it rested on had changed',
};

export const VERDICTS = [
  { value: 'explained', text: 'Explained' },
  { value: 'ask_manager', text: 'Ask the manager', hint: 'It stays open. Nobody is told by it: ask them yourself' },
  { value: 'investigate', text: 'Investigate' },
] as const;

type Told = Pick<OverrideView, 'mode' | 'holderAgencyId' | 'toAgencyId' | 'toAudience' | 'purpose'>;

/** Whose information would go to whom, for what: never of whom or what. */
export function overrideSentence({ mode, holderAgencyId, toAgencyId, toAudience, purpose }: Told): string {
  const why = `for ${PURPOSE_WORDS[purpose]}`;
  if (mode === 'ask') return `${agencyWords(holderAgencyId)} asks ${agencyAmid(toAgencyId)}, ${why}`;
  return `One item of ${agencyAmid(holderAgencyId)} to ${audienceWords(toAudience)}, ${why}`;
}
