import { parseDocument, visit, type Document } from 'yaml';
import type { z } from 'zod';
import { tableProblems } from '../rating/table-problems';
import { Pack } from '../schema/pack';
import { referenceProblems } from './reference-problems';

/** A pack that may be used, or everything that stands in its way. */
export type Publication =
  | { readonly published: true; readonly pack: Pack }
  | { readonly published: false; readonly problems: readonly string[] };

const refused = (problems: readonly string[]): Publication => ({ published: false, problems });

const issueWords = (issue: z.core.$ZodIssue): string => `${issue.path.join('.') || 'pack'}: ${issue.message}`;

/** Anchors and aliases are refused: what a person reads at a place is what stands there. */
function aliasesOf(document: Document): string[] {
  const found: string[] = [];
  visit(document, { Alias: (_key, alias) => void found.push(`yaml: alias *${alias.source} is not allowed`) });
  return found;
}

/**
 * Reads and checks a pack. Refused are: YAML that is not sound (a key twice, an unknown tag), anything the schema does not know, a
 * source that is not listed, a colour without its clock, a plan or letter that does not fit, a rating table with a gap or an overlap.
 */
export function publishPack(yamlText: string): Publication {
  const document = parseDocument(yamlText, { uniqueKeys: true, version: '1.2' });
  const unsound = [...document.errors, ...document.warnings].map(
    (error) => `yaml: ${error.message.split('\n')[0] ?? ''}`,
  );
  unsound.push(...(document.errors.length > 0 ? [] : aliasesOf(document)));
  if (unsound.length > 0) return refused(unsound);
  const parsed = Pack.safeParse(document.toJS());
  if (!parsed.success) return refused(parsed.error.issues.map(issueWords));
  const problems = [...tableProblems(parsed.data.rating), ...referenceProblems(parsed.data)];
  return problems.length > 0 ? refused(problems) : { published: true, pack: parsed.data };
}
