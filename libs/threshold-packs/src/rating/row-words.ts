import type { PackRating } from '../schema/rating-scheme';
import { NOT_KNOWN, type RatingInput } from '../schema/rating-input';
import type { RatingCondition, RatingRow } from '../schema/rating-row';

function valueWords(input: RatingInput, value: string | number): string {
  if (value === NOT_KNOWN) return 'not known';
  if (input.type === 'number') return String(value);
  return input.options.find((option) => option.value === value)?.label ?? String(value);
}

function conditionWords(input: RatingInput, condition: RatingCondition): string {
  if ('is' in condition) return valueWords(input, condition.is);
  if ('in' in condition) return condition.in.map((value) => valueWords(input, value)).join(' or ');
  if ('atLeast' in condition) return `${condition.atLeast} or more`;
  if ('atMost' in condition) return condition.atMost === 0 ? '0' : `${condition.atMost} or fewer`;
  return `${condition.between[0]} to ${condition.between[1]}`;
}

/** What a row asks for, in words: `Immediate danger: No; Domestic abuse: Medium or High`. */
export function rowWords(row: RatingRow, { inputs }: PackRating): string {
  return Object.entries(inputs)
    .flatMap(([id, input]) => {
      const condition = row.when[id];
      return condition ? [`${input.label}: ${conditionWords(input, condition)}`] : [];
    })
    .join('; ');
}
