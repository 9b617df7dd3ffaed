/** Logged for an operator, and never thrown: which rows they are stands in the result of the check, which has its readers. */
export class RowsDiffer extends Error {
  override readonly name = 'RowsDiffer';
  readonly code = 'SHARING.ROWS_DIFFER';

  constructor() {
    super('SHARING.ROWS_DIFFER');
  }
}
