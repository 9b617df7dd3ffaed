import type { Sealed } from '@mash/contracts';
import { openEnvelope, readEnvelopeHeader, SealRefusal, type ToOpen } from '@mash/sealing';
import { CodedError } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnopenableEnvelopes } from '../envelopes/unopenable-envelopes';
import { KeyRepository } from '../keys/key.repository';
import { KeyStore } from '../keys/key-store';
import { Signers } from '../keys/signers';
import { whenSealed } from '../keys/when-sealed';

const Written = z.object({ reason: z.string().trim().min(1).max(2000) });

/** The row that a reason belongs to: it opens in that place only. */
export interface ReasonPlace {
  readonly partnershipId: string;
  readonly enquiryId: string;
  /** Id of the hold, the erasure, or the statement whose ground somebody decides about. */
  readonly noteId: string;
  readonly authorId: string;
  /** 1 why it was placed, asked for or decided, 2 why it was lifted. */
  readonly version: number;
}

/** Neither where the keys are destroyed. */
export interface ReadReason {
  readonly words?: string;
  /** Somebody else wrote where it lies. That is reported. */
  readonly doesNotOpen?: true;
}

/** Reasons of information governance, sealed to the enquiry's own key: they go when the enquiry goes, and nobody finds them in a backup. */
@Injectable()
export class WrittenReason {
  constructor(
    private readonly keys: KeyRepository,
    private readonly keyStore: KeyStore,
    private readonly signers: Signers,
    private readonly unopenable: UnopenableEnvelopes,
  ) {}

  /** Opens what came in once, so that nothing is kept that will not open later. @throws CodedError SEAL.* (422), (503) where no key is at hand */
  async check(place: ReasonPlace, sealed: Sealed): Promise<void> {
    const bound = await this.keys.boundTo(place.enquiryId);
    try {
      if (bound?.kid !== sealed.kid || readEnvelopeHeader(sealed.envelope).kid !== sealed.kid)
        throw new SealRefusal('SEAL.WRONG_KEY', ['kid']);
      await this.open(place, sealed);
    } catch (error) {
      if (!(error instanceof SealRefusal) || error.passing) throw error;
      throw new CodedError(error.code, 422, 'The reason is not sealed as the reason for this.', [
        { field: 'sealedReason', code: error.code, message: 'Write the reason again' },
      ]);
    }
  }

  /**
   * Whether these are the words that were kept under this id: sealed again they are other bytes. Not where what was kept does not open.
   * @throws as `check` of what was sent
   */
  async isAsKept(place: ReasonPlace, kept: Sealed, sent: Sealed): Promise<boolean> {
    await this.check(place, sent);
    const [before, now] = await Promise.all([this.read(place, kept), this.read(place, sent)]);
    return before.words !== undefined && before.words === now.words;
  }

  /** The words, or that they do not open. @throws SealRefusal where no key is at hand: it passes (503) */
  async read(place: ReasonPlace, sealed: Sealed): Promise<ReadReason> {
    const { partnershipId, enquiryId, noteId: envelopeId } = place;
    try {
      return { words: await this.open(place, sealed, { receivedAt: whenSealed }) };
    } catch (error) {
      const found = { partnershipId, enquiryId, place: 'note', envelopeId, envelope: sealed.envelope } as const;
      return this.unopenable.isForged(error, found) ? { doesNotOpen: true } : {};
    }
  }

  private async open(
    { noteId, authorId, version, partnershipId, enquiryId }: ReasonPlace,
    sealed: Sealed,
    its: Pick<ToOpen<'note'>, 'receivedAt'> = {},
  ): Promise<string> {
    const privateKey = await this.keyStore.privateKeyFor(sealed.kid, { partnershipId, enquiryId });
    const expected = { typ: 'note', version, partnershipId, enquiryId, noteId, authorId } as const;
    const verifierFor = this.signers.find;
    const opened = await openEnvelope<'note'>(sealed.envelope, {
      privateKey,
      expected,
      verifierFor,
      contentSchema: Written,
      ...its,
    });
    return Written.parse(opened.content).reason;
  }
}
