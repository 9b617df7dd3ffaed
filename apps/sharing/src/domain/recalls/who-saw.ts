/** A line of the ledger that something was shown, opened as far as it opens. */
export interface ShownLine {
  readonly releaseId: string;
  readonly fromAgencyId: string;
  readonly personId: string | null;
  readonly recipientId: string;
  readonly recipientAgencyId: string;
  readonly mode: string;
  readonly at: Date;
  /** Undefined where the sealed part does not open: then it may have been this. */
  readonly itemId: string | undefined;
  /** Of what it was; none where the sealed part does not open. */
  readonly category: string | undefined;
  /** Of a question: the decision under which it was opened. It lies plain, and the agency that opens it chooses nothing of it. */
  readonly sharingDecisionId: string | null;
  /** The agreement, with version and line, that it was shown under. */
  readonly agreementRef: string | null;
  /** What it was shown on, in words; none where the sealed part does not open. */
  readonly lawfulBasis: readonly string[];
  /** An agency's own system opened it: what it holds is its agency's. */
  readonly bySystem: boolean;
}

/** One who is told to destroy it. */
export interface Saw {
  /** Null where a whole desk was told, as in immediate protection. */
  readonly recipientId: string | null;
  readonly recipientAgencyId: string;
  readonly shownAt: Date;
}

/** What was recalled, as the ledger names it. */
export interface RecalledIds {
  /** Items, coverage without items, and the products and notices that they went out in. */
  readonly ids: ReadonlySet<string>;
  /** Products and notices: what was put into one was read by nobody yet. */
  readonly productIds: ReadonlySet<string>;
  /** Questions: the decisions under which they were ever asked. */
  readonly askedUnder: ReadonlySet<string>;
  /** wrong_recipient: nobody else is told. */
  readonly onlyAgencyId?: string | undefined;
  /** ... and of that agency this account alone. */
  readonly onlyRecipientId?: string | undefined;
}

const isProduct = ({ itemId }: ShownLine, { productIds }: RecalledIds): boolean =>
  itemId !== undefined && productIds.has(itemId);

const isQuestion = ({ mode, sharingDecisionId }: ShownLine, { askedUnder }: RecalledIds): boolean =>
  mode === 'ask' && sharingDecisionId !== null && askedUnder.has(sharingDecisionId);

/** Whether the ledger says of a line that it was this. */
export const wasThis = (line: ShownLine, recalled: RecalledIds): boolean =>
  (line.itemId !== undefined && recalled.ids.has(line.itemId)) || isQuestion(line, recalled);

/** What was told to a desk, and what an agency's system fetched, nobody has by name. */
export const wasToldAsDesk = ({ mode, bySystem }: ShownLine): boolean => mode === 'protect' || bySystem;

/** A holder's own record is not theirs to destroy; what the hub asked and told is nobody's own, and making a product shows it to nobody. */
const wasRead = (line: ShownLine, recalled: RecalledIds): boolean => {
  if (isProduct(line, recalled) || isQuestion(line, recalled)) return true;
  return line.fromAgencyId !== line.recipientAgencyId && !recalled.productIds.has(line.releaseId);
};

const isOfThose = (line: ShownLine, { onlyAgencyId, onlyRecipientId }: RecalledIds): boolean =>
  (onlyAgencyId === undefined || line.recipientAgencyId === onlyAgencyId) &&
  (onlyRecipientId === undefined || (!wasToldAsDesk(line) && line.recipientId === onlyRecipientId));

/** Each who saw it, once, with the first time. Of a line that does not open nobody knows what it was: it counts as one that may have been this. */
export function whoSaw(lines: readonly ShownLine[], recalled: RecalledIds): Saw[] {
  const saw = new Map<string, Saw>();
  const wanted = lines
    .filter((line) => line.itemId === undefined || wasThis(line, recalled))
    .filter((line) => wasRead(line, recalled) && isOfThose(line, recalled));
  for (const line of wanted) {
    const { recipientAgencyId, at } = line;
    const recipient = wasToldAsDesk(line) ? null : line.recipientId;
    const key = recipient ?? `desk ${recipientAgencyId}`;
    const known = saw.get(key);
    if (known === undefined || at < known.shownAt)
      saw.set(key, { recipientId: recipient, recipientAgencyId, shownAt: at });
  }
  return [...saw.values()].sort((a, b) => a.shownAt.getTime() - b.shownAt.getTime());
}
