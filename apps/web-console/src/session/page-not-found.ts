/** What one may not know of reads like a typo in the address: the same page, the same words. */
export class PageNotFound extends Error {
  override readonly name = 'PageNotFound';
}
