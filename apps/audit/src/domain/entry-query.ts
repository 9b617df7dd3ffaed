/** What an information governance officer may search by. All that is given has to hold. */
export interface EntryQuery {
  readonly enquiryId?: string | undefined;
  readonly personId?: string | undefined;
  /** Other ids of that person, each in the enquiry in which it stood for them. */
  readonly formerly?: readonly { readonly enquiryId: string; readonly personId: string }[] | undefined;
  readonly actorId?: string | undefined;
  /** First instant, included. */
  readonly from?: string | undefined;
  /** Last instant, not included. */
  readonly to?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}
