import {
  CATEGORIES,
  Category,
  type Ledger,
  type LedgerEntry,
  type SharingDecisionView,
  type SharingMode,
  type SharingOutcome,
} from '@mash/contracts';
import { agencyWords } from '../../../presenters/agency-words';
import { momentWords } from '../../../presenters/clock-chip';
import { purposeWords } from '../../../presenters/purpose-words';
import { ledgerPath, type LedgerNarrowing, type LedgerScope } from './ledger.form';
import {
  cameToWords,
  decidedOnWords,
  isDisclosed,
  NO_NAMES,
  OUTCOMES,
  ruleWords,
  underWords,
  type LedgerNames,
  type Linked,
} from './ledger-words';
import { refusedQuestions, type QuestionsOfEnquiry, type RefusedQuestion } from './refused-questions.presenter';

export interface LedgerRow {
  readonly at: string;
  readonly kind: string;
  readonly about?: Linked;
  readonly from: string;
  readonly to: string;
  readonly recipient: Linked;
  readonly why: string;
  readonly cameTo: string;
  /** Nothing was shown. */
  readonly isNotShown: boolean;
  readonly rule: Linked;
  /** Rules' version and agreement: what the line was decided under. */
  readonly under: string;
  /** Each reason in a sentence. */
  readonly reasons: readonly string[];
  readonly basis?: string;
  /** Threshold and consent, the versions of the facts, what was left out and what was to be done. */
  readonly decidedOn?: string;
  readonly leftOut?: string;
  readonly owed?: string;
  /** What it was about was not sealed by the sharing service: where that is reported. */
  readonly unopenedHref?: string;
}

/** "What was disclosed about this child, to whom, why, under which rule and version; what was refused?" */
export interface LedgerView {
  readonly caption: string;
  readonly heading: string;
  readonly rows: readonly LedgerRow[];
  /** Of an enquiry, or of the enquiries that name a person, beside the first page. */
  readonly refused: readonly RefusedQuestion[];
  readonly refusedFiles: readonly Linked[];
  /** What the page is narrowed down to, each with the way back. */
  readonly narrowed: readonly { readonly label: string; readonly text: string; readonly clearHref: string }[];
  readonly pivots: readonly Linked[];
  readonly files: readonly Linked[];
  readonly looksHref?: string;
  readonly older?: string;
  readonly newer?: string;
  /** Lines that may not be found by whose they are. */
  readonly leavesOutAbsent: boolean;
  /** Of a page about one person: which lines about whole documents it has, and which it cannot have. */
  readonly wholeDocuments?: string;
}

const MODES: Readonly<Record<SharingMode, string>> = {
  protect: 'Immediate protection',
  ask: 'Asked',
  existence: 'Whether they are known',
  content: 'Content',
  onward: 'Out of the hub',
};
const NARROWED: Readonly<Record<keyof LedgerNarrowing, string>> = {
  person: 'About',
  recipient: 'Told to',
  rule: 'Rule',
  outcome: 'Came to',
};

const categoryWords = (category: string | undefined): string => {
  const known = Category.safeParse(category).data;
  return known === undefined ? '' : `: ${CATEGORIES[known].label}`;
};

function rowOf(
  entry: LedgerEntry,
  { names, now, narrow }: { names: LedgerNames; now: Date; narrow: (by: LedgerNarrowing) => string },
): LedgerRow {
  const { personId, recipientId, rule, agreement, lawfulBasis = [], reasons = [], decidedOn } = entry;
  const [redactions, obligations] = [entry.redactions ?? [], entry.obligations ?? []];
  return {
    at: momentWords(new Date(entry.at), now),
    kind: `${MODES[entry.mode]}${categoryWords(entry.category)}`,
    ...(personId !== undefined && { about: { text: personId, href: narrow({ person: personId }) } }),
    from: entry.fromAgencyId === undefined ? 'Not told' : agencyWords(entry.fromAgencyId),
    to: agencyWords(entry.recipientAgencyId),
    recipient: { text: names.named(recipientId) ?? recipientId, href: narrow({ recipient: recipientId }) },
    why: purposeWords(entry.purpose),
    cameTo: cameToWords(entry),
    isNotShown: !isDisclosed(entry),
    rule: { text: ruleWords(rule), href: narrow({ rule }) },
    under: underWords(entry.ruleSetVersion, agreement, names.titleOf),
    reasons: reasons.map(({ sentence }) => sentence),
    ...(entry.doesNotOpen && { unopenedHref: '/ig/envelopes' }),
    ...(lawfulBasis.length > 0 && { basis: lawfulBasis.join('; ') }),
    ...(decidedOn !== undefined && { decidedOn: decidedOnWords(decidedOn) }),
    ...(redactions.length > 0 && { leftOut: redactions.map(({ sentence }) => sentence).join(' ') }),
    ...(obligations.length > 0 && { owed: `${obligations.map(({ sentence }) => sentence).join('; ')}.` }),
  };
}

