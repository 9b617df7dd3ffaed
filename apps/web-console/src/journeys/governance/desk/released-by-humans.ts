import { durationWords } from '@mash/clocks';
import type { OverrideView, ReleasedReviews } from '@mash/contracts';
import { agencyAmid, agencyWords } from '../../../presenters/agency-words';
import { GROUND_WORDS } from '../../overrides/shared/override-words';
import { RELEASE_GROUNDS } from '../../reviews/review-answer.form';
import type { PartOfPage } from '../shared/part-of-page';
import type { DeskQueue } from './ig-desk.presenter';

type Released = ReleasedReviews['released'][number];
interface Done {
  readonly at: string;
  readonly href: string;
  readonly text: string;
  readonly did: string;
}

const MOST = 20;
const about = (reference: string | undefined): string => (reference === undefined ? '' : `, enquiry ${reference}`);

const ofReview = ({ reviewId, fromAgencyId, toAgencyId, ground, answeredAt, enquiryReference }: Released): Done => {
  const to = toAgencyId === undefined ? '' : ` to ${agencyAmid(toAgencyId)}`;
  const why = RELEASE_GROUNDS.find(({ value }) => value === ground)?.text ?? 'its ground is sealed with its reason';
  const text = `${agencyWords(fromAgencyId)}${to}: ${why}${about(enquiryReference)}`;
  return { at: answeredAt, href: `/reviews/${reviewId}`, text, did: 'released' };
};

function ofOverride({ state, inForceAt, holderAgencyId, toAgencyId, grounds, enquiryReference }: OverrideView): Done[] {
  if (state !== 'in_force' || inForceAt === undefined) return [];
  const why = grounds.map((ground) => GROUND_WORDS[ground]).join('; ');
  const text = `${agencyWords(holderAgencyId)} to ${agencyAmid(toAgencyId)}, overridden: ${why}${about(enquiryReference)}`;
  return [{ at: inForceAt, href: '/ig/overrides', text, did: 'in force' }];
}

/** What humans let out where the rules had not: for reading, newest first. Agencies and grounds; no person, no category. */
export function releasedByHumans(
  reviews: PartOfPage<readonly Released[]>,
  overrides: PartOfPage<readonly OverrideView[]>,
  now: Date,
): DeskQueue {
  const [title, empty] = ['Released by a human', 'Nobody has released anything by review or override.'];
  if (!reviews.isThere) return { title, empty, rows: [], missing: reviews.because };
  if (!overrides.isThere) return { title, empty, rows: [], missing: overrides.because };
  const done = [...reviews.value.map(ofReview), ...overrides.value.flatMap(ofOverride)];
  const newest = done.sort((a, b) => b.at.localeCompare(a.at)).slice(0, MOST);
  return {
    ...{ title, empty },
    rows: newest.map(({ at, href, text, did }) => ({
      ...{ href, text, isLate: false },
      age: `${did} ${durationWords(now.getTime() - Date.parse(at), 'down')} ago`,
    })),
  };
}
