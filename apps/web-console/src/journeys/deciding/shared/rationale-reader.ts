import type { EnquiryView } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ServiceProblem } from '../../../api-clients/service-errors';
import type { Asker } from '../../../api-clients/service-http';
import { ReaderRelease } from '../../enquiry/shared';
import type { DecisionView } from './newest-decision';

/** A manager's reasons as they were sealed. */
export const RationaleContent = z.object({
  worried: z.string(),
  workingWell: z.string(),
  needsToHappen: z.string(),
  strategyReason: z.string().optional(),
  childReasons: z.array(z.object({ personId: z.string(), reason: z.string() })).default([]),
});
export type RationaleContent = z.infer<typeof RationaleContent>;

/** Opens the sealed reasons of a decision for whoever reads the page, through `sharing`, which writes the ledger first. */
@Injectable()
export class RationaleReader {
  constructor(private readonly release: ReaderRelease) {}

  /** Undefined where they may not be shown, or not now. @throws AuditIsDown */
  async read(
    asker: Asker,
    enquiry: EnquiryView,
    { decisionId, sealed }: DecisionView,
  ): Promise<RationaleContent | undefined> {
    const envelopes = [{ typ: 'decision', envelopeId: decisionId, version: 1, decisionId, sealed } as const];
    const items = await this.release.of(asker, enquiry, envelopes).catch((error: unknown) => {
      if (error instanceof ServiceProblem) return undefined;
      throw error;
    });
    const shown = items?.find(({ visibility }) => visibility === 'shown');
    return RationaleContent.safeParse(shown?.content).data;
  }
}
