import type { EnvelopeToOpen } from '@mash/contracts';
import {
  openEnvelope,
  SealRefusal,
  type AnswerContent,
  type AnswerFacts,
  type EnvelopeIdsOf,
  type LooseRecord,
} from '@mash/sealing';
import { CodedError } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { keyRing, type Unwrap } from '../keys/key-ring';
import { KeyStore } from '../keys/key-store';
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
  readonly facts: AnswerFacts;
  readonly content: AnswerContent;
}
export interface OpenedDocument {
  readonly kind: 'document';
  readonly envelopeId: string;
  readonly sealer: Sealer;
  readonly ids: EnvelopeIdsOf<Exclude<EnvelopeToOpen['typ'], 'answer'>>;
  readonly content: LooseRecord;
}
export interface NotOpened {
  readonly kind: 'refused';
  readonly envelopeId: string;
  readonly code: string;
}
export type Opened = OpenedAnswer | OpenedDocument;

type DocumentIds = OpenedDocument['ids'];

/** Opens envelopes of one enquiry, each in its own row only. A key is unwrapped once for a call, and forgotten with it. */
@Injectable()
export class EnvelopeOpener {
  constructor(
    private readonly keyStore: KeyStore,
    private readonly signers: Signers,
  ) {}

  /** @throws CodedError SEAL.KEK_MISSING, SEAL.KMS_UNREACHABLE (503): then nothing opens, and nothing is called refused that might be right */
  async openAll(rows: readonly EnvelopeToOpen[], enquiry: EnquiryRow): Promise<(Opened | NotOpened)[]> {
    const { partnershipId, enquiryId } = enquiry;
    const unwrap = keyRing(this.keyStore, { partnershipId, enquiryId });
    return Promise.all(rows.map((row) => this.open(row, enquiry, unwrap).catch(refusalOf(row))));
  }

  private async open(row: EnvelopeToOpen, enquiry: EnquiryRow, unwrap: Unwrap): Promise<Opened> {
    const { envelopeId, sealed } = row;
    const ids = expectedIds(row, enquiry);
    const privateKey = await unwrap(sealed.kid);
    const verifierFor = this.signers.find;
    if (ids.typ === 'answer') {
      const opened = await openEnvelope<'answer'>(sealed.envelope, { privateKey, expected: ids, verifierFor });
      const { facts, content } = opened;
      return { kind: 'answer', envelopeId, sealer: sealerOf(opened, ids), ids, facts, content };
    }
    const expected = ids as DocumentIds;
    const opened = await openEnvelope<DocumentIds['typ']>(sealed.envelope, { privateKey, expected, verifierFor });
    return { kind: 'document', envelopeId, sealer: sealerOf(opened, ids), ids: expected, content: opened.content };
  }
}

const sealerOf = (
  { sealedBy, sealedAt }: { sealedBy: { id: string }; sealedAt: string },
  { version }: { version: number },
): Sealer => ({ author: sealedBy.id, at: sealedAt, version });

const refusalOf =
  ({ envelopeId }: EnvelopeToOpen) =>
  (error: unknown): NotOpened => {
    if (!(error instanceof SealRefusal)) throw error;
    if (error.passing)
      throw new CodedError(error.code, 503, 'Nothing can be opened at the moment: a key is missing here.');
    return { kind: 'refused', envelopeId, code: error.code };
  };
