import { z } from 'zod';
import type { DecidedOn, LedgerLine, SealedLine } from './ledger-line';
import { isPackable, packedIds, unpackedIds } from './packed-ids';

/**
 * What is sealed of many lines. What is said of several is kept once, with the ids of those lines and their items packed beside it: a picture of
 * two hundred items then fills an envelope of 16 kB, and not one of 64. `lines` names those whose item has an id that cannot be packed, by the
 * place of what is said of them. What was sealed before has neither `bases` nor `packed`: its bases are written out, and `lines` names all. What was
 * sealed before lines kept what they were decided on has no `decidedOn`.
 */
export const KeptLines = z.object({
  bases: z.array(z.string()).default([]),
  decidedOn: z
    .array(
      z.object({
        ...{ threshold: z.string(), consent: z.string() },
        versions: z.record(z.string(), z.union([z.string(), z.number()])),
        ...{ redactions: z.array(z.string()), obligations: z.array(z.string()) },
      }),
    )
    .default([]),
  said: z.array(
    z.object({
      category: z.string(),
      reasons: z.array(z.string()),
      rule: z.string(),
      lawfulBasis: z.array(z.union([z.string(), z.int().nonnegative()])),
      decidedOn: z.int().nonnegative().optional(),
      packed: z.string().default(''),
    }),
  ),
  lines: z.record(z.string(), z.tuple([z.string(), z.int().nonnegative()])),
});
export type KeptLines = z.infer<typeof KeptLines>;

type ToKeep = Pick<LedgerLine, 'disclosureId' | 'sealed'>;
type Pair = readonly [disclosureId: string, itemId: string];
interface Group {
  readonly words: Omit<SealedLine, 'itemId'>;
  readonly pairs: Pair[];
}

const keyOf = ({ category, rule, reasons, lawfulBasis, decidedOn }: SealedLine): string =>
  [category, rule, reasons.join(' '), JSON.stringify(decidedOn), ...lawfulBasis].join('\n');

/** Each once, in order: a call decides on one state of the facts, and what it leaves out and owes is alike for most items. */
function decidedOnIn(groups: readonly Group[]): Map<string, DecidedOn> {
  const each = groups.flatMap(({ words: { decidedOn } }) => decidedOn ?? []);
  return new Map(each.map((one) => [JSON.stringify(one), one]));
}

/** The lines by what is said of them. */
function groupsOf(lines: readonly ToKeep[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { disclosureId, sealed } of lines) {
    const key = keyOf(sealed);
    const group = groups.get(key) ?? { words: sealed, pairs: [] };
    group.pairs.push([disclosureId, sealed.itemId]);
    groups.set(key, group);
  }
  return [...groups.values()];
}

export function keptLines(lines: readonly ToKeep[]): KeptLines {
  const groups = groupsOf(lines);
  const bases = [...new Set(groups.flatMap(({ words }) => words.lawfulBasis))];
  const decidedOn = decidedOnIn(groups);
  const places = [...decidedOn.keys()];
  const isPacked = (pair: Pair) => pair.every(isPackable);
  const said = groups.map(({ words: { category, rule, reasons, lawfulBasis, decidedOn: its }, pairs }) => ({
    ...{ category, rule, reasons: [...reasons] },
    ...(its && { decidedOn: places.indexOf(JSON.stringify(its)) }),
    lawfulBasis: lawfulBasis.map((basis) => bases.indexOf(basis)),
    packed: packedIds(pairs.filter(isPacked).flat()),
  }));
  const named = groups.flatMap(({ pairs }, place) =>
    pairs
      .filter((pair) => !isPacked(pair))
      .map(([line, itemId]): [string, [string, number]] => [line, [itemId, place]]),
  );
  return { bases, decidedOn: [...decidedOn.values()].map(copied), said, lines: Object.fromEntries(named) };
}

const copied = ({ versions, redactions, obligations, ...its }: DecidedOn) => ({
  ...{ ...its, versions: { ...versions } },
  ...{ redactions: [...redactions], obligations: [...obligations] },
});

/** @throws Error where a line points to nothing: the envelope is signed, so that this is a defect */
export function sealedLines({ bases, decidedOn, said, lines }: KeptLines): Map<string, SealedLine> {
  const words = said.map(({ packed: _, lawfulBasis, decidedOn: place, ...its }) => ({
    ...its,
    ...(place !== undefined && { decidedOn: there(decidedOn[place]) }),
    lawfulBasis: lawfulBasis.map((basis) => (typeof basis === 'string' ? basis : there(bases[basis]))),
  }));
  const packed = said.flatMap(({ packed: ids }, place) =>
    pairsOf(unpackedIds(ids)).map(([line, itemId]) => ({ line, itemId, place })),
  );
  const named = Object.entries(lines).map(([line, [itemId, place]]) => ({ line, itemId, place }));
  return new Map(
    [...packed, ...named].map(({ line, itemId, place }) => [line, { itemId, ...there(words[place]) }] as const),
  );
}

const pairsOf = (ids: readonly string[]): Pair[] =>
  Array.from({ length: Math.ceil(ids.length / 2) }, (_, at) => [there(ids[2 * at]), there(ids[2 * at + 1])]);

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A line of the ledger points to nothing');
  return value;
}
