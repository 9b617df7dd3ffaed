import type { KeyBinding } from './key-encryption';

/** One text for one binding, authenticated with the wrapped key: a JSON array, so that no two bindings can run into each other. */
export function boundTo({ kid, partnershipId, enquiryId }: KeyBinding): string {
  return JSON.stringify(['mash-wrapped-key', kid, partnershipId, enquiryId]);
}
