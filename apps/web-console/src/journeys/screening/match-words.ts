import type { MatchCandidate, RosterPerson } from '@mash/contracts';

interface Standing {
  readonly text: string;
  readonly classes: string;
}

/** How far the question "do we know them?" has got for one person. The last is the loudest. */
export const MATCHED: Readonly<Record<RosterPerson['matched'], Standing>> = {
  matched: { text: 'Matched', classes: 'govuk-tag--green' },
  new: { text: 'New', classes: 'govuk-tag--blue' },
  cannot_tell: { text: 'Cannot tell', classes: 'govuk-tag--yellow' },
  not_looked: { text: 'Not looked', classes: 'govuk-tag--red' },
};

/** A candidate's band in words. Scores are for ordering; nobody is shown one. */
export const BANDS: Readonly<Record<MatchCandidate['band'], string>> = {
  likely: 'Likely',
  possible: 'Possible',
  unlikely: 'Unlikely',
};
