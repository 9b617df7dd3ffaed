import type { IntakeFacts } from '@mash/contracts';
import { hubOf } from '../asking/line-matter';
import {
  documentFactsOf,
  OWN_RECORD_FACTS,
  subjectOfConcern,
  UNNAMED_CHILD,
} from '../domain/release/document-facts-of';
import type { OpenedAnswer, Opened } from '../releases/envelope-opener';
import type { Admitted } from '../releases/release-gate';
import type { Thing } from '../releases/thing';

const holds = (opened: Opened): opened is OpenedAnswer =>
  opened.kind === 'answer' && opened.facts.items.some(({ flags }) => flags.includes('do_not_alert'));

/**
 * Nobody has checked who a professional is that rang: as long as somebody is alleged, they read as linked (rule book, section 1 "side"), until
 * the roster says otherwise.
 */
function sideOfCaller({ referrerKind, referrerAgencyId }: Admitted['enquiry'], intake: IntakeFacts) {
  const isUnchecked = referrerKind === 'professional' && referrerAgencyId === null && intake.allegedPerpetratorKnown;
  return isUnchecked ? { side: intake.referrerSide ?? 'linked_ap' } : {};
}

/**
 * Telling the referrer, as one thing to decide: FEEDBACK is decided before any word goes out. "Do not alert" on any item of the enquiry
 * holds it until its holder clears it, and so that agency is asked.
 */
export function feedbackMatter(
  { facts, enquiry }: Pick<Admitted, 'facts' | 'enquiry'>,
  everyAnswer: readonly Opened[],
): Thing {
  const held = everyAnswer.find(holds);
  const subject = subjectOfConcern(facts.intake);
  const own = subject && subject.kind !== 'unknown' ? OWN_RECORD_FACTS : UNNAMED_CHILD;
  return {
    kind: 'document',
    ...{ envelopeId: enquiry.enquiryId, itemId: enquiry.enquiryId, category: 'hub-summary', width: 'named' },
    agencyId: held?.ids.agencyId ?? hubOf(facts.bodies),
    personId: subject?.personId ?? enquiry.contactId,
    facts: {
      ...documentFactsOf([]),
      ...own,
      ...sideOfCaller(enquiry, facts.intake),
      release: 'released',
      flags: held ? ['do_not_alert'] : [],
    },
    // The outcome and how to disagree are the manager's own words: what FEEDBACK_FIELDS_ONLY leaves is the letter itself.
    render: () => ({}),
    words: [],
    handling: {},
  };
}
