import { isDeepStrictEqual } from 'node:util';
import type { Category, ReleasedItem } from '@mash/contracts';
import type { RedactionCode, Releaser } from '../domain/decision';
import { decisionAsRead, lawfulBasisOf } from '../domain/decision';
import type { RegisteredBody } from '../register/agency.repository';
import { reasonAsRead } from './reason-as-read';
import type { Judged } from './judge-thing';

const RELEASERS: Readonly<Record<Releaser, string>> = {
  H: 'The holding agency',
  M: 'The hub manager',
  S: "The holding agency's safeguarding lead",
  L: 'Legal advice',
  A: 'The adoption agency',
  IG: 'Information governance',
};

/** All who have still to say yes, in words: a yes of one of two opens nothing. */
function releasersWords(judged: Judged, bodies: readonly RegisteredBody[]): string[] {
  const releasers = decisionAsRead(judged.decision, 'other')?.releasers ?? [];
  const holder = bodies.find(({ agencyId }) => agencyId === judged.thing.agencyId)?.name;
  return releasers.map((releaser) => (releaser === 'H' ? (holder ?? RELEASERS.H) : RELEASERS[releaser]));
}

/**
 * That an agency whose name gives a category away was asked is told to those who may know what it says of it; for all others it counts, unnamed
 * (rule row R-EX-01).
 */
const isCountedOnly = ({ decision, shownAs }: Judged): boolean =>
  shownAs !== 'shown' && decision.redactions.includes('COUNT_ONLY');

/** A thing as it goes back to the caller; undefined where not even its existence may be known. */
export function releasedItemOf(judged: Judged, bodies: readonly RegisteredBody[]): ReleasedItem | undefined {
  const { thing, decision, shownAs, disclosureId, open, refusedBy, rendered } = judged;
  if (shownAs === 'absent') return undefined;
  const isNamed = !isCountedOnly(judged);
  const common = {
    ...{ envelopeId: thing.envelopeId, itemId: thing.itemId, personId: thing.personId },
    ...(isNamed && { agencyId: thing.agencyId }),
    outcome: decision.outcome,
    reason: reasonAsRead(decision),
    decisionId: open?.sharingDecisionId ?? refusedBy ?? disclosureId,
    rule: decisionAsRead(decision, 'other')?.rule ?? 'hidden',
  };
  if (shownAs === 'withheld') {
    const releasers = isNamed ? releasersWords(judged, bodies) : [];
    return {
      ...common,
      visibility: 'withheld',
      ...(open && { reviewId: open.reviewId, dueAt: open.dueAt.toISOString() }),
      ...(open === undefined && refusedBy !== undefined && { overridable: true as const }),
      ...(releasers[0] !== undefined && { releaser: releasers[0], releasers }),
      ...(judged.awaitsAcceptance && { acceptFirst: true, ...thing.handling }),
      redactions: [],
      obligations: [...(judged.awaitsAcceptance ?? [])],
    };
  }
  return {
    ...common,
    visibility: 'shown',
    content: rendered,
    ...(thing.requestId !== undefined && { requestId: thing.requestId }),
    category: thing.category satisfies Category,
    ...thing.handling,
    lawfulBasis: [...lawfulBasisOf(decision)],
    redactions: leftOut(judged),
    obligations: [...decision.obligations],
    ...(isIdentity(thing.facts.identity) && { identity: thing.facts.identity }),
  };
}

const isIdentity = (identity: unknown): identity is 'confirmed' | 'possible' =>
  identity === 'confirmed' || identity === 'possible';

/**
 * What was left out, where something was: a protected place that the words do not tell leaves them whole. Where the holder's own wording stands for
 * the original, there is no telling how much it leaves out.
 */
function leftOut({ thing, rendered, decision: { redactions } }: Judged): RedactionCode[] {
  if (redactions.length === 0) return [];
  const isCut = redactions.includes('WORDING_ONLY') || !isDeepStrictEqual(rendered, thing.render([]));
  return isCut ? [...redactions] : [];
}
