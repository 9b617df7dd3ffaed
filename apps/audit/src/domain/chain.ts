import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json';

/** What is hashed of one link. Everything that the log states of an entry is in it. */
export interface Link {
  readonly partnershipId: string;
  /** 1, 2, 3 ... without a gap, in each partnership. */
  readonly seq: number;
  readonly kind: 'entry' | 'opaque';
  readonly identity: string;
  readonly content: string;
  /** When the log took it in (UTC, milliseconds). */
  readonly sequencedAt: string;
  /** Hash of the link before, 64 hex digits. */
  readonly prev: string;
}

/** What comes before the first link of every chain. */
export const GENESIS = '0'.repeat(64);

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** SHA-256 over the canonical JSON of the link, its content by its own hash; 64 hex digits. */
export function hashOf({ content, ...link }: Link): string {
  return sha256(canonicalJson({ v: 1, ...link, content: sha256(content) }));
}
