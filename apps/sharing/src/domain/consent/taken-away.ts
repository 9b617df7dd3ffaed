import type { ConsentKind } from '@mash/contracts';
import type { KeptStatement } from './consent-of-subject';
import { whoIsTold, type Change, type Told } from './who-is-told';

interface Stated extends KeptStatement {
  readonly kind: ConsentKind;
  readonly recordedAt: Date;
}

interface Held {
  readonly agencyId: string;
  /** When it was first asked, shown or sent something. */
  readonly heldSince: Date;
  /** When it was last told of this consent of theirs; left out where it never was. */
  readonly toldAt?: Date | undefined;
}

/** A statement that took something away, what stood before it, and who is told of it. */
export interface TakenAway<Statement, Holder> {
  readonly by: Statement;
  readonly before: readonly Statement[];
  readonly told: readonly Told<Holder>[];
}

/**
 * What was taken away from those who hold something, as today's facts read every word that was said: a yes is gone, somebody refuses, parents
 * differ. Each body is named once, with the newest word that took it away from them, under which it was told if that word counted when it was
 * heard. What was asked or sent after that word, with no yes since, rested on something else: nobody is told of it.
 * @param its.statements newest first
 */
export function takenAway<Statement extends Stated, Holder extends Held>(
  holders: readonly Holder[],
  { statements, ...its }: Omit<Change, 'before' | 'after'> & { readonly statements: readonly Statement[] },
): TakenAway<Statement, Holder>[] {
  const own = statements.filter(({ personId, kind }) => personId === its.person.personId && kind === its.kind);
  const named = new Set<string>();
  return own.flatMap((by, n) => {
    // Of an unborn child also what was said of whoever decides it: "not known" of its own leaves that as it was.
    const after = statements.slice(statements.indexOf(by));
    const before = after.slice(1);
    const yesesSince = own.slice(0, n).filter(({ state }) => state === 'given');
    const since = [by, ...yesesSince].map(({ recordedAt }) => recordedAt.getTime());
    const concerned = holders.filter(
      ({ agencyId, heldSince, toldAt }) =>
        !named.has(agencyId) &&
        (yesesSince.length > 0 || heldSince < by.recordedAt) &&
        (toldAt === undefined || toldAt.getTime() < Math.max(...since)),
    );
    // It took something away when it was said, and what it took away is not back.
    const then = whoIsTold(concerned, { ...its, before, after }).map(({ agencyId }) => agencyId);
    const told = whoIsTold(concerned, { ...its, before, after: statements }).filter(({ agencyId }) =>
      then.includes(agencyId),
    );
    for (const { agencyId } of told) named.add(agencyId);
    return told.length === 0 ? [] : [{ by, before, told }];
  });
}
