import type { z } from 'zod';
import type { FileDocument } from './document-of';
import type { FileFault } from './file-fault';

const fieldOf = (path: readonly PropertyKey[]): string => path.map(String).join('.');

/** What a schema refuses, each with line and field. */
export function faultsOf(error: z.ZodError, document: FileDocument): FileFault[] {
  return error.issues.flatMap((issue): FileFault[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => {
        const path = [...issue.path, key];
        return {
          line: document.lineOf(path),
          field: fieldOf(path),
          code: 'unknown_field',
          message: 'There is no such field',
        };
      });
    return [
      { line: document.lineOf(issue.path), field: fieldOf(issue.path), code: issue.code, message: issue.message },
    ];
  });
}
