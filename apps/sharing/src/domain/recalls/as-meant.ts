import type { IntakeFacts } from '@mash/contracts';
import type { IdentityStatement } from './identity-statement';

type Roster = Pick<IntakeFacts, 'idsOfSeveral'>;
type Stood = NonNullable<IntakeFacts['idsOfSeveral']>[number]['stood'][number];

/** Whom a statement about a person meant, where several of the roster have stood under that id. */
export interface WhoWasMeant {
  /** By their id of today. */
  readonly meantId?: string;
  /** Another stands under that id today, or did last: nothing that is said of it means them any more. */
  readonly isOfEarlier?: true;
  /** When whoever stands under that id today was linked to it, where another was meant: what was asked from then on is not about the other. */
  readonly onlyBefore?: Date;
}
export type AsMeant<Statement> = Statement & WhoWasMeant;

const fromOf = ({ from }: Stood): number => (from === undefined ? -Infinity : Date.parse(from));
const untilOf = ({ until }: Stood): number => (until === undefined ? Infinity : Date.parse(until));

/** Whoever stood there at that moment, or, where nobody did, whoever had last; of two at once nobody can tell. */
function stoodAt(stood: readonly Stood[], at: number): string | undefined {
  const then = stood.filter((one) => fromOf(one) <= at && at < untilOf(one));
  const [last] = stood.filter((one) => untilOf(one) <= at).sort((one, other) => untilOf(other) - untilOf(one));
  const [meant, ...others] = new Set((then.length > 0 ? then : last ? [last] : []).map(({ personId }) => personId));
  return others.length === 0 ? meant : undefined;
}

function meantOf(stood: readonly Stood[], at: Date): WhoWasMeant {
  const today = stood.filter(({ until }) => until === undefined);
  const [last] = [...stood].sort((one, other) => untilOf(other) - untilOf(one) || 0);
  const since = Math.max(...today.map(fromOf));
  const newest = today[0] ?? last;
  const meantId = stoodAt(stood, at.getTime()) ?? newest?.personId;
  if (meantId === undefined) return {};
  if (meantId === newest?.personId) return { meantId };
  const hasSince = today.length > 0 && Number.isFinite(since);
  return { meantId, isOfEarlier: true, ...(hasSince && { onlyBefore: new Date(since) }) };
}

function whoIsMeant(
  { about, statedAt }: Pick<IdentityStatement, 'about' | 'statedAt'>,
  { idsOfSeveral = [] }: Roster,
): WhoWasMeant {
  const several = about.kind === 'person' && idsOfSeveral.find(({ id }) => id === about.id);
  return several ? meantOf(several.stood, statedAt) : {};
}

/**
 * Statements about a person with whom they meant: whoever stood under that id when it was said. Somebody who was linked to it since, because the one
 * before was the wrong one, was not meant. Where nobody can tell, it is read of whoever stands there today, and of all that was asked under it.
 */
export const asMeant = <Statement extends IdentityStatement>(
  statements: readonly Statement[],
  roster: Roster,
): AsMeant<Statement>[] => statements.map((one) => ({ ...one, ...whoIsMeant(one, roster) }));

/**
 * What was said of the very thing that a statement is about, and of whom it means: nothing that is said of one person answers what was said of another who
 * has stood under the same id.
 */
export function saidOfSame<Statement extends IdentityStatement>(
  statements: readonly Statement[],
  its: Pick<IdentityStatement, 'about' | 'statedAt'>,
  roster: Roster,
): AsMeant<Statement>[] {
  const { kind, id } = its.about;
  const { meantId } = whoIsMeant(its, roster);
  return asMeant(statements, roster).filter(
    (one) => one.about.kind === kind && one.about.id === id && one.meantId === meantId,
  );
}