const WHOLE =
  'Entries about a whole document (the concern, the hub’s notes and reasons, a notice of immediate protection)';
/** Such a document has one line, under the first child that it is about. */
const WHOLE_DOCUMENTS = {
  ofEnquiry: `${WHOLE} tell of the whole household, and are here whoever it is that they stand under.`,
  ofPerson: `${WHOLE} tell of the whole household. They are here of each enquiry in which an entry or a decision names this person; of any other enquiry its own ledger has them.`,
};

/** @param isWhole nothing is left out: the ledger of an enquiry, narrowed down to nothing */
function headingOf({ entries, lines, pages }: Ledger, isWhole: boolean): string {
  if (entries.length === 0) return isWhole ? 'Nothing stands in the ledger' : 'No entry is found so';
  const disclosed = entries.filter(isDisclosed).length;
  const refused = entries.filter(({ outcome }) => outcome !== 'PERMIT').length;
  const notShown = entries.length - disclosed - refused;
  const allowed = notShown === 0 ? '' : ` ${String(notShown)} allowed but not shown,`;
  const where = pages > 1 ? ` on this page of ${String(lines)} entries` : '';
  return `${String(disclosed)} disclosed,${allowed} ${String(refused)} refused or waiting${where}`;
}

function narrowedBy(scope: LedgerScope, narrowing: LedgerNarrowing, { named }: LedgerNames): LedgerView['narrowed'] {
  return (Object.keys(NARROWED) as (keyof LedgerNarrowing)[]).flatMap((name) => {
    const { [name]: value, ...rest } = narrowing;
    if (value === undefined) return [];
    const text = name === 'outcome' ? OUTCOMES[value as SharingOutcome] : (named(value) ?? value);
    return { label: NARROWED[name], text, clearHref: ledgerPath(scope, rest) };
  });
}

/**
 * @param scope whose ledger it is
 * @param its.decisions about the questions of the enquiry
 * @param its.elsewhere about the questions about the person, by enquiry, where it is theirs
 */
export function ledgerView(
  scope: LedgerScope,
  narrowing: LedgerNarrowing,
  {
    found,
    decisions,
    elsewhere = [],
    names = NO_NAMES,
  }: {
    found: Ledger;
    decisions: readonly SharingDecisionView[];
    elsewhere?: readonly QuestionsOfEnquiry[];
    names?: LedgerNames;
  },
  now: Date,
): LedgerView {
  const narrow = (by: LedgerNarrowing): string => ledgerPath(scope, { ...narrowing, ...by });
  const to = (page: number): string => ledgerPath(scope, narrowing, { page: String(page) });
  const outcomes = (Object.keys(OUTCOMES) as SharingOutcome[]).filter((outcome) => outcome !== narrowing.outcome);
  const files = (what: string, named: string): Linked[] => {
    const [path = '', query] = ledgerPath(scope, narrowing).split('?');
    const its = query === undefined ? '' : `?${query}`;
    return (['csv', 'json'] as const).map((format) => ({
      text: `${named} as ${format.toUpperCase()}`,
      href: `${path}/${what}/${format}${its}`,
    }));
  };
  const isOfEnquiry = 'enquiryId' in scope;
  const isAboutOne = !isOfEnquiry || narrowing.person !== undefined;
  const questions = isOfEnquiry ? [{ enquiryId: scope.enquiryId, decisions }] : elsewhere;
  const refused = questions.flatMap((its) =>
    refusedQuestions(its.enquiryId, narrowing, its.decisions, { now, titleOf: names.titleOf }),
  );
  return {
    caption: isOfEnquiry
      ? (names.enquiry ?? `Enquiry ${scope.enquiryId}`)
      : `Person ${scope.personId}, in every enquiry`,
    heading: headingOf(found, isOfEnquiry && Object.keys(narrowing).length === 0),
    rows: found.entries.map((entry) => rowOf(entry, { names, now, narrow })),
    refused,
    refusedFiles: refused.length === 0 ? [] : files('refused-questions', 'Take these questions away'),
    narrowed: narrowedBy(scope, narrowing, names),
    pivots: [
      ...outcomes.map((outcome) => ({ text: OUTCOMES[outcome], href: narrow({ outcome }) })),
      ...(isOfEnquiry && narrowing.person !== undefined
        ? [{ text: 'This person in every enquiry', href: ledgerPath({ personId: narrowing.person }, {}) }]
        : []),
    ],
    files: found.lines === 0 ? [] : files('export', 'Take it away'),
    ...(isOfEnquiry && { looksHref: `/ig/looks/${scope.enquiryId}` }),
    ...(found.page < found.pages && { older: to(found.page + 1) }),
    ...(found.page > 1 && { newer: to(found.page - 1) }),
    leavesOutAbsent: isAboutOne,
    ...(isAboutOne && { wholeDocuments: isOfEnquiry ? WHOLE_DOCUMENTS.ofEnquiry : WHOLE_DOCUMENTS.ofPerson }),
  };
}
