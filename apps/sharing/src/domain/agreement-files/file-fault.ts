/** What is wrong with a file, and where. Values are never repeated. */
export interface FileFault {
  /** From 1. */
  readonly line: number;
  /** Path in the file: `lines.2.effect`; empty for the whole of it. */
  readonly field: string;
  readonly code: string;
  readonly message: string;
}
