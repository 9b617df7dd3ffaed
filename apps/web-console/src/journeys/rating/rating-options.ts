import type { RateEnquiry } from '@mash/contracts';
import type { Option } from '../../forms/field-view';

/** Why a rater departs from what the table proposed. */
export const DEPARTURES = [
  { value: 'seriousness', text: 'How serious it is' },
  { value: 'pattern', text: 'A pattern over time' },
  { value: 'new_information', text: 'New information' },
  { value: 'vulnerability', text: 'How vulnerable the child is' },
  { value: 'protective_factors', text: 'What protects the child' },
  { value: 'other', text: 'Another reason, said below' },
] as const satisfies (Option & { value: NonNullable<RateEnquiry['departureReason']> })[];

export const STRATEGIES = [
  { value: 'held', text: 'Held' },
  { value: 'considered_not_held', text: 'Considered and not held' },
  { value: 'not_indicated', text: 'Not indicated' },
] as const satisfies (Option & { value: RateEnquiry['strategy'] })[];
