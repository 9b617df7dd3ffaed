import type { IntakeFacts } from '@mash/contracts';
import { stillUnread, type UnreadAnswer } from '../answers/unread-answers';
import { hubOf } from '../asking/line-matter';
import type { HolderStatement } from '../domain/holder/holder-statement';
import { isAlertHeld, NOTHING_STATED } from '../domain/holder/what-stands';
import { personOnRoster } from '../domain/compose-question';
import { documentFactsOf, subjectOfConcern, UNNAMED_CHILD } from '../domain/release/document-facts-of';
import type { Opened } from '../releases/envelope-opener';
import type { Admitted } from '../releases/release-gate';
import type { Thing } from '../releases/thing';
import type { OutwardProductRow } from './outward-product.repository';

interface Held {
  readonly itemId: string;
  readonly agencyId: string;
}

/** Items whose "do not alert" stands. */
function itemsThatHold(everyAnswer: readonly Opened[], statements: readonly HolderStatement[]): Held[] {
  return everyAnswer.flatMap((opened) => {
    if (opened.kind !== 'answer') return [];
    const { agencyId } = opened.ids;
    return opened.facts.items
      .filter(({ itemId, alsoIds, flags }) => isAlertHeld(statements, { itemId, alsoIds, agencyId, flags }))
      .map(({ itemId }) => ({ itemId, agencyId }));
  });
}

/**
 * Nobody has checked who a professional is that rang: as long as somebody is alleged, they read as linked (rule book, section 1 "side"), until
 * the roster says otherwise.
 */
function sideOfCaller({ referrerKind, referrerAgencyId }: Admitted['enquiry'], intake: IntakeFacts) {
  const isUnchecked = referrerKind === 'professional' && referrerAgencyId === null && intake.allegedPerpetratorKnown;
  return isUnchecked ? { side: intake.referrerSide ?? 'linked_ap' } : {};
}

/**
 * What the rules would read of a letter's person if it were nobody's record. It is the hub's own, so that no other holder releases it; and the referrer is told
 * of whom they reported, whoever that turns out to be (note on R-FB-01). That a child objects, that parents differ and all else is theirs.
 */
const ownFacts = (person: IntakeFacts['people'][number] | undefined) => {
  if (person === undefined) return UNNAMED_CHILD;
  // Of a child whose age nobody knows, and who objects, a human judges whether it could.
  const kind = person.kind === 'unknown' && !person.objects ? { subjectKind: 'u13' } : {};
  return { identity: 'confirmed', ...kind };
};

/**
 * Telling the referrer, as things to decide: FEEDBACK is decided before any word goes out, of each person whom the letter is about. "Do not alert"
 * holds it until the holder of each item that says so has cleared it, and each of them is asked that alone, once for all letters. An answer that cannot be
 * read any more may have said so, until its agency says that it did not. What the hub's own people answer is of this letter: they read its words.
 */
export function feedbackMatters(
  { personIds, productId }: Pick<OutwardProductRow, 'personIds' | 'productId'>,
  { facts, enquiry }: Pick<Admitted, 'facts' | 'enquiry'>,
  everyAnswer: readonly Opened[],
  statements: readonly HolderStatement[],
  unread: readonly UnreadAnswer[],
): Thing[] {
  const matter = (personId: string, flags: readonly string[], about: object, its: Held): Thing => ({
    kind: 'document',
    about: 'product',
    ...{ envelopeId: enquiry.enquiryId, category: 'hub-summary', width: 'named', personId, ...its },
    facts: {
      ...documentFactsOf([]),
      ...about,
      ...sideOfCaller(enquiry, facts.intake),
      release: 'released',
      flags,
    },
    // The outcome and how to disagree are the manager's own words: what FEEDBACK_FIELDS_ONLY leaves is the letter itself.
    render: () => ({}),
    words: [],
    handling: {},
    stands: NOTHING_STATED,
  });
  const lost = stillUnread(unread, statements).map(({ answerId: itemId, agencyId }) => ({ itemId, agencyId }));
  const held = [...itemsThatHold(everyAnswer, statements), ...lost];
  const subject = subjectOfConcern(facts.intake);
  const own = { itemId: productId, agencyId: hubOf(facts.bodies) };
  return [
    // What a holder is asked is whether telling may go on: who objects to it is nothing of theirs, and is decided below.
    ...held.map((item) => matter(subject?.personId ?? enquiry.contactId, ['do_not_alert'], UNNAMED_CHILD, item)),
    ...personIds.map((personId) => matter(personId, [], ownFacts(personOnRoster(facts.intake, personId)), own)),
  ];
}
