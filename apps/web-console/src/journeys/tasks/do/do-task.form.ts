import { NotSoughtGround, type CompleteObligation } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import type { Option } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';

type Ground = NonNullable<CompleteObligation['ground']>;

/** Rule book section 6, for not telling the parent yet. Another ground needs a manager first, and is not offered here. */
export const TELLING_GROUNDS: readonly Option<Ground>[] = [
  { value: 'NS_HARM', text: 'Telling would raise the risk of significant harm' },
  { value: 'NS_OTHER', text: 'Telling would endanger someone else' },
  { value: 'NS_CRIME', text: 'Telling would obstruct an investigation, as its officer says' },
  { value: 'NS_DELAY', text: 'The time it takes would harm' },
  { value: 'NS_CONTACT', text: 'Two tries by two means failed' },
  { value: 'NS_CANNOT', text: 'Nobody can be told for them' },
];

export interface TaskDone extends Pick<CompleteObligation, 'outcome' | 'keptFromFamily'> {
  readonly ground?: Ground;
  readonly note: string;
}

const MOST = 4000;

/**
 * What was done; or on what ground the parent is not told for now.
 * @param its.mayGiveGround whether this task knows grounds
 * @param its.keeps whether something must be kept from the family
 */
export function readTaskDone(
  posted: Posted,
  { mayGiveGround, keeps }: { mayGiveGround: boolean; keeps: boolean },
): { done?: TaskDone; errors: FieldError[] } {
  const outcome = mayGiveGround ? posted.choice('outcome', ['done', 'ground']) : 'done';
  const ground = posted.choice('ground', NotSoughtGround.exclude(['NS_TEXT']).options);
  const note = posted.optional('note');
  const wasKept = posted.choice('keptFromFamily', ['yes']) === 'yes';
  const errors: FieldError[] = [
    ...(outcome === undefined ? [{ field: 'outcome', text: 'Say whether they were told' }] : []),
    ...(outcome === 'ground' && ground === undefined ? [{ field: 'ground', text: 'Choose the ground' }] : []),
    ...(keeps && outcome === 'done' && !wasKept
      ? [{ field: 'keptFromFamily', text: 'Read what must be kept from them, and say that it was kept' }]
      : []),
    ...(note === undefined ? [{ field: 'note', text: 'Write what was done, or why not' }] : []),
    ...((note?.length ?? 0) > MOST ? [{ field: 'note', text: 'Use 4,000 characters or fewer' }] : []),
  ];
  if (outcome === undefined || note === undefined || errors.length > 0) return { errors };
  const kept = keeps && outcome === 'done' ? { keptFromFamily: true as const } : {};
  return { done: { outcome, note, ...kept, ...(outcome === 'ground' && ground !== undefined && { ground }) }, errors };
}
