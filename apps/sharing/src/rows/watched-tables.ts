/** A table whose rows are attested. */
export interface WatchedTable {
  readonly name: string;
  /** Columns of its primary key, in order. */
  readonly key: readonly string[];
  /** SQL for the partnership of a row `t`. */
  readonly partnership: string;
}

const watched = (name: string, ...key: string[]): WatchedTable => ({ name, key, partnership: 't.partnership_id' });

/** What answers for what was told, agreed, consented and decided. The migration that watches a table puts its line here. */
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
];
