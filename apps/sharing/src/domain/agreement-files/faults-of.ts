import type { z } from 'zod';
import type { FileFault } from './file-fault';
import { lineOf, type LinesOfFile } from './lines-of-file';

const fieldOf = (path: readonly PropertyKey[]): string => path.map(String).join('.');

/** What a schema refuses, each with line and field. */
export function faultsOf(error: z.ZodError, lines: LinesOfFile): FileFault[] {
  return error.issues.flatMap((issue): FileFault[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => {
        const path = [...issue.path, key];
        return {
          line: lineOf(lines, path),
          field: fieldOf(path),
          code: 'unknown_field',
          message: 'There is no such field',
        };
      });
    return [{ line: lineOf(lines, issue.path), field: fieldOf(issue.path), code: issue.code, message: issue.message }];
  });
}
