import 'express-session';

/** A sign-in that has begun and not come back yet. Nothing in it is about a person. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly returnTo: string;
  /** The person who is signed in has to prove once more who they are: nobody else's sign-in counts. */
  readonly again?: true;
}

declare module 'express-session' {
  interface SessionData {
    pending?: PendingSignIn;
    /** `SessionSecrets`, encrypted (see session-secrets.ts). */
    sealed?: string;
  }
}
