import type { OpenedProduct } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { hubOf } from '../asking/line-matter';
import { SharingDesk } from '../asking/sharing-desk';
import type { RedactionCode } from '../domain/decision';
import { personOnRoster } from '../domain/compose-question';
import { protectedPlacesAbout } from '../domain/protected-places';
import { documentFactsOf } from '../domain/release/document-facts-of';
import { productWithoutPlaces } from '../domain/release/product-without-places';
import type { Admitted } from '../releases/release-gate';
import type { OutwardProductRow } from './outward-product.repository';

/** What of a product is left out for whoever opens it because a place is protected, on today's facts. */
@Injectable()
export class PlacesOfProduct {
  constructor(private readonly desk: SharingDesk) {}

  /** Nothing is kept: what may be read of the product at all was decided when it was made. */
  without(opened: OpenedProduct, product: OutwardProductRow, { facts }: Pick<Admitted, 'facts'>): OpenedProduct {
    const people = new Set([...product.personIds, ...opened.items.map(({ personId }) => personId)]);
    const redactionsOf = [...people].map((personId) => [personId, this.redactions(personId, product, facts)] as const);
    return productWithoutPlaces(opened, new Map(redactionsOf));
  }

  private redactions(
    personId: string,
    { audience, toAgencyId, purpose }: OutwardProductRow,
    facts: Admitted['facts'],
  ): readonly RedactionCode[] {
    const places = protectedPlacesAbout(facts.intake, personOnRoster(facts.intake, personId));
    const { decision } = this.desk.decide(facts, {
      ...{ mode: 'onward', fromAgencyId: hubOf(facts.bodies), toAgencyId, audience, personId, purpose },
      ...{ category: 'hub-summary', need: 'yes', text: 'same', width: 'named' },
      item: { ...documentFactsOf(places), release: 'released' },
    });
    return decision.redactions;
  }
}
