import type { EnvelopeToOpen } from '@mash/contracts';
import {
  openEnvelope,
  SealRefusal,
  type AnswerContent,
  type EnvelopeIds,
  type EnvelopeIdsOf,
  type EnvelopeType,
  type LooseRecord,
  type SealedBy,
  type SealerSays,
  type SignerRegister,
  type ToOpen,
} from '@mash/sealing';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { keyRing, type Unwrap } from '../keys/key-ring';
import { KeyStore, type KeyOpens } from '../keys/key-store';
import { AcceptedEnvelopeRepository, sha256Of, type Accepted } from '../envelopes/accepted-envelope.repository';
import { withOwnItemIds, type KnownAnswerFacts } from '../envelopes/own-item-ids';
import { Signers } from '../keys/signers';
import type { EnquiryRow } from '../persistence/enquiry.repository';
import { expectedIds } from './expected-ids';

/** Who sealed an envelope, when, and in which version: where what is inside comes from. */
export interface Sealer {
  readonly author: string;
  readonly at: string;
  readonly version: number;
}
export interface OpenedAnswer {
  readonly kind: 'answer';
  readonly envelopeId: string;
  readonly sealer: Sealer;
  readonly ids: EnvelopeIdsOf<'answer'>;
  readonly signerKid: string;
  readonly facts: KnownAnswerFacts;
  readonly content: AnswerContent;
}
export interface OpenedDocument {
  readonly kind: 'document';
  readonly envelopeId: string;
  readonly sealer: Sealer;
  readonly ids: EnvelopeIdsOf<Exclude<EnvelopeToOpen['typ'], 'answer'>>;
  readonly signerKid: string;
  readonly content: LooseRecord;
}
export interface NotOpened {
  readonly kind: 'refused';
  readonly envelopeId: string;
  readonly code: string;
}
export type Opened = OpenedAnswer | OpenedDocument;

/** What an agency's system signed is shown only once it was checked: until then it waits, and nobody is told of an attack. */
export const NOT_CHECKED_YET = 'SHARING.NOT_CHECKED_YET';
/** Another envelope lies where one was accepted before, or the same one under another id. */
export const ENVELOPE_CHANGED = 'SHARING.ENVELOPE_CHANGED';

/** It was found not to be what it says when it came in, or another of the same answer was: that was reported, and its agency owes it again. */
export const ANSWER_REJECTED = 'SHARING.ANSWER_REJECTED';

class NotAsAccepted extends Error {
  constructor(readonly code: typeof NOT_CHECKED_YET | typeof ENVELOPE_CHANGED | typeof ANSWER_REJECTED) {
    super(code);
  }
}

/** How envelopes are opened that have just come in, and were never accepted. */
export interface Arrival {
  readonly receivedAt: Date;
  /** Who must have sealed them, by the row they lie in. */
  readonly sealedBy?: SealedBy | undefined;
}

interface Opening {
  readonly enquiry: EnquiryRow;
  readonly unwrap: Unwrap;
  readonly verifierFor: SignerRegister;
  readonly arrival: Arrival | undefined;
  readonly accepted: readonly Accepted[];
  readonly rejected: ReadonlySet<string>;
}

type DocumentIds = OpenedDocument['ids'];

