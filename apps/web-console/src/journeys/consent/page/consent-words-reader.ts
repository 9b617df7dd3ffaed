import { ConsentWords, newId, type ConsentView, type EnquiryView } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { ServiceDown } from '../../../api-clients/service-errors';
import type { Asker } from '../../../api-clients/service-http';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import { purposeOf } from '../../enquiry/shared/purpose-of';

/** The words sealed with each statement, by statement: opened in one release, in the ledger first. */
@Injectable()
export class ConsentWordsReader {
  constructor(
    private readonly sharing: SharingClient,
    private readonly clock: Clock,
  ) {}

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
    if (envelopes.length === 0) return new Map();
    const releaseId = newId(this.clock.now().getTime());
    const { enquiryId } = enquiry;
    try {
      const { items } = await this.sharing.release(asker, {
        ...{ releaseId, enquiryId, mode: 'content', purpose: purposeOf(enquiry), envelopes },
      });
      return new Map(
        items.flatMap(({ envelopeId, visibility, content }) => {
          const words = visibility === 'shown' ? ConsentWords.safeParse(content).data : undefined;
          return words === undefined ? [] : [[envelopeId, words] as const];
        }),
      );
    } catch (error) {
      if (!(error instanceof ServiceDown)) throw error;
      return new Map();
    }
  }
}
