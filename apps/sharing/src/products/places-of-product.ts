import type { OpenedProduct } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { hubOf } from '../asking/line-matter';
import { SharingDesk } from '../asking/sharing-desk';
import type { ProtectedPlace, RedactionCode } from '../domain/decision';
import { personOnRoster } from '../domain/compose-question';
import { everyProtectedPlace, protectedPlacesAbout } from '../domain/protected-places';
import { documentFactsOf } from '../domain/release/document-facts-of';
import { productWithoutPlaces } from '../domain/release/product-without-places';
import type { Telling } from '../releases/judge-thing';
import type { Admitted } from '../releases/release-gate';
import type { OutwardProductRow } from './outward-product.repository';

/** What of a product is left out for whoever opens it because a place is protected, on today's facts. */
@Injectable()
export class PlacesOfProduct {
  constructor(private readonly desk: SharingDesk) {}

  /**
   * Nothing is kept: what may be read of the product at all was decided when it was made. Whoever is named on the enquiry reads every place of it.
   * @param telling how this reader is told what is in it
   */
  without(
    opened: OpenedProduct,
    product: Pick<OutwardProductRow, 'personIds'>,
    { telling, facts }: { readonly telling: Telling; readonly facts: Admitted['facts'] },
  ): OpenedProduct {
    const people = new Set([...product.personIds, ...opened.items.map(({ personId }) => personId)]);
    const { intake } = facts;
    const redactions = (personId: string, places: readonly ProtectedPlace[]) =>
      this.redactions(personId, places, telling, facts);
    const about = [...people].map((personId) => {
      const places = protectedPlacesAbout(intake, personOnRoster(intake, personId));
      return [personId, redactions(personId, places)] as const;
    });
    const ofAll = [...people].flatMap((personId) => redactions(personId, everyProtectedPlace(intake)));
    return productWithoutPlaces(opened, { ofAll, about: new Map(about) });
  }

  private redactions(
    personId: string,
    places: readonly ProtectedPlace[],
    { mode, audience, toAgencyId, purpose }: Telling,
    facts: Admitted['facts'],
  ): readonly RedactionCode[] {
    const { decision } = this.desk.decide(facts, {
      ...{ mode, fromAgencyId: hubOf(facts.bodies), toAgencyId, audience, personId, purpose },
      ...{ category: 'hub-summary', need: 'yes', text: 'same', width: 'named' },
      item: { ...documentFactsOf(places), release: 'released' },
    });
    return decision.redactions;
  }
}
