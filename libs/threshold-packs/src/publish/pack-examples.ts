import { Colour } from '@mash/contracts';
import { parse } from 'yaml';
import { z } from 'zod';
import { proposeRating } from '../rating/propose-rating';
import type { Pack } from '../schema/pack';

const Facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** A worked case: facts (those left out are the file's `usually`), and what the table must make of them. */
const PackExample = z
  .strictObject({
    name: z.string().min(10),
    facts: Facts,
    proposes: z.strictObject({ colour: Colour, row: z.string() }).optional(),
    needs: z.array(z.string()).min(1).optional().describe('Input ids that the table still needs'),
  })
  .refine(({ proposes, needs }) => (proposes === undefined) !== (needs === undefined), {
    message: 'an example either proposes or needs',
  });

/** The worked cases of a pack, agreed with those who own its thresholds. */
export const PackExamples = z.strictObject({
  pack: z.string(),
  version: z.string(),
  usually: Facts.describe('Facts that hold in each example unless it says otherwise'),
  examples: z.array(PackExample).min(1),
});
export type PackExamples = z.infer<typeof PackExamples>;

/** @throws ZodError or YAMLParseError where the file is no list of examples */
export const readExamples = (yamlText: string): PackExamples => PackExamples.parse(parse(yamlText));

/** @returns for each example that the pack does not bear out, what came instead; and each row that no example reaches. */
export function exampleProblems(pack: Pack, { usually, examples }: PackExamples): string[] {
  const reached = new Set<string>();
  const wrong = examples.flatMap(({ name, facts, proposes, needs }) => {
    const proposal = proposeRating(pack, { ...usually, ...facts });
    if (proposal.kind === 'proposed') reached.add(proposal.row);
    const got =
      proposal.kind === 'proposed' ? `${proposal.colour} by ${proposal.row}` : `needs ${proposal.inputs.join(', ')}`;
    const expected = proposes ? `${proposes.colour} by ${proposes.row}` : `needs ${needs?.join(', ') ?? ''}`;
    return got === expected ? [] : [`"${name}": expected ${expected}, got ${got}`];
  });
  const unreached = pack.rating.rows
    .filter(({ id }) => !reached.has(id))
    .map(({ id }) => `no example reaches row ${id}`);
  return [...wrong, ...unreached];
}
