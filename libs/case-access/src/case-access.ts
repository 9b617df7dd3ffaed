/** Who may see the work on one enquiry, as the policies read it. */
export interface CaseAccess {
  readonly restricted: boolean;
  readonly namedAccess: string[];
  readonly conflicts: string[];
}
