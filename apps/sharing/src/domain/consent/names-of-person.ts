import type { IntakeFacts } from '@mash/contracts';

/** Every id under which this person is, or was, known in this enquiry. */
export const namesOfPerson = ({
  personId,
  formerIds = [],
}: Pick<IntakeFacts['people'][number], 'personId' | 'formerIds'>): string[] => [personId, ...formerIds];
