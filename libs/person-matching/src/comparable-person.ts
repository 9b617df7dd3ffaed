/** A birth date as far as it is known; `approximate` where somebody guessed. */
export interface KnownBirthDate {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  readonly approximate?: boolean | undefined;
}

/** What the matcher reads of a person, mentioned or on record. Anything may be missing; nothing missing counts against a match. */
export interface ComparablePerson {
  readonly kind?: 'child' | 'unborn' | 'adult' | undefined;
  readonly forenames?: string | undefined;
  readonly surname?: string | undefined;
  readonly aliases?: readonly string[] | undefined;
  readonly birthDate?: KnownBirthDate | undefined;
  /** `YYYY-MM-DD`: when an unborn child is, or was, expected. */
  readonly expectedDate?: string | undefined;
  readonly sex?: string | undefined;
  readonly address?: { readonly lines?: string | undefined; readonly postcode?: string | undefined } | undefined;
  readonly nhsNumber?: string | undefined;
  readonly upn?: string | undefined;
}
