import { DraftAgreement, type AgreementContent, type AgreementFinding } from '@mash/contracts';
import { contentOfMais } from './content-of-mais';
import { documentOf, FileDocument } from './document-of';
import { faultsOf } from './faults-of';
import type { FileFault } from './file-fault';
import { lineOf, type LinesOfFile } from './lines-of-file';
import { MAIS_ROOTS, maisFile, type MaisRoot } from './mais-object';
import { maisPathOf } from './mais-path-of';

/** A file that holds an agreement, and where everything stands in it. Plain data: it was read in a thread of its own. */
export interface AgreementInFile {
  readonly content: AgreementContent;
  /** The MAIS object that it is; undefined where it is in our own form. */
  readonly root: MaisRoot | undefined;
  readonly lines: LinesOfFile;
}

export type ReadFile =
  ({ readonly ok: true } & AgreementInFile) | { readonly ok: false; readonly faults: readonly FileFault[] };

/** Most faults that are told at once. */
export const MOST_FAULTS = 50;

/** Reads an agreement out of a file: a MAIS sharing policy or request, or ours; YAML or JSON. All of it, or its first faults with their lines. */
export function readAgreementFile(text: string): ReadFile {
  const document = documentOf(text);
  if (!(document instanceof FileDocument)) return faulty(document);
  const { value } = document;
  const root = MAIS_ROOTS.find((one) => typeof value === 'object' && value !== null && one in value);
  if (root === undefined) return readContent(value, document, undefined);
  const file = maisFile(root).safeParse(value);
  if (!file.success) return faulty(faultsOf(file.error, document.lines()));
  return readContent(contentOfMais(file.data[root]), document, root);
}

function readContent(value: unknown, document: FileDocument, root: MaisRoot | undefined): ReadFile {
  const content = DraftAgreement.safeParse(value);
  if (!content.success) return faulty(faultsOf(content.error, document.lines()));
  return { ok: true, content: content.data, root, lines: document.lines() };
}

/** Cut where the file is read, in a thread of its own: all that a bad file of this size may hold would hold everybody else up on its way out. */
const faulty = (faults: readonly FileFault[]): ReadFile => ({ ok: false, faults: faults.slice(0, MOST_FAULTS) });

/** Where something that the register check finds stands in the file. */
export function faultInFile({ content, root, lines }: AgreementInFile, finding: AgreementFinding): FileFault {
  const { field, code, message } = finding;
  const path = root === undefined ? field.split('.') : maisPathOf(field, content, root);
  return { line: lineOf(lines, path), field: path.join('.'), code, message };
}
