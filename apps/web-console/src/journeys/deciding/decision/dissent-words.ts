import type { RaiseDissent } from '@mash/contracts';

export const GROUNDS: readonly { readonly value: RaiseDissent['ground']; readonly text: string }[] = [
  { value: 'threshold', text: 'The threshold is wrong' },
  { value: 's47', text: 'It should have gone to section 47, or should not' },
  { value: 'more_information', text: 'Too little was known' },
  { value: 'information_sharing', text: 'What was shared, or was not' },
  { value: 'other', text: 'Something else' },
];

export const STAGES: readonly { readonly value: RaiseDissent['stage']; readonly text: string }[] = [
  { value: '1', text: 'Stage 1: between the workers' },
  { value: '2', text: 'Stage 2: between the managers' },
  { value: '3', text: 'Stage 3: between the heads of service' },
];

export const groundWords = (ground: string): string =>
  GROUNDS.find(({ value }) => value === ground)?.text ?? ground.replaceAll('_', ' ');
