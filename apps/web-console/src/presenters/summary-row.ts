/** A row of `macros/summary.njk`. A gap is as loud as a fact: it is drawn with a dashed border. */
export interface SummaryRow {
  readonly key: string;
  readonly value: string;
  /** Address of the page where it can be changed. */
  readonly change?: string;
  readonly isGap?: boolean;
}
