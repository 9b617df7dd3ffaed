import { ConsentWords, type ConsentView, type EnquiryView } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import type { Asker } from '../../../api-clients/service-http';
import { ReaderRelease } from '../../enquiry/shared';

/** The words sealed with each statement, by statement: opened in one release, in the ledger first. */
@Injectable()
export class ConsentWordsReader {
  constructor(private readonly release: ReaderRelease) {}

  /** Statements whose words are not there, withheld or not readable have none here. @throws AuditIsDown */
  async read(
    asker: Asker,
    enquiry: EnquiryView,
    statements: readonly ConsentView[],
  ): Promise<ReadonlyMap<string, ConsentWords>> {
    const envelopes = statements.flatMap(({ statementId, recordedBy, sealed, sealedAs = 'note' }) => {
      if (sealed === undefined) return [];
      const its = { typ: sealedAs, envelopeId: statementId, version: 1, noteId: statementId, sealed } as const;
      return [sealedAs === 'note' ? { ...its, authorId: recordedBy } : its];
    });
    const items = (await this.release.of(asker, enquiry, envelopes)) ?? [];
    return new Map(
      items.flatMap(({ envelopeId, visibility, content }) => {
        const words = visibility === 'shown' ? ConsentWords.safeParse(content).data : undefined;
        return words === undefined ? [] : [[envelopeId, words] as const];
      }),
    );
  }
}
