import { DraftAgreement, type AgreementContent, type AgreementFinding } from '@mash/contracts';
import type { z } from 'zod';
import { contentOfMais } from './content-of-mais';
import { documentOf, FileDocument } from './document-of';
import { faultsOf } from './faults-of';
import type { FileFault } from './file-fault';
import { MAIS_ROOTS, maisFile } from './mais-object';
import { maisPathOf } from './mais-path-of';

export type ReadFile =
  | {
      readonly ok: true;
      readonly content: AgreementContent;
      /** Where something that the register check finds stands in this file. */
      readonly faultOf: (finding: AgreementFinding) => FileFault;
    }
  | { readonly ok: false; readonly faults: readonly FileFault[] };

/** Reads an agreement out of a file: a MAIS sharing policy or request, or ours; YAML or JSON. All of it, or every fault with its line. */
export function readAgreementFile(text: string): ReadFile {
  const document = documentOf(text);
  if (!(document instanceof FileDocument)) return { ok: false, faults: document };
  const { value } = document;
  const root = MAIS_ROOTS.find((one) => typeof value === 'object' && value !== null && one in value);
  if (root === undefined) return readContent(value, document, (field) => field.split('.'));
  const file = maisFile(root).safeParse(value);
  if (!file.success) return faulty(file.error, document);
  const content = contentOfMais(file.data[root]);
  return readContent(content, document, (field) => maisPathOf(field, content, root));
}

/** @param pathOf where a field of the version stands in the file */
function readContent(value: unknown, document: FileDocument, pathOf: (field: string) => readonly string[]): ReadFile {
  const content = DraftAgreement.safeParse(value);
  if (!content.success) return faulty(content.error, document);
  const faultOf = ({ field, code, message }: AgreementFinding): FileFault => {
    const path = pathOf(field);
    return { line: document.lineOf(path), field: path.join('.'), code, message };
  };
  return { ok: true, content: content.data, faultOf };
}

const faulty = (error: z.ZodError, document: FileDocument): ReadFile => ({
  ok: false,
  faults: faultsOf(error, document),
});
