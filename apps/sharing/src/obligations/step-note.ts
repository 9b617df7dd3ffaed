import type { Sealed } from '@mash/contracts';
import { openEnvelope, readEnvelopeHeader, SealRefusal, type ToOpen } from '@mash/sealing';
import { fieldRefused } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { KeyStore } from '../keys/key-store';
import { Signers } from '../keys/signers';
import { whenSealed } from '../keys/when-sealed';

const Words = z.object({ words: z.string().trim().min(1) });

/** The step that a note belongs to, and who takes it. */
export interface StepPlace {
  readonly partnershipId: string;
  readonly enquiryId: string;
  readonly stepId: string;
  readonly authorId: string;
}

/** The note of what was done: it alone says how a task was done, so nothing counts as done under one that nobody could ever read. */
@Injectable()
export class StepNote {
  constructor(
    private readonly keyStore: KeyStore,
    private readonly signers: Signers,
  ) {}

  /**
   * Opens what came in once: sealed for this step, to a key of this enquiry, by this person, and it says something.
   * @throws CodedError SEAL.* (422); SealRefusal where no key is at hand: it passes (503)
   */
  async check(place: StepPlace, sealed: Sealed): Promise<void> {
    try {
      await this.wordsOf(place, sealed);
    } catch (error) {
      if (!(error instanceof SealRefusal) || error.passing) throw error;
      const message = 'The note is not sealed for this step by you, or says nothing: write it again.';
      throw fieldRefused(error.code, 'sealedNote', message);
    }
  }
  /**
   * Whether these are the words that were kept under this id: sealed again they are other bytes. Not where one of them does not open.
   * @throws SealRefusal where no key is at hand: it passes (503)
   */
  async isAsKept(place: StepPlace, kept: Sealed, sent: Sealed): Promise<boolean> {
    try {
      const [before, now] = [
        await this.wordsOf(place, kept, { receivedAt: whenSealed }),
        await this.wordsOf(place, sent),
      ];
      return before === now;
    } catch (error) {
      if (!(error instanceof SealRefusal) || error.passing) throw error;
      return false;
    }
  }

  private async wordsOf(
    { stepId: noteId, ...its }: StepPlace,
    { kid, envelope }: Sealed,
    when: Pick<ToOpen<'note'>, 'receivedAt'> = {},
  ): Promise<string> {
    const { partnershipId, enquiryId } = its;
    const expected = { typ: 'note', version: 1, ...its, noteId } as const;
    if (readEnvelopeHeader(envelope).kid !== kid) throw new SealRefusal('SEAL.HEADER_MISMATCH', ['kid']);
    const privateKey = await this.keyStore.privateKeyFor(kid, { partnershipId, enquiryId });
    const verifierFor = this.signers.find;
    const opened = { privateKey, expected, verifierFor, contentSchema: Words, ...when };
    return Words.parse((await openEnvelope<'note'>(envelope, opened)).content).words;
  }
}