/** Opens envelopes of one enquiry, each in its own row only. A key is unwrapped once for a call, and forgotten with it. */
@Injectable()
export class EnvelopeOpener {
  constructor(
    private readonly keyStore: KeyStore,
    private readonly signers: Signers,
    private readonly accepted: AcceptedEnvelopeRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * The keys of these rows, and those that are the enquiry's own, to which all that is said of them is sealed (statements, rulings, reasons), each had
   * once. For whoever opens beside or in a transaction of their own: a key management service that hangs holds no transaction up then, and nobody
   * who waits for one.
   *
   * @param more ids of others that will be needed
   * @throws SealRefusal where no key is at hand, as `openAll`
   */
  async keysOf(
    rows: readonly EnvelopeToOpen[],
    { partnershipId, enquiryId }: EnquiryRow,
    more: readonly string[] = [],
  ): Promise<Unwrap> {
    const unwrap = keyRing(this.keyStore, { partnershipId, enquiryId });
    // A key that is refused is refused again where its envelope is opened.
    const have = (kids: readonly string[]) => Promise.all(kids.map((kid) => unwrap(kid).catch(throwPassing)));
    const ofRows = rows.map((row) => unwrap(row.sealed.kid, opensFor(row)).catch(throwPassing));
    await Promise.all([...ofRows, have(more), this.keyStore.kidsOf(enquiryId).then(have)]);
    return unwrap;
  }

  /**
   * @param arrival when they are checked on arrival; left out for what lies here already, of which a system's counts once it was accepted
   * @param unwrap the keys, where they were had already
   * @throws SealRefusal where no key is at hand: then nothing opens, and nothing is called refused that might be right. It passes (503; a reaction waits)
   */
  async openAll(
    rows: readonly EnvelopeToOpen[],
    enquiry: EnquiryRow,
    arrival?: Arrival,
    unwrap: Unwrap = keyRing(this.keyStore, enquiry),
  ): Promise<(Opened | NotOpened)[]> {
    const known = await this.known(rows, enquiry, arrival);
    const opening = { enquiry, unwrap, verifierFor: this.signers.forOneCall(), arrival, ...known };
    const tried = await Promise.all(rows.map((row) => this.open(row, opening).catch(refusalOf(row))));
    return arrival ? tried : this.withOwnIds(tried, opening);
  }

  /** What came of those that were checked when they came in. */
  private async known(
    rows: readonly EnvelopeToOpen[],
    enquiry: EnquiryRow,
    arrival: Arrival | undefined,
  ): Promise<Pick<Opening, 'accepted' | 'rejected'>> {
    const answerIds = answerIdsOf(rows);
    const [accepted, rejected] = await Promise.all([
      arrival ? [] : this.accepted.about([enquiry.contactId, ...answerIds]),
      arrival || answerIds.length === 0 ? new Set<string>() : this.accepted.rejectedOf(answerIds),
    ]);
    return { accepted, rejected };
  }

  private async open(row: EnvelopeToOpen, opening: Opening): Promise<Opened> {
    const { envelopeId, sealed } = row;
    const ids = expectedIds(row, opening.enquiry);
    const earlier = opening.accepted.find(isAbout(ids));
    if (earlier && !isAsAccepted(earlier, row)) throw new NotAsAccepted(ENVELOPE_CHANGED);
    const { verifierFor, arrival } = opening;
    const check = { isNeeded: false };
    // Asked only where the key has a term: an agency's, or one that the console had before.
    const receivedAt = ({ sealedAt, speaksFor }: SealerSays): Date => {
      if (speaksFor === 'people' && !isCheckedOnArrival(ids)) return sealedAt;
      check.isNeeded = true;
      return arrival?.receivedAt ?? earlier?.receivedAt ?? this.clock.now();
    };
    const by = arrival?.sealedBy && { sealedBy: arrival.sealedBy };
    const common = { privateKey: await opening.unwrap(sealed.kid, opensFor(row)), verifierFor, receivedAt, ...by };
    const opened = await openAs(envelopeId, ids, sealed.envelope, common);
    if (arrival || earlier) return opened;
    if (ids.typ === 'answer' && opening.rejected.has(ids.answerId)) throw new NotAsAccepted(ANSWER_REJECTED);
    if (check.isNeeded) throw new NotAsAccepted(NOT_CHECKED_YET);
    return opened;
  }

  /** Of several items that came under one id each is known by its own, and with the others of its agency. */
  private async withOwnIds(
    tried: readonly (Opened | NotOpened)[],
    { enquiry: { enquiryId }, accepted }: Opening,
  ): Promise<(Opened | NotOpened)[]> {
    const itemIds = [...new Set(tried.flatMap((one) => (one.kind === 'answer' ? itemIdsIn(one) : [])))];
    if (itemIds.length === 0) return [...tried];
    const copies = await this.accepted.copiesOf(enquiryId, itemIds);
    const known = async (one: Opened | NotOpened): Promise<Opened | NotOpened> =>
      one.kind === 'answer' ? withOwnItemIds(one, await this.repeatsIn(one, accepted), one.ids, copies) : one;
    return Promise.all(tried.map(known));
  }

  /** What a person answered is read before it was checked: its items are known as they will be once it is accepted. */
  private async repeatsIn(opened: OpenedAnswer, accepted: readonly Accepted[]): Promise<readonly string[]> {
    const earlier = accepted.find(isAbout(opened.ids));
    if (earlier !== undefined) return earlier.repeats ?? [];
    return this.accepted.repeatsIn(opened.ids.enquiryId, itemIdsIn(opened), opened.ids);
  }
}

const itemIdsIn = ({ facts }: OpenedAnswer): string[] => facts.items.map(({ itemId }) => itemId.toLowerCase());

/** What comes in with a contact may lie under the overflow key, and nothing else. */
const opensFor = ({ typ }: EnvelopeToOpen): KeyOpens =>
  typ === 'contact' || typ === 'caller' || typ === 'consent' ? 'what came in' : 'what is of the enquiry';

const answerIdsOf = (rows: readonly EnvelopeToOpen[]): string[] => [
  ...new Set(rows.flatMap(({ answerId }) => answerId ?? [])),
];

/** By the ids that are in its header and signed, unlike the id of the row, which is only what the caller says. */
const isAbout =
  (ids: EnvelopeIds) =>
  ({ aboutId, personId }: Accepted): boolean => {
    if (ids.typ === 'answer') return aboutId === ids.answerId && personId === ids.personId;
    return ids.typ === 'contact' && aboutId === ids.contactId;
  };

/** The id of the row is in no header and signed by nobody; but whatever was said of an answer since (that it is of the wrong person) names it. */
const isAsAccepted = (earlier: Accepted, { envelopeId, sealed }: EnvelopeToOpen): boolean =>
  earlier.envelopeId === envelopeId && earlier.sha256 === sha256Of(sealed.envelope);

/** What is known by its hash from its arrival on. Of the hub's own words nobody but their signer says when they were sealed. */
const isCheckedOnArrival = ({ typ }: EnvelopeIds): boolean => typ === 'answer' || typ === 'contact';

async function openAs(
  envelopeId: string,
  ids: EnvelopeIds,
  envelope: string,
  common: Omit<ToOpen<EnvelopeType>, 'expected'>,
): Promise<Opened> {
  if (ids.typ === 'answer') {
    const opened = await openEnvelope<'answer'>(envelope, { ...common, expected: ids });
    const { signerKid, facts, content } = opened;
    return { kind: 'answer', envelopeId, sealer: sealerOf(opened, ids), ids, signerKid, facts, content };
  }
  const expected = ids as DocumentIds;
  const opened = await openEnvelope<DocumentIds['typ']>(envelope, { ...common, expected });
  const { signerKid, content } = opened;
  return { kind: 'document', envelopeId, sealer: sealerOf(opened, ids), ids: expected, signerKid, content };
}

const sealerOf = (
  { sealedBy, sealedAt }: { sealedBy: { id: string }; sealedAt: string },
  { version }: { version: number },
): Sealer => ({ author: sealedBy.id, at: sealedAt, version });

function throwPassing(error: unknown): SealRefusal {
  if (!(error instanceof SealRefusal) || error.passing) throw error;
  return error;
}

const refusalOf =
  ({ envelopeId }: EnvelopeToOpen) =>
  (error: unknown): NotOpened => {
    const { code } = error instanceof NotAsAccepted ? error : throwPassing(error);
    return { kind: 'refused', envelopeId, code };
  };
