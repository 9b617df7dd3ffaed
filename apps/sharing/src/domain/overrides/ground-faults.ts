import {
  OVERRIDE_GROUNDS,
  overrideFault,
  type OverrideGround,
  type ReasonCode,
  type SharingQuestion,
} from '../decision';
import { holderWasSilent } from './silent-holder';

type Facts = Pick<SharingQuestion, 'threshold' | 'fromDuty' | 'toDuty'>;
type Waiting = Parameters<typeof holderWasSilent>[0];

export interface ProposedOverride {
  readonly grounds: readonly OverrideGround[];
  readonly strikes: readonly ReasonCode[];
}

const SILENCE = 'OV_SILENT needs a holder and a deputy who have let the whole clock pass';

/** Why these grounds do not carry this override today; undefined where they do. */
export function groundFault(
  proposed: ProposedOverride,
  facts: Facts,
  { reviews, now }: { reviews: Waiting; now: Date },
): string | undefined {
  const isSilence = proposed.grounds.includes('OV_SILENT');
  if (isSilence && !holderWasSilent(reviews, now)) return SILENCE;
  return overrideFault({ grounds: [...proposed.grounds], strikes: [...proposed.strikes] }, facts);
}

/** Each ground with what keeps it from being said today, for a page. OV_SILENT is judged beside OV_LIFE, as it must stand. */
export const groundsFor = (
  strikes: readonly ReasonCode[],
  facts: Facts,
  its: { reviews: Waiting; now: Date },
): { ground: OverrideGround; fault: string | undefined }[] =>
  OVERRIDE_GROUNDS.map((ground) => {
    const grounds: OverrideGround[] = ground === 'OV_SILENT' ? ['OV_SILENT', 'OV_LIFE'] : [ground];
    return { ground, fault: groundFault({ grounds, strikes }, facts, its) };
  });
