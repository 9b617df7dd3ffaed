import { LETTER_FIELDS } from '../schema/letter';
import type { Pack } from '../schema/pack';

const KINDS = ['acknowledgement', 'full', 'limited', 'receipt_only'] as const;

/** Every kind of letter once; only known fields between braces; what may not be told is in no letter that may not tell it. */
export function letterProblems({ letters }: Pack): string[] {
  const kinds = letters.map(({ kind }) => kind);
  const problems: string[] = KINDS.filter((kind) => kinds.filter((given) => given === kind).length !== 1).map(
    (kind) => `letters: there must be one letter of kind ${kind}`,
  );
  for (const { kind, subject, paragraphs } of letters) {
    const fields = [subject, ...paragraphs].flatMap((text) =>
      [...text.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? ''),
    );
    const unknown = fields.filter((field) => !LETTER_FIELDS.some((known) => known === field));
    problems.push(...unknown.map((field) => `letters: ${kind} has an unknown field {${field}}`));
    const tellsOutcome = fields.some((field) => field === 'outcome' || field === 'yourPart');
    if (kind !== 'full' && kind !== 'limited' && tellsOutcome)
      problems.push(`letters: ${kind} may not tell the outcome`);
    if (/\{/.test(subject.replace('{reference}', '')))
      problems.push(`letters: ${kind} has more than a reference in its subject`);
  }
  return problems;
}
