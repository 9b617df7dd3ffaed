import type { Draft } from '@mash/contracts';

/** What a service keeps drafts of: only of results that it will own itself. */
export const DRAFT_KINDS = Symbol('DRAFT_KINDS');
export type DraftKinds = readonly Draft['kind'][];
