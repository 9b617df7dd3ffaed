/** One thing wrong with one field of what was sent: `people.0.birthDate`, a stable code and words that say what to do. */
export interface Fault {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}
