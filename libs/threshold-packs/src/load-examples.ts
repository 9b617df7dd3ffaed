import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readExamples, type PackExamples } from './publish/pack-examples';

/** The worked cases of a shipped pack. */
export function loadExamples(packId: string): PackExamples {
  return readExamples(readFileSync(join(__dirname, '..', 'packs', packId, 'examples.yaml'), 'utf8'));
}
