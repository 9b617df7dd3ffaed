import { isChildOfTheWorry, type AgeBand } from '@mash/contracts';
import { NOT_KNOWN, type Pack, type RatingFacts, type RatingInput } from '@mash/threshold-packs';
import type { Enquiry } from './enquiry';
import { isBlank } from './roster-person';

type Known = string | number | undefined;
const YOUNGEST_FIRST: readonly AgeBand[] = ['unborn', '0-4', '5-10', '11-15', '16-17', '18-25', 'adult'];

/** The youngest child's band; not known while one child's age is not: that child could be younger still. */
function youngestBand({ people }: Enquiry): Known {
  const bands = people.filter(isChildOfTheWorry).map(({ ageBand }) => ageBand);
  if (bands.includes('unborn')) return 'unborn';
  return bands.includes('not_known') ? undefined : YOUNGEST_FIRST.find((band) => bands.includes(band));
}

/** "No worker" is an answer only once the household has been confirmed against the register. */
function openCaseAnswer({ openCase, rosterConfirmed }: Enquiry): Known {
  if (openCase) return 'yes';
  return rosterConfirmed ? 'no' : undefined;
}

const READ: Readonly<Record<RatingInput['from'], (enquiry: Enquiry) => Known>> = {
  person: () => undefined,
  // That nobody marked the contact urgent does not say that no child is in danger.
  'contact-urgent': ({ urgent }) => (urgent ? 'yes' : undefined),
  'presenting-issues': ({ presentingIssues }) => presentingIssues.length,
  'repeat-contacts': ({ repeatContacts }) => repeatContacts,
  'open-case': openCaseAnswer,
  'youngest-age-band': youngestBand,
  'roster-listed': ({ people, rosterConfirmed }) => (rosterConfirmed && !isBlank(people) ? 'listed' : undefined),
};

const fits = (input: RatingInput, value: Known): boolean => {
  if (value === undefined) return false;
  if (input.type === 'number') return typeof value === 'number' && value <= input.max;
  return input.options.some((option) => option.value === value);
};

/** What the platform already knows of a pack's inputs, `not_known` for the rest. */
export function knownFacts(pack: Pack, enquiry: Enquiry): RatingFacts {
  const entries = Object.entries(pack.rating.inputs).map(([id, input]) => {
    const value = READ[input.from](enquiry);
    return [id, value !== undefined && fits(input, value) ? value : NOT_KNOWN] as const;
  });
  return Object.fromEntries(entries);
}
