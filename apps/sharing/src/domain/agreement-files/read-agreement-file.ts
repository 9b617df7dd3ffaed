import { AgreementContent } from '@mash/contracts';
import { contentOfMais } from './content-of-mais';
import { documentOf, FileDocument } from './document-of';
import { faultsOf } from './faults-of';
import type { FileFault } from './file-fault';
import { MaisPolicy } from './mais-policy';

export type ReadFile =
  | { readonly ok: true; readonly content: AgreementContent }
  | { readonly ok: false; readonly faults: readonly FileFault[] };

const isMais = (value: unknown): boolean => typeof value === 'object' && value !== null && 'SharingPolicy' in value;

/** Reads an agreement out of a file: a MAIS sharing policy, or ours; YAML or JSON. All of it, or every fault with its line. */
export function readAgreementFile(text: string): ReadFile {
  const document = documentOf(text);
  if (!(document instanceof FileDocument)) return { ok: false, faults: document };
  if (isMais(document.value)) {
    const policy = MaisPolicy.safeParse(document.value);
    if (policy.success) return { ok: true, content: contentOfMais(policy.data) };
    return { ok: false, faults: faultsOf(policy.error, document) };
  }
  const content = AgreementContent.safeParse(document.value);
  return content.success
    ? { ok: true, content: content.data }
    : { ok: false, faults: faultsOf(content.error, document) };
}
