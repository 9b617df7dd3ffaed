import { londonDate } from '@mash/clocks';
import { renderLetter, type Pack } from '@mash/threshold-packs';
import { outcomeIn } from '../deciding/shared/pack-of';
import type { DecisionView } from '../deciding/shared/newest-decision';
import type { Extent } from './feedback-rule';

interface LetterFacts {
  readonly reference: string;
  readonly receivedAt: string;
  readonly decided: Pick<DecisionView, 'decidedAt' | 'outcomes' | 'whoTellsFamily'>;
  readonly hubTelephone: string | undefined;
}

const TOLD_BY: Readonly<Record<string, string>> = {
  hub: 'The hub tells the family. Please leave that to us.',
  receiving_team: 'The team that takes the case tells the family. Please leave that to them.',
  referrer: 'Please tell the family that you raised this with us, and that it was decided.',
  not_safe_to_tell: 'Please do not speak to the family about this.',
};

/** The pack's letter, filled in, as the manager may still change it. Undefined where nothing is sent. */
export function letterText(pack: Pack, extent: Extent, facts: LetterFacts): string | undefined {
  if (extent === 'withheld') return undefined;
  const { decided, receivedAt, reference, hubTelephone } = facts;
  const sentences = decided.outcomes.map(({ outcome }) => outcomeIn(pack, outcome)?.tellReferrer);
  const { paragraphs } = renderLetter(pack, extent, {
    reference,
    receivedOn: londonDate(new Date(receivedAt)),
    decidedOn: londonDate(new Date(decided.decidedAt)),
    outcome: [...new Set(sentences.filter((sentence) => sentence !== undefined))].join(' '),
    yourPart: 'Nothing more is asked of you now.',
    toldBy: TOLD_BY[decided.whoTellsFamily] ?? 'Please leave telling the family to us.',
    ...(hubTelephone !== undefined && { hubTelephone }),
  });
  return paragraphs.join('\n\n');
}
