/** Nobody is signed in, or the session has ended: the visitor is led to sign-in and back. */
export class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn';
}
