import type { Roster, RosterMention } from './roster';

/** One line of the trail by which the id of a mention changed, in that order: it was linked to somebody, or a link was taken back. */
export interface LinkChange {
  readonly mentionId: string;
  readonly action: 'same' | 'unlinked';
  /** Whom it was linked to, or is linked to no more. */
  readonly personId: string;
  readonly doneAt: Date;
}

/** For how long a mention stood under one id. */
export interface Stood {
  readonly mention: RosterMention;
  readonly id: string;
  /** Left out: from the start. */
  readonly from?: Date;
  /** Left out: it does still. */
  readonly until?: Date;
}

/**
 * Every other id under which a mention's person stood on this roster: its own provisional one, and whoever it was wrongly linked to. What was
 * stated of them then was stated of this mention, as long as nobody else of the roster has stood under that id (`idsOfSeveral`). An id that
 * somebody else on the roster has now is theirs.
 */
export function formerIdsOf(mention: RosterMention, roster: Roster, links: readonly LinkChange[]): string[] {
  const taken = new Set(roster.mentions.map(({ personId }) => personId));
  const linked = links.filter(({ mentionId }) => mentionId === mention.mentionId).map(({ personId }) => personId);
  return [...new Set([mention.provisionalPersonId, ...linked])].filter((id) => !taken.has(id));
}

/** Under which ids a mention has stood, in that order, the one of today last. */
function idsInTime(mention: RosterMention, links: readonly LinkChange[]): Stood[] {
  const stood: Stood[] = [{ mention, id: mention.provisionalPersonId }];
  const moveTo = (id: string, at?: Date): void => {
    const last = stood.at(-1);
    if (last === undefined || last.id === id) return;
    stood.splice(-1, 1, { ...last, ...(at && { until: at }) }, { mention, id, ...(at && { from: at }) });
  };
  for (const { mentionId, action, personId, doneAt } of links)
    if (mentionId === mention.mentionId) moveTo(action === 'same' ? personId : mention.provisionalPersonId, doneAt);
  moveTo(mention.personId);
  return stood;
}

/** Who has stood under each id that more than one of the roster has stood under: somebody was linked wrongly, and it was put right. */
export function idsOfSeveral({ mentions }: Roster, links: readonly LinkChange[]): ReadonlyMap<string, Stood[]> {
  const byId = new Map<string, Stood[]>();
  for (const one of mentions.flatMap((mention) => idsInTime(mention, links)))
    byId.set(one.id, [...(byId.get(one.id) ?? []), one]);
  return new Map([...byId].filter(([, stood]) => new Set(stood.map(({ mention }) => mention)).size > 1));
}

/** Whether the mention stood under its own id, or stands under it still: then what was written of it was meant of it. Of a link that was taken back nobody can tell. */
export const isCertain = ({ id, mention, until }: Stood): boolean =>
  until === undefined || id === mention.provisionalPersonId;

/**
 * Whom an id of several meant when something was written down under it: one, or, while a link stood that was taken back since, each of them perhaps.
 */
export function meantBy(stood: readonly Stood[], at: Date): readonly RosterMention[] {
  const certain = stood.find(
    (one) =>
      isCertain(one) && (one.from === undefined || one.from <= at) && (one.until === undefined || at < one.until),
  );
  return certain === undefined ? [...new Set(stood.map(({ mention }) => mention))] : [certain.mention];
}
