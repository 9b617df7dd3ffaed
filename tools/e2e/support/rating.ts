import {
  EnquiryView,
  newId,
  RatingProposal,
  type Colour,
  type RateEnquiry,
  type ThresholdLevel,
} from '@mash/contracts';
import { eventually } from './eventually';
import { act, read } from './http';
import { ACCOUNTS, type Person } from './people';
import { keyOf, sealAs } from './sealing';

const STATED: RateEnquiry['facts'] = {
  immediateDanger: 'no',
  injuryOrDisclosure: 'no',
  suspectedHarm: 'no',
  domesticAbuse: 'none',
  missing: 'none',
};

export const enquiryOf = (enquiryId: string): Promise<EnquiryView> =>
  read('manager', 'decision', `/enquiries/${enquiryId}`, EnquiryView);

/** The same by the reference that a receipt has. */
export const enquiryByReference = (reference: string): Promise<EnquiryView> =>
  read('manager', 'decision', `/enquiries/by-reference/${reference}`, EnquiryView);

export interface Rating {
  readonly colour: Colour;
  readonly threshold: ThresholdLevel;
  readonly reasons?: string;
}

/** What the pack's table proposes, once `decision` has seen the confirmed roster. */
export async function proposal(enquiryId: string): Promise<{ facts: RateEnquiry['facts']; proposal: RatingProposal }> {
  await eventually(async () => {
    if (!(await enquiryOf(enquiryId)).rosterConfirmed) throw new Error('decision has not seen the confirmed roster');
  });
  const path = `/enquiries/${enquiryId}/rating-proposal`;
  const ask = (facts: RateEnquiry['facts']) => act('manager', 'decision', path, { facts }, { schema: RatingProposal });
  const { inputs } = await ask({});
  const open = inputs.filter(({ id, known }) => known === undefined && STATED[id] !== undefined);
  const facts = Object.fromEntries(open.map(({ id }) => [id, STATED[id] ?? 'not_known']));
  return { facts, proposal: await ask(facts) };
}

/** A person rates (the manager unless said otherwise), with sealed reasons, and records the threshold beside it. */
export async function rate(enquiryId: string, rating: Rating, rater: Person = 'manager'): Promise<EnquiryView> {
  const { facts, proposal: proposed } = await proposal(enquiryId);
  const ids = { typ: 'note', enquiryId, noteId: newId(), authorId: ACCOUNTS[rater] } as const;
  const content = { reasons: rating.reasons ?? 'Three worries together, and no sign of danger today.' };
  const publicKey = await eventually(() => keyOf(enquiryId));
  const departs = proposed.proposed?.colour !== rating.colour;
  const { ratings } = await enquiryOf(enquiryId);
  await act(rater, 'decision', `/enquiries/${enquiryId}/ratings`, {
    expectedVersion: ratings.length,
    colour: rating.colour,
    facts,
    ...(departs && { departureReason: 'pattern' }),
    threshold: { level: rating.threshold, grounds: rating.threshold === 'none' ? [] : ['neglect', 'needs_unmet'] },
    strategy: rating.threshold === 's47' ? 'considered_not_held' : 'not_indicated',
    sealed: await sealAs<'note'>(rater, { ids, content, publicKey }),
  });
  return enquiryOf(enquiryId);
}
