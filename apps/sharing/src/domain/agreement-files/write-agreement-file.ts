import type { AgreementContent, ExportFormat } from '@mash/contracts';
import { stringify } from 'yaml';
import { maisOfContent } from './mais-of-content';

/** A version as a file that `readAgreementFile` reads back to the same version, whole. */
export function writeAgreementFile(content: AgreementContent, format: ExportFormat): string {
  if (format === 'mais') return `${JSON.stringify(maisOfContent(content), null, 2)}\n`;
  return stringify(content, { version: '1.2', schema: 'core', lineWidth: 100, aliasDuplicateObjects: false });
}
