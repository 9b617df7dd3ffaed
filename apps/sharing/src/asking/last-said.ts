import { personOnRoster, thresholdCode } from '../domain/compose-question';
import { whoseConsents } from '../domain/consent/whose-consent';
import type { LastSaid, StatedOf } from '../domain/consent/yeses-that-stand';
import type { EnquiryFacts } from './enquiry-facts';

const later = (one: Date | undefined, other: Date): Date => (one === undefined || other > one ? other : one);

/** When somebody last said something of what decides about this person: of the consent by which they are decided, and of what is on record of whose it is. */
export function lastSaidOf(facts: EnquiryFacts, personId: string): LastSaid {
  const { consents, intake, decision } = facts;
  const ids = [personOnRoster(intake, personId)?.personId ?? personId, ...whoseConsents(facts, personId)];
  const ofConsent = consents.filter((one) => ids.includes(one.personId)).map(({ recordedAt }) => recordedAt);
  const stated: Partial<Record<StatedOf, Date>> = {};
  for (const id of ids)
    for (const { fact, at, recordedAt = at } of personOnRoster(intake, id)?.stated ?? [])
      stated[fact] = later(stated[fact], new Date(recordedAt));
  return {
    consent: ofConsent.reduce<Date | undefined>(later, undefined),
    stated,
    threshold: thresholdCode(decision.threshold),
  };
}
