import type { IntakeFacts } from '@mash/contracts';
import { stillUnread, type UnreadAnswer } from '../answers/unread-answers';
import { hubOf } from '../asking/line-matter';
import type { HolderStatement } from '../domain/holder/holder-statement';
import { isAlertHeld, NOTHING_STATED } from '../domain/holder/what-stands';
import {
  documentFactsOf,
  OWN_RECORD_FACTS,
  subjectOfConcern,
  UNNAMED_CHILD,
} from '../domain/release/document-facts-of';
import type { Opened } from '../releases/envelope-opener';
import type { Admitted } from '../releases/release-gate';
import type { Thing } from '../releases/thing';

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
      .filter(({ itemId, flags }) => isAlertHeld(statements, { itemId, agencyId, flags }))
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
 * Telling the referrer, as things to decide: FEEDBACK is decided before any word goes out. "Do not alert" holds it until the holder of each
 * item that says so has cleared it, and each of them is asked; where none does, the telling is one matter of the hub's own. An answer that cannot be
 * read any more may have said so, until its agency says that it did not.
 */
export function feedbackMatters(
  { facts, enquiry }: Pick<Admitted, 'facts' | 'enquiry'>,
  everyAnswer: readonly Opened[],
  statements: readonly HolderStatement[],
  unread: readonly UnreadAnswer[],
): Thing[] {
  const subject = subjectOfConcern(facts.intake);
  const own = subject && subject.kind !== 'unknown' ? OWN_RECORD_FACTS : UNNAMED_CHILD;
  const matter = (flags: readonly string[], its: Held): Thing => ({
    kind: 'document',
    about: 'product',
    ...{ envelopeId: enquiry.enquiryId, category: 'hub-summary', width: 'named', ...its },
    personId: subject?.personId ?? enquiry.contactId,
    facts: {
      ...documentFactsOf([]),
      ...own,
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
  if (held.length > 0) return held.map((item) => matter(['do_not_alert'], item));
  return [matter([], { itemId: enquiry.enquiryId, agencyId: hubOf(facts.bodies) })];
}
