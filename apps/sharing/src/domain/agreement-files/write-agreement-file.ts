import type { AgreementContent, ExportFormat } from '@mash/contracts';
import { stringify } from 'yaml';
import { maisOfContent } from './mais-of-content';
import type { MaisRoot } from './mais-object';

/**
 * A version as a file that `readAgreementFile` reads back to the same version, whole.
 * @param root as which MAIS object; ours is the same for both
 */
export function writeAgreementFile(
  content: AgreementContent,
  format: ExportFormat,
  root: MaisRoot = 'SharingPolicy',
): string {
  if (format === 'mais') return `${JSON.stringify({ [root]: maisOfContent(content) }, null, 2)}\n`;
  return stringify(content, { version: '1.2', schema: 'core', lineWidth: 100, aliasDuplicateObjects: false });
}
