import type { WatchedRow } from '@mash/contracts';

/** A table whose rows are attested. */
export interface WatchedTable {
  readonly name: WatchedRow;
  /** Columns of its primary key, in order. */
  readonly key: readonly string[];
  /** SQL for the partnership of a row `t`. */
  readonly partnership: string;
}

const watched = (name: WatchedRow, ...key: string[]): WatchedTable => ({ name, key, partnership: 't.partnership_id' });

const OF_PRODUCT = '(SELECT p.partnership_id FROM outward_product p WHERE p.product_id = t.product_id)';

/** The log of what belongs to no partnership: a check, and a finding about a row of which that cannot be told. All may see it. */
export const NOBODYS = '00000000-0000-0000-0000-000000000000';

/** What answers for what was told, sent, agreed, consented and decided, and by whose signature an answer counts and who may sign and release. The migration that watches a table puts its line here. */
export const WATCHED_TABLES: readonly WatchedTable[] = [
  watched('consent_statement', 'statement_id'),
  watched('consent_ground_decision', 'statement_id'),
  watched('consent_notice', 'notice_id'),
  watched('agreement', 'agreement_id', 'version'),
  watched('sharing_decision', 'sharing_decision_id'),
  watched('review', 'review_id'),
  watched('release_call', 'release_id'),
  {
    ...watched('disclosure_detail', 'detail_id'),
    partnership: '(SELECT c.partnership_id FROM release_call c WHERE c.release_id = t.release_id)',
  },
  watched('disclosure', 'disclosure_id'),
  watched('legal_hold', 'hold_id'),
  watched('erasure', 'erasure_id'),
  watched('holder_statement', 'statement_id'),
  watched('detriment_author', 'partnership_id', 'agency_id', 'account_id', 'authorised_at'),
  watched('condition_acceptance', 'acceptance_id'),
  watched('identity_statement', 'statement_id'),
  watched('recall', 'recall_id'),
  watched('recall_notice', 'notice_id'),
  watched('breach', 'breach_id'),
  watched('breach_statement', 'statement_id'),
  watched('agreement_step', 'step_id'),
  watched('review_override', 'override_id'),
  {
    ...watched('override_judgement', 'judgement_id'),
    partnership: '(SELECT o.partnership_id FROM review_override o WHERE o.override_id = t.override_id)',
  },
  watched('system_key', 'kid'),
  {
    ...watched('system_key_end', 'kid', 'kind'),
    partnership: '(SELECT k.partnership_id FROM system_key k WHERE k.kid = t.kid)',
  },
  watched('agency', 'partnership_id', 'agency_id'),
  watched('signatory', 'partnership_id', 'agency_id', 'account_id'),
  watched('releaser_appointment', 'appointment_id'),
  watched('capability', 'capability_id'),
  watched('outward_product', 'product_id'),
  { ...watched('product_sent', 'product_id'), partnership: OF_PRODUCT },
  { ...watched('letter_taken_back', 'product_id'), partnership: OF_PRODUCT },
  watched('checked_answer', 'answer_id'),
  { ...watched('row_check', 'check_id'), partnership: `'${NOBODYS}'::uuid` },
  { ...watched('row_check_finding', 'finding_id'), partnership: `coalesce(t.partnership_id, '${NOBODYS}')` },
  watched('row_check_acknowledgement', 'acknowledgement_id'),
];
