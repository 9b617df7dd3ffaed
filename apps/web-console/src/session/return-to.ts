const ELSEWHERE = /[\\\s]|^\/\//;

/** Where to go after sign-in: a path of ours or, for anything else, the start page. Never another site. */
export function safeReturnTo(wanted: unknown): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || ELSEWHERE.test(wanted) || wanted.length > 500)
    return '/';
  return wanted.startsWith('/sign-') ? '/' : wanted;
}
