/** What the searches of an information governance officer go by. Taken out of the entry, and checked against it by the verifier. */
export interface SearchFields {
  readonly at: string;
  readonly service: string;
  readonly actorId: string;
  readonly actorKind: string;
  readonly agencyId: string | null;
  readonly action: string;
  readonly outcome: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly enquiryId: string | null;
  readonly personIds: readonly string[];
}

/** An entry that was understood: its event as canonical JSON. */
export interface ReadableEntry {
  readonly kind: 'entry';
  /** What makes it the same entry when it comes twice. */
  readonly identity: string;
  readonly content: string;
  readonly search: SearchFields;
}

/** Bytes on the audit topic that are no entry. They are sequenced as they came, in base64, and raise an alert. */
export interface OpaqueEntry {
  readonly kind: 'opaque';
  readonly identity: string;
  readonly content: string;
  readonly search: null;
}

export type Sequenceable = ReadableEntry | OpaqueEntry;
