import * as fc from 'fast-check';
import { redactedItem } from '../release/redact-item';
import { itemFactsOf } from '../release/item-facts-of';
import type { HolderStatement } from './holder-statement';
import { whatStands } from './what-stands';

type Says = HolderStatement['facts'];

const HERE = { audience: 'team_sc', agencyId: 'social-care' };
const RECIPIENTS = [HERE, { ...HERE, audience: 'any' }, { audience: 'team_eh', agencyId: 'early-help' }] as const;
const ORIGINAL = 'As it was written.';
const NOW = new Date('2026-11-10T12:00:00Z');

const anyTo = fc.constantFrom(...RECIPIENTS);
const anySaid: fc.Arbitrary<Says> = fc.oneof(
  fc.record({ says: fc.constant('sanitised' as const) }),
  fc.record({ says: fc.constant('released_wording' as const), to: anyTo, hidesSource: fc.boolean() }),
  fc.record({
    says: fc.constantFrom('released_as_it_stands' as const, 'refused' as const, 'taken_back' as const),
    to: anyTo,
  }),
);

/** Each wording says where in the history it stands. */
const anyHistory = fc.array(anySaid, { maxLength: 8 }).map((each) =>
  each.map((facts, at): HolderStatement => {
    const hasWords = facts.says === 'sanitised' || facts.says === 'released_wording';
    return {
      ...{ statementId: `s-${String(at)}`, itemId: 'item', agencyId: 'police', statedBy: 'an officer', reviewId: null },
      ...{ statedAt: new Date(Date.UTC(2026, 10, 1, at)), isAuthorised: true, facts },
      content: { reason: 'So.', ...(hasWords && { wording: `Words ${String(at)}` }) },
    };
  }),
);

const isHere = (facts: Says): boolean => 'to' in facts && facts.to.agencyId === HERE.agencyId;

/** The rule, said once more: the words of the newest that gave any, where no later one of this recipient took its own away. */
function wordsByHand(history: readonly HolderStatement[]): { text: string; hides: boolean } {
  let own: { at: number; text: string; hides: boolean } | undefined;
  let all: { at: number; text: string; hides: boolean } | undefined;
  history.forEach(({ facts, content: { wording: text = '' } }, at) => {
    if (facts.says === 'sanitised') all = { at, text, hides: true };
    else if (isHere(facts))
      own = facts.says === 'released_wording' ? { at, text, hides: facts.hidesSource } : undefined;
  });
  const newest = [own, all].filter((one) => one !== undefined).sort((a, b) => b.at - a.at)[0];
  return { text: newest?.text ?? ORIGINAL, hides: newest?.hides ?? false };
}

const MARKED = {
  ...{ itemId: 'item', category: 'police-intelligence', class: 'personal', confidential: false, bar: 'none' },
  ...{ relevance: 'relevant', width: 'named', thirds: 'none', redaction: 'whole', handling: 'none', sign: 'none' },
  flags: ['source_risk'],
} as unknown as Parameters<typeof itemFactsOf>[0];
const ITEM = {
  itemId: 'item',
  text: ORIGINAL,
  source: 'A sister',
  when: { date: '2026-10-01' },
} as unknown as Parameters<typeof redactedItem>[0]['item'];

function asRead(history: readonly HolderStatement[]): { text: string; hides: boolean } {
  const which = { itemId: 'item', agencyId: 'police', personId: 'child', toAgencyId: HERE.agencyId, now: NOW };
  const stands = whatStands(history, { ...which, audience: HERE.audience });
  const context = {
    identity: 'confirmed',
    person: undefined,
    protectedPlaces: [],
    session: undefined,
    stands,
  } as const;
  const { flags } = itemFactsOf(MARKED, context) as { flags: string[] };
  const redactions = stands.release === 'released' ? (['WORDING_ONLY'] as const) : [];
  const { text } = redactedItem({ item: ITEM, facts: MARKED, redactions, notThirds: new Set(), stands });
  return { text, hides: flags.includes('sanitised') };
}

describe('Whatever a holder has said of one item, and in whatever order', () => {
  test('its newest words are read, and whether a source can be told is what was said of those words', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        expect(asRead(history)).toEqual(wordsByHand(history));
      }),
      { numRuns: 3_000, seed: 20_261_130 },
    );
  });
});
