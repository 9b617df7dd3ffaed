import type { Phrase } from './phrase.scenarios';
import { phrase } from './phrase.scenarios';

/** What holds for every decision, beside the rows. */
export const PRINCIPLES: readonly Phrase[] = [
  phrase(
    'The decision is a pure function: the same question and rules, the same answer, and nobody can change it',
    [],
    'decide a question as if new when it comes again',
    'gives decisions that nobody can change',
  ),
  phrase(
    'A value outside its set is an input error',
    [],
    'is taken as it is when every fact is a code of its set',
    'is refused when a list holds anything but its codes, or is missing where there is an item',
  ),
  phrase(
    'An unknown fact gives REVIEW, never PERMIT, save in protect',
    ['R-GATE-02'],
    'a threshold nobody can supply is a review, never a refusal',
    'immediate protection is told to social care though a fact is unknown and the holder refused',
  ),
  phrase(
    'A fact that cannot be had keeps the question waiting; past its clock it becomes REVIEW',
    ['R-GATE-02'],
    'waits while an owner is behind the versions it names, and while the contact is not heard of',
    'goes to a human, and is never denied, once an owner cannot be had for a quarter of an hour',
  ),
  phrase(
    'Protect ends the matter, and is for police and social care only',
    ['R-PROT-01'],
    'is refused when immediate protection is for anyone but the police or social care',
    'in mode protect tells police and social care at once, and nobody else',
  ),
  phrase(
    'Every row is tried, the strictest outcome wins, all reasons are kept in table order',
    [],
    '9b. in August 2026 it is a refusal',
    'keeps table order, in which the deciding rule is looked for',
  ),
  phrase(
    'A row marked * silences consent, threshold and agreement, nothing else',
    ['R-AGE-06', 'R-THR-03', 'R-SAFE-06', 'R-ENC-01', 'R-ENC-02', 'R-FB-01', 'R-FB-02', 'R-SAR-01'],
    'marks with a star the rows that the book marks',
    '12. feedback to the referrer waits while the holder says do not alert',
  ),
  phrase(
    "A releaser's yes strikes that row for that item and recipient; obligations stay",
    [],
    "the manager's yes closes the question, not the gap",
    'with both it goes, and the obligation stays',
  ),
  phrase(
    'A REVIEW by two needs both',
    ['R-PUR-03', 'R-SAR-01', 'R-XB-02'],
    'one yes is not enough',
    'it goes once both have said yes, still without others',
  ),
  phrase(
    'Every PERMIT rests on a basis in force; without one it is a REVIEW',
    ['S2-BASES'],
    'a charity that answers a request which states no task has nothing to rest on',
    'an entry that ends is not cited from the day after its last',
  ),
  phrase(
    'A basis is never cited before its day',
    [],
    'recognised legitimate interests start on 5 February 2026 at midnight, Greenwich time',
    'the Encompass section starts on 7 November 2025',
  ),
  phrase(
    'The basis follows the threshold',
    [],
    '1. special content to a hub analyst at section 17 with consent is shown',
    'at early help a yes is named as it is at section 17',
  ),
  phrase(
    "One person's yes opens nobody else's record",
    [],
    "one adult's yes opens nobody else's record",
    'of one kind says nothing about another, and of one person nothing about another',
  ),
  phrase(
    'A yes reaches only the bodies and purposes named',
    [],
    'a yes reaches only the bodies and purposes it names, a refusal reaches all',
    'opens nothing for a body that the yes does not name',
  ),
  phrase(
    'Service consent opens help, never records',
    ['R-CONS-03'],
    'a service refused closes help though sharing was agreed',
    'who is no help team needs no agreed service',
  ),
  phrase(
    'PERMIT is shown; REVIEW and DENY are withheld to the hub and information governance, absent to others',
    [],
    'shows nothing at all of a decision that is absent to its reader',
    'leaves out what may not even be known to exist, and keeps the line',
  ),
  phrase(
    'A reason marked ~ reads HOLD or WITHHELD to all but the holder',
    [],
    'hides the reasons that the book marks ~, and no other',
    'of gender recognition does not show by the lawyer who will answer',
  ),
  phrase(
    'No REVIEW releases itself, or is released by whoever asked',
    [],
    'is not released by whoever asked, and a refusal is announced as DENY',
  ),
  phrase(
    'An override needs a ground and a reason, covers one item, and strikes only what section 6 lists',
    ['R-OVR-01'],
    'lets an override strike the rows that section 6 lists, what is ours among them, and nothing else',
    'an override without the facts its ground needs strikes nothing',
    'no override reaches a bar',
    'an override opens it and gives no redaction back',
  ),
  phrase(
    'Dates are obeyed; the agreement and its version are kept with the decision',
    [],
    'on its last day',
    'a default between types of organisation allows it, and the line is kept',
  ),
  phrase(
    'An agreement that a party has stopped, or that denies, is never PERMIT',
    ['R-AGR-02', 'R-AGR-04'],
    'a stopped agreement is for the holder between bound bodies, never a yes',
    'a stopped agreement beats what another one allows, and leaves a deny a deny',
  ),
  phrase(
    'A pack may permit an agreement gap between bound bodies, with a notice',
    ['R-AGR-03'],
    'lets a pack permit an agreement gap between bound bodies, from 30 September 2026 only',
  ),
  phrase(
    'People whom the request is about, and the household, are not third parties',
    ['R-THIRD-01'],
    'keeps the people whom the enquiry is about',
    'the household is no third party',
  ),
  phrase(
    'A protected address, school or surgery is left out everywhere by default',
    ['R-SAFE-01'],
    'a protected address takes school and surgery with it, everywhere',
    'shows no street and no postcode where a place is protected',
  ),
  phrase(
    'Handling code C: shown to a viewer who meets the coded condition; onward always the release of the holder',
    ['R-HOLD-02', 'R-HOLD-03'],
    'a code C item leaves the hub only with the release of its holder',
    'a condition that is met opens nothing outside the hub',
  ),
  phrase(
    'Whatever leaves the hub is decided as onward, whatever the caller calls it',
    ['R-HOLD-04'],
    'outside the hub is decided as onward, whatever the caller calls it, and the hub keeps its papers',
  ),
  phrase(
    'A newer version of a fact reopens what rests on it',
    [],
    'a withdrawal recalls what rested on the yes, supersedes the permit, and owes the recall as a dated task',
    'a newer wording reopens what rested on the older one, a withdrawn item is gone from what was sent',
    'the other process decides its very next question by R-AGR-04, and so on until it is drawn again',
  ),
  phrase(
    'A rule that is broken anywhere is noticed',
    [],
    'is noticed by a scenario or a worked example, whichever place and however it is broken',
  ),
  phrase(
    'A slow reading of the text agrees with the compiled rules on random questions',
    [],
    "agree with a slow reading of the rule book's text",
  ),
];
