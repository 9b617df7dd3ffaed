import type { EnquiryView, OutcomeCode } from '@mash/contracts';
import { loadPack, type Pack } from '@mash/threshold-packs';

type PackOutcome = Pack['outcomes'][number];

/** The pack that an enquiry is pinned to: its outcomes, teams and letters, in the partnership's words. */
export const packOf = ({ pack }: Pick<EnquiryView, 'pack'>): Pack => loadPack(pack.id, pack.version);

/** An outcome as the pack has it; undefined where an older decision used one that this version has not. */
export const outcomeIn = (pack: Pack, code: OutcomeCode): PackOutcome | undefined =>
  pack.outcomes.find((outcome) => outcome.code === code);

/** "Early help"; an outcome that the pack has not is spelled out. */
export const outcomeLabel = (pack: Pack, code: OutcomeCode): string =>
  outcomeIn(pack, code)?.label ?? code.replaceAll('_', ' ');
