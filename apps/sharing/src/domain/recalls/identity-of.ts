import type { RecallAbout } from '@mash/contracts';
import type { IdentityStatement } from './identity-statement';

/** One thing that is decided about, as statements name it. */
export interface Identified {
  readonly itemId: string;
  readonly envelopeId: string;
  readonly requestId?: string | undefined;
  readonly personId: string;
}

const covers = ({ kind, id }: RecallAbout, thing: Identified): boolean =>
  (kind === 'item' && id === thing.itemId) ||
  (kind === 'answer' && (id === thing.envelopeId || id === thing.requestId)) ||
  (kind === 'person' && id === thing.personId);

const keyOf = ({ about, says, recipientAgencyId }: IdentityStatement): string =>
  [about.kind, about.id, says === 'wrong_recipient' ? (recipientAgencyId ?? '') : 'identity'].join(' ');

/** The newest about each thing; of a wrong recipient, the one about each recipient. */
export function standing<One extends IdentityStatement>(statements: readonly One[]): One[] {
  const newest = new Map<string, One>();
  for (const one of [...statements].sort((a, b) => a.statedAt.getTime() - b.statedAt.getTime()))
    newest.set(keyOf(one), one);
  return [...newest.values()];
}

/**
 * The identity fact of a thing (rule rows R-ID-01, R-ID-02) as statements have it for one recipient: the strictest of all that cover it;
 * undefined where none does, and what is inside its envelope counts. The rule book has no row for a wrong recipient: to them it is as if it
 * were about somebody else, absent.
 */
export function identityOf(
  statements: readonly IdentityStatement[],
  thing: Identified,
  toAgencyId: string,
): 'wrong' | 'possible' | undefined {
  const covering = standing(statements).filter(({ about }) => covers(about, thing));
  const isWrong = covering.some(
    ({ says, recipientAgencyId }) =>
      says === 'wrong_person' || (says === 'wrong_recipient' && recipientAgencyId === toAgencyId),
  );
  if (isWrong) return 'wrong';
  return covering.some(({ says }) => says === 'doubted') ? 'possible' : undefined;
}
