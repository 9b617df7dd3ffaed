import type { ConsentKind, ConsentState, IntakeFacts, Purpose } from '@mash/contracts';
import type { KeptStatement } from './consent-of-subject';
import { consentStanding, takesAway } from './consent-standing';

type Person = IntakeFacts['people'][number];

interface Body {
  readonly agencyId: string;
}

export interface Change {
  readonly person: Person;
  /** Whose consent was read for them by what was stated then: a brother's or sister's, until something is said of an unborn child itself. */
  readonly whose?: (stated: readonly KeptStatement[]) => Person;
  readonly kind: ConsentKind;
  /** What was stated without the change, and with it. */
  readonly before: readonly KeptStatement[];
  readonly after: readonly KeptStatement[];
  /** What each body was asked, and what for. */
  readonly lines: readonly { readonly agencyId: string; readonly purpose: Purpose }[];
  readonly hub: string;
  readonly threshold: string;
  readonly now: Date;
}

export type Told<Holder> = Holder & { readonly state: ConsentState };

/**
 * Who of those that hold something about a person is told, and what they read of consent now: each body for which what it may have rested on
 * is gone, be it because nobody agrees any more or because a later yes leaves it, or its purpose, out; that one reads as taken back. The hub
 * itself is not told by a notice. At section 47 nothing rests on consent, and nobody is told to destroy anything.
 */
export function whoIsTold<Holder extends Body>(holders: readonly Holder[], change: Change): Told<Holder>[] {
  if (change.threshold === 's47') return [];
  return holders.flatMap((holder) => {
    const state = holder.agencyId === change.hub ? undefined : stateForBody(holder, change);
    return state === undefined ? [] : [{ ...holder, state }];
  });
}

function stateForBody(
  { agencyId }: Body,
  { person, whose = () => person, kind, before, after, lines, now }: Change,
): ConsentState | undefined {
  const purposes = lines.filter((line) => line.agencyId === agencyId).map(({ purpose }) => purpose);
  const ways = [{}, { toAgencyId: agencyId }, ...purposes.map((purpose) => ({ toAgencyId: agencyId, purpose }))];
  for (const towards of ways) {
    const [was, is] = [before, after].map((statements) =>
      consentStanding(statements, whose(statements), kind, now, towards),
    );
    if (was === undefined || is === undefined || !takesAway(was, is)) continue;
    return is.state === 'not_sought' ? 'withdrawn' : is.state;
  }
  return undefined;
}
