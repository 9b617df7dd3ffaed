export type { ComparablePerson, KnownBirthDate } from './comparable-person';
export {
  formatNhsNumber,
  isValidNhsNumber,
  nhsNumberFault,
  normaliseNhsNumber,
  type NhsNumberFault,
} from './identifiers/nhs-number';
export { normalisePostcode } from './identifiers/postcode';
export { formatUpn, isTemporaryUpn, isValidUpn, normaliseUpn, upnFault, type UpnFault } from './identifiers/upn';
export { jaroWinkler } from './names/jaro-winkler';
export { nameParts, normaliseName } from './names/normalise-name';
export { phoneticKey } from './names/phonetic-key';
export type { MatchBand } from './scoring/band-of';
export { blockingKeys } from './scoring/blocking-keys';
export { comparePeople, type Comparison, type MatchReason } from './scoring/compare-people';
export type { Agreement, MatchField } from './scoring/finding';
export { MATCH_BANDS, MATCH_WEIGHTS } from './scoring/match-weights';
