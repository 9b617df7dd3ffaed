import { ConsentWords, type Sealed } from '@mash/contracts';
import { openEnvelope, SealRefusal } from '@mash/sealing';
import { CodedError } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { KeyStore } from '../keys/key-store';
import { Signers } from '../keys/signers';
import { whenSealed } from '../keys/when-sealed';

/** Whose statement the words belong to: what the envelope's header must say. */
export interface WordsOf {
  readonly partnershipId: string;
  readonly enquiryId: string;
  readonly statementId: string;
  readonly authorId: string;
}

const refused = (code: string): CodedError =>
  new CodedError('CONSENT.WORDS_REFUSED', 422, 'The words do not belong to this statement, or cannot be read.', [
    { field: 'sealedWords', code, message: 'Seal the words again' },
  ]);

/** Opens the words of a statement in this service's memory: to see that they are readable before they are kept, and whether two are the same. */
@Injectable()
export class ConsentWordsOpener {
  constructor(
    private readonly keyStore: KeyStore,
    private readonly signers: Signers,
  ) {}

  /** @throws CodedError CONSENT.WORDS_REFUSED (422); SealRefusal where no key is at hand: it passes (503) */
  async open({ kid, envelope }: Sealed, { statementId, ...its }: WordsOf): Promise<ConsentWords> {
    const { partnershipId, enquiryId } = its;
    try {
      const privateKey = await this.keyStore.privateKeyFor(kid, { partnershipId, enquiryId }, 'what came in');
      const expected = { typ: 'note', version: 1, ...its, noteId: statementId } as const;
      const opened = await openEnvelope<'note'>(envelope, {
        privateKey,
        expected,
        verifierFor: this.signers.find,
        receivedAt: whenSealed,
      });
      const words = ConsentWords.safeParse(opened.content);
      if (!words.success) throw refused('unreadable');
      return words.data;
    } catch (error) {
      if (!(error instanceof SealRefusal) || error.passing) throw error;
      throw refused(error.code);
    }
  }
}
