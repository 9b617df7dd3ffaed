import type { OwnPost } from '../session/held-post';
import { unsentPage, type UnsentView } from './unsent-page';

/** What somebody wrote before the draft was saved that a page shows. Nothing takes it in: it stands beside the draft, until they discard it. */
export interface OlderWords extends Pick<UnsentView, 'pressedAt' | 'written' | 'chosen'> {
  /** Undefined where it is kept nowhere. */
  readonly heldId?: string | undefined;
}

/** @param html the page of the draft, in whose words it is shown what was chosen */
export function olderWords(post: OwnPost & { readonly id?: string }, html: string): OlderWords {
  const { pressedAt, written, chosen } = unsentPage(post, html).view;
  return { pressedAt, written, chosen, heldId: post.id };
}
