export { FACT_WORDS } from './facts/fact-words';
export { isAnsweredTheSameDay } from './rules/is-answered-the-same-day';
export { decide } from './decide';
export { isReadByAll, ruleAsRead } from './cause-hidden';
export { decisionAsRead } from './decision-as-read';
export type { DecisionAsRead } from './decision-as-read';
export { lawfulBasisOf } from './lawful-basis-of';
export type { Outcome, ReviewTask, SharingDecision, Visibility } from './sharing-decision';

export { compileRules } from './engine/compile-rules';
export type { CompiledRules, RuleSources } from './engine/compile-rules';
export { DEFAULT_PACK_SETTINGS, SETTING_OF_ROW } from './engine/pack-settings';
export type { SharingPackSettings } from './engine/pack-settings';

export { parseSharingQuestion } from './facts/parse-sharing-question';
export type { InputError, ParsedQuestion } from './facts/parse-sharing-question';
export { FACT_CATALOGUE, LIST_FACT_CODES } from './facts/fact-catalogue';
export type { Supplier } from './facts/fact-catalogue';
export { overtakenFacts } from './facts/fact-record';
export type { FactRecord, FactRecords } from './facts/fact-record';
export type { CodedFact, FactName, ListFact, SharingQuestion } from './facts/sharing-question';
export * from './facts/agreement-facts';
export * from './facts/answer-facts';
export * from './facts/body-facts';
export * from './facts/consent-facts';
export * from './facts/item-facts';
export * from './facts/recipient-facts';
export * from './facts/request-facts';
export * from './facts/subject-facts';

export { readConsent, speaksForThemselves, voicesHeard } from './consent/read-consent';
export type { ConsentReading, ConsentStatement, WhoMaySpeak } from './consent/read-consent';

export { indexAgreements } from './agreements/agreement-index';
export type { AgreementIndex } from './agreements/agreement-index';
export type { AgreementLine, Targets } from './agreements/agreement-line';
export type { AgreementQuestion } from './agreements/agreement-question';
export { matchAgreement } from './agreements/match-agreement';
export type { AgreementMatch } from './agreements/match-agreement';

export { BASIS_CODES } from './law/basis';
export type { BasisCode, CitedBasis } from './law/basis';
export { PUBLIC_KINDS } from './law/cite-bases';
export { framePeriods } from './law/frame-periods';
export { LEGAL_FRAME } from './law/legal-frame';
export type { LegalFrame, LegalFrameEntry } from './law/legal-frame';
export { startOfLondonDay, startOfLondonDayAfter, startOfNextLondonDay } from './law/london-day';
export { OBLIGATION_CODES, OBLIGATIONS } from './law/obligations';
export type { Due, Obligation, ObligationCode, ObligationOwner } from './law/obligations';
export { OVERRIDE_GROUND_WORDS, overrideFault } from './law/override-grounds';
export type { OverrideFault } from './law/override-grounds';

export { HELD_BACK_WORDS } from './reasons/held-back-words';
export { REASON_CATALOGUE } from './reasons/reason-catalogue';
export type { Reason } from './reasons/reason';
export { REASON_CODES } from './reasons/reason-code';
export type { ReasonCode } from './reasons/reason-code';
export { reasonsAsRead } from './reasons/reasons-as-read';
export type { PublicReason } from './reasons/reasons-as-read';

export { HAS_GROUND_CODES } from './rules/named-conditions';
export { NEEDED_FACTS } from './rules/needed-facts';
export { REDACTION_WORDS } from './rules/redaction-code';
export type { RedactionCode } from './rules/redaction-code';
export { RULE_BOOK } from './rules/rule-book';
export { BOOK_ROW_IDS, RULE_IDS } from './rules/rule-id';
export type { RowId, RuleId } from './rules/rule-id';
export type { Effect, RuleRow } from './rules/rule-row';
export { STRIKABLE_REASONS } from './rules/strikable-reasons';
