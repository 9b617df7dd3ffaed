import type { AsMeant } from './as-meant';
import { identityOf, type Identified } from './identity-of';
import type { IdentityStatement } from './identity-statement';
import { toConfirm } from './to-confirm';

/** An answer about one person, as far as its identity is concerned. */
export interface AnsweredPart extends Omit<Identified, 'itemId' | 'alsoOfPerson'> {
  readonly agencyId: string;
  readonly requestId: string;
  /** Its items, or its own id where it brings none. */
  readonly items: readonly Pick<Identified, 'itemId' | 'alsoOfPerson'>[];
  /** Whether the holder was sure whom it is about. */
  readonly sealedAs: 'confirmed' | 'possible';
}

/** Nobody in particular: what went to a wrong place says nothing of whom it is about. */
const NOBODY = { agencyId: '' } as const;

/** Items of which their holder has still to say whom they are about. Not of what is known to be about somebody else: that is answered. */
export function stillToConfirm(
  parts: readonly AnsweredPart[],
  statements: readonly AsMeant<IdentityStatement>[],
): ReadonlySet<string> {
  const isOpen = (thing: Identified, { sealedAs }: AnsweredPart): boolean =>
    identityOf(statements, thing, NOBODY) !== 'wrong' && toConfirm(statements, thing, sealedAs) !== undefined;
  const openIn = (part: AnsweredPart) => part.items.filter((item) => isOpen({ ...part, ...item }, part));
  return new Set(parts.flatMap((part) => openIn(part).map(({ itemId }) => itemId)));
}
