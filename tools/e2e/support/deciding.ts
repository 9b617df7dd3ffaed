import {
  newId,
  OutwardProductMade,
  type EnquiryView,
  type MakeDecision,
  type MakeOutwardProduct,
  type OutcomeCode,
  type Roster,
} from '@mash/contracts';
import type { z } from 'zod';
import { eventually } from './eventually';
import { act } from './http';
import { enquiryOf } from './rating';
import { keyOf, sealAs } from './sealing';

export interface Decision {
  readonly outcome: OutcomeCode;
  /** Requests whose silence the manager confirms. */
  readonly without?: readonly string[];
  readonly rationale?: string;
}

/** The manager decides for every child on the roster. @returns the id of the decision */
export async function decide(roster: Roster, decision: Decision): Promise<string> {
  const { enquiryId } = roster;
  const decisionId = newId();
  const publicKey = await keyOf(enquiryId);
  const content = { rationale: decision.rationale ?? 'The family asks for help, and nobody saw harm.' };
  const { decisions, rosterVersion } = await enquiryOf(enquiryId);
  const children = roster.people.filter(({ kind }) => kind !== 'adult');
  const command: MakeDecision = {
    expectedVersion: decisions.length,
    rosterVersion,
    outcomes: children.map(({ personId }) => ({ personId, outcome: decision.outcome })),
    agencyViews: [{ agencyId: 'riverside-education', view: 'agrees' }],
    unansweredConfirmed: [...(decision.without ?? [])],
    strategy: 'considered_not_held',
    whoTellsFamily: 'hub',
    sealed: await sealAs<'decision'>('manager', {
      ids: { typ: 'decision', enquiryId, decisionId },
      content,
      publicKey,
    }),
  };
  await act('manager', 'decision', `/enquiries/${enquiryId}/decisions`, command);
  return decisionId;
}

type Product = Partial<MakeOutwardProduct> & Pick<MakeOutwardProduct, 'enquiryId' | 'kind' | 'personIds'>;

/** What goes out: a handover to a team, or a letter to the referrer. */
export const makeProduct = (product: Product): Promise<z.infer<typeof OutwardProductMade>> => {
  const isLetter = product.kind === 'letter';
  const made = {
    ...{ productId: newId(), envelopes: [], itemIds: [], people: [] },
    purpose: isLetter ? 'FEEDBACK' : 'EH',
    audience: isLetter ? 'referrer_pro' : 'team_eh',
    toAgencyId: isLetter ? 'meadow-lane-primary' : 'riverside-early-help',
    words: isLetter ? 'Early help will get in touch with the family.' : 'The mother asks for help in the mornings.',
    ...product,
  };
  return act('manager', 'sharing', '/outward-products', made, { schema: OutwardProductMade });
};

/** Sends every child of the newest decision to a team, and waits until it has gone: the word that it may comes from `sharing`. */
export async function route(enquiryId: string, productId: string): Promise<EnquiryView> {
  const { decisions } = await enquiryOf(enquiryId);
  const newest = decisions.at(-1);
  const personIds = newest?.outcomes.map(({ personId }) => personId);
  const to = { team: 'early-help', toAgencyId: 'riverside-early-help' };
  const command = { decisionId: newest?.decisionId, ...to, personIds, productId };
  await act('manager', 'decision', `/enquiries/${enquiryId}/routes`, command);
  return eventually(async () => {
    const enquiry = await enquiryOf(enquiryId);
    if (enquiry.routes.at(-1)?.state === 'held') throw new Error('the case has not gone yet');
    return enquiry;
  });
}
