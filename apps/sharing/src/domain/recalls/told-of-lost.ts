import type { RecallAbout } from '@mash/contracts';
import type { ShownLine } from './who-saw';

/** A part of an answer that was accepted, and is not there any more as it was. */
export interface LostPart {
  readonly agencyId: string;
  readonly requestId: string;
  readonly personId: string | null;
  readonly envelopeId: string | null;
}

/** What is left to know of it. */
export interface ToldOfLost {
  readonly ids: readonly string[];
  readonly personIds: readonly string[];
  /** Whose it is. */
  readonly agencyIds: readonly string[];
}

/** Under these the ledger names what is the hub's own: a concern, its notes, what it sent. */
const DOCUMENTS: ReadonlySet<string | undefined> = new Set(['contact-narrative', 'hub-summary', 'handover', 'letter']);

type Line = ShownLine & { readonly itemId: string };
const isOfAnAnswer = (line: ShownLine): line is Line =>
  line.itemId !== undefined && line.mode !== 'ask' && !DOCUMENTS.has(line.category);

const isPart = ({ kind, id }: RecallAbout, { requestId, personId, envelopeId }: LostPart): boolean => {
  if (kind === 'answer') return id === envelopeId || id === requestId;
  if (kind === 'request') return id === requestId;
  return kind === 'person' && id === personId;
};

const isWhere = ({ agencyId, personId }: LostPart, line: Line): boolean =>
  agencyId === line.fromAgencyId && (personId === null || personId === line.personId);

/**
 * Of something that cannot be read any more, since an answer was deleted or damaged where it lay: what the ledger says was shown of it. A line says
 * of no answer whose it was; one of its agency about its person, that no answer which can be read accounts for, counts as its own.
 *
 * @param its.items of an item, its id, and those of the others that came under it
 * @param its.read ids of everything that can be read
 */
export function toldOfLost(
  about: RecallAbout,
  its: {
    items: ReadonlySet<string>;
    lost: readonly LostPart[];
    lines: readonly ShownLine[];
    read: ReadonlySet<string>;
  },
): ToldOfLost {
  const parts = its.lost.filter((part) => isPart(about, part));
  const isAbout = (line: Line): boolean => {
    if (about.kind === 'item') return its.items.has(line.itemId);
    return (about.kind === 'person' && line.personId === about.id) || parts.some((part) => isWhere(part, line));
  };
  const lines = its.lines.filter(isOfAnAnswer).filter((line) => !its.read.has(line.itemId) && isAbout(line));
  return {
    ids: [...parts.flatMap(({ envelopeId }) => envelopeId ?? []), ...lines.map(({ itemId }) => itemId)],
    personIds: [...parts, ...lines].flatMap(({ personId }) => personId ?? []),
    agencyIds: [...lines.map(({ fromAgencyId }) => fromAgencyId), ...parts.map(({ agencyId }) => agencyId)],
  };
}
