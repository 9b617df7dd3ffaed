import type { Review } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { ContactIntakeClient } from '../../api-clients/contact-intake.client';
import { ServiceDown, ServiceProblem } from '../../api-clients/service-errors';
import type { Asker } from '../../api-clients/service-http';
import { isHub } from '../enquiry/shared/is-hub';

/** Names for the people of some reviews. Hub staff may have them; a liaison officer is not told of whom until it is theirs to know. */
@Injectable()
export class ReviewNames {
  constructor(private readonly intake: ContactIntakeClient) {}

  async of(asker: Asker, reviews: readonly Review[]): Promise<ReadonlyMap<string, string>> {
    if (asker.person === undefined || !isHub(asker.person)) return new Map();
    const enquiryIds = [...new Set(reviews.map(({ enquiryId }) => enquiryId))].slice(0, 50);
    const rosters = await Promise.all(
      enquiryIds.map((enquiryId) => this.intake.roster(asker, enquiryId).catch(ifNone)),
    );
    return new Map(
      rosters.flatMap((roster) =>
        (roster?.people ?? []).map(({ personId, displayName }) => [personId, displayName] as const),
      ),
    );
  }
}

/** A page of decisions is shown without names rather than not at all. */
function ifNone(error: unknown): undefined {
  if (error instanceof ServiceDown || error instanceof ServiceProblem) return undefined;
  throw error;
}
