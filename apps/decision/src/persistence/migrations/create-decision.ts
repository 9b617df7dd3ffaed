import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ENQUIRY = `
  CREATE TABLE enquiry (
    enquiry_id uuid NOT NULL CONSTRAINT pk_enquiry PRIMARY KEY,
    partnership_id uuid NOT NULL,
    contact_id uuid NOT NULL, reference text NOT NULL,
    pack_id text NOT NULL, pack_version text NOT NULL,
    received_at timestamptz(3) NOT NULL, opened_at timestamptz(3) NOT NULL,
    recorded_by text NOT NULL, referrer_kind text NOT NULL,
    urgent boolean NOT NULL, presenting_issues text[] NOT NULL, repeat_contacts integer NOT NULL,
    roster_version integer NOT NULL DEFAULT 0, roster_confirmed boolean NOT NULL DEFAULT false,
    open_case boolean NOT NULL DEFAULT false, people jsonb NOT NULL DEFAULT '[]',
    colour text CONSTRAINT ck_enquiry_colour CHECK (colour IN ('red', 'amber', 'green', 'blue')),
    rating_version integer NOT NULL DEFAULT 0,
    threshold text NOT NULL DEFAULT 'none' CONSTRAINT ck_enquiry_threshold CHECK (threshold IN ('none', 'early_help', 's17', 's47')),
    threshold_version integer NOT NULL DEFAULT 0,
    protection_open boolean NOT NULL DEFAULT false,
    decision_version integer NOT NULL DEFAULT 0, decided_at timestamptz(3),
    owner_id text, claimed_at timestamptz(3),
    restricted boolean NOT NULL DEFAULT false,
    asked integer NOT NULL DEFAULT 0, answered integer NOT NULL DEFAULT 0, late integer NOT NULL DEFAULT 0,
    stage text NOT NULL DEFAULT 'new', next_step text NOT NULL DEFAULT 'screen',
    next_due_at timestamptz(3), flagged boolean NOT NULL DEFAULT false,
    CONSTRAINT uq_enquiry_reference UNIQUE (partnership_id, reference),
    CONSTRAINT ck_enquiry_never_nothing CHECK (stage <> 'closed' OR decision_version > 0));
  CREATE INDEX ix_enquiry_open ON enquiry (partnership_id, next_due_at) WHERE stage <> 'closed';
  CREATE INDEX ix_enquiry_arrival ON enquiry (partnership_id, received_at);

  CREATE TABLE clock (
    clock_id uuid NOT NULL CONSTRAINT pk_clock PRIMARY KEY,
    enquiry_id uuid NOT NULL CONSTRAINT fk_clock_enquiry REFERENCES enquiry,
    code text NOT NULL, about_id uuid NOT NULL,
    started_at timestamptz(3) NOT NULL, due_at timestamptz(3) NOT NULL,
    basis text NOT NULL, assumed boolean NOT NULL,
    met_at timestamptz(3), breach_announced_at timestamptz(3),
    CONSTRAINT uq_clock_obligation UNIQUE (enquiry_id, code, about_id));
  CREATE INDEX ix_clock_running ON clock (due_at) WHERE met_at IS NULL AND breach_announced_at IS NULL;

  CREATE TABLE clock_change (
    clock_change_id uuid NOT NULL CONSTRAINT pk_clock_change PRIMARY KEY,
    clock_id uuid NOT NULL CONSTRAINT fk_clock_change_clock REFERENCES clock,
    changed_at timestamptz(3) NOT NULL, from_due_at timestamptz(3) NOT NULL, to_due_at timestamptz(3) NOT NULL,
    rule text NOT NULL, cause_id uuid NOT NULL);
  CREATE INDEX ix_clock_change_clock ON clock_change (clock_id, changed_at);

  CREATE TABLE asked_request (
    request_id uuid NOT NULL CONSTRAINT pk_asked_request PRIMARY KEY,
    enquiry_id uuid NOT NULL CONSTRAINT fk_asked_request_enquiry REFERENCES enquiry,
    agency_id text NOT NULL,
    issued_at timestamptz(3) NOT NULL, due_at timestamptz(3) NOT NULL,
    overdue_at timestamptz(3), answered_at timestamptz(3));
  CREATE INDEX ix_asked_request_enquiry ON asked_request (enquiry_id);`;

const JUDGEMENTS = `
  CREATE TABLE rating (
    rating_id uuid NOT NULL CONSTRAINT pk_rating PRIMARY KEY,
    enquiry_id uuid NOT NULL CONSTRAINT fk_rating_enquiry REFERENCES enquiry,
    version integer NOT NULL, colour text NOT NULL, proposed_colour text, proposed_row text,
    departed boolean NOT NULL, departure_reason text, strategy text NOT NULL,
    roster_version integer NOT NULL,
    rated_by text NOT NULL, rated_by_role text NOT NULL, rated_at timestamptz(3) NOT NULL,
    kid text NOT NULL, envelope text NOT NULL,
    CONSTRAINT uq_rating_version UNIQUE (enquiry_id, version),
    CONSTRAINT ck_rating_departure CHECK (NOT departed OR departure_reason IS NOT NULL));

  CREATE TABLE threshold (
    enquiry_id uuid NOT NULL CONSTRAINT fk_threshold_enquiry REFERENCES enquiry,
    version integer NOT NULL, level text NOT NULL, grounds text[] NOT NULL,
    judged_by text NOT NULL, judged_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_threshold PRIMARY KEY (enquiry_id, version));

  CREATE TABLE protection (
    protection_id uuid NOT NULL CONSTRAINT pk_protection PRIMARY KEY,
    enquiry_id uuid NOT NULL CONSTRAINT fk_protection_enquiry REFERENCES enquiry,
    started_by text NOT NULL, started_at timestamptz(3) NOT NULL, out_of_hours boolean NOT NULL);
  CREATE INDEX ix_protection_enquiry ON protection (enquiry_id);

  CREATE TABLE notice (
    notice_id uuid NOT NULL CONSTRAINT pk_notice PRIMARY KEY,
    protection_id uuid NOT NULL CONSTRAINT fk_notice_protection REFERENCES protection,
    enquiry_id uuid NOT NULL CONSTRAINT fk_notice_enquiry REFERENCES enquiry,
    partnership_id uuid NOT NULL, agency_id text NOT NULL,
    team text NOT NULL CONSTRAINT ck_notice_team CHECK (team IN ('police', 'social-care', 'emergency-duty')),
    sent_at timestamptz(3) NOT NULL, receipt_due_at timestamptz(3) NOT NULL,
    received_at timestamptz(3), received_by text,
    kid text NOT NULL, envelope text NOT NULL);
  CREATE INDEX ix_notice_recipient ON notice (partnership_id, team, sent_at);
  CREATE INDEX ix_notice_enquiry ON notice (enquiry_id);

  CREATE TABLE decision (
    decision_id uuid NOT NULL CONSTRAINT pk_decision PRIMARY KEY,
    enquiry_id uuid NOT NULL CONSTRAINT fk_decision_enquiry REFERENCES enquiry,
    version integer NOT NULL, roster_version integer NOT NULL,
    outcomes jsonb NOT NULL, agency_views jsonb NOT NULL, unanswered_confirmed uuid[] NOT NULL,
    strategy text NOT NULL, who_tells_family text NOT NULL,
    decided_by text NOT NULL, decided_at timestamptz(3) NOT NULL,
    kid text NOT NULL, envelope text NOT NULL,
    CONSTRAINT uq_decision_version UNIQUE (enquiry_id, version));

  CREATE TABLE decision_flag (
    flag_id uuid NOT NULL CONSTRAINT pk_decision_flag PRIMARY KEY,
    decision_id uuid NOT NULL CONSTRAINT fk_decision_flag_decision REFERENCES decision,
    enquiry_id uuid NOT NULL CONSTRAINT fk_decision_flag_enquiry REFERENCES enquiry,
    because text NOT NULL, cause_id uuid NOT NULL,
    flagged_at timestamptz(3) NOT NULL, cleared_at timestamptz(3),
    CONSTRAINT uq_decision_flag_cause UNIQUE (decision_id, because, cause_id));
  CREATE INDEX ix_decision_flag_enquiry ON decision_flag (enquiry_id);

  CREATE TABLE dissent (
    dissent_id uuid NOT NULL CONSTRAINT pk_dissent PRIMARY KEY,
    decision_id uuid NOT NULL CONSTRAINT fk_dissent_decision REFERENCES decision,
    enquiry_id uuid NOT NULL CONSTRAINT fk_dissent_enquiry REFERENCES enquiry,
    agency_id text NOT NULL, raised_by text NOT NULL, ground text NOT NULL, stage text NOT NULL,
    raised_at timestamptz(3) NOT NULL, due_at timestamptz(3) NOT NULL,
    kid text NOT NULL, envelope text NOT NULL);
  CREATE INDEX ix_dissent_enquiry ON dissent (enquiry_id);`;

const OUTWARD = `
  CREATE TABLE route (
    route_id uuid NOT NULL CONSTRAINT pk_route PRIMARY KEY,
    decision_id uuid NOT NULL CONSTRAINT fk_route_decision REFERENCES decision,
    enquiry_id uuid NOT NULL CONSTRAINT fk_route_enquiry REFERENCES enquiry,
    partnership_id uuid NOT NULL, team text NOT NULL, person_ids uuid[] NOT NULL, product_id uuid,
    routed_by text NOT NULL, routed_at timestamptz(3) NOT NULL, due_at timestamptz(3) NOT NULL,
    state text NOT NULL DEFAULT 'waiting' CONSTRAINT ck_route_state CHECK (state IN ('waiting', 'accepted', 'returned')),
    answered_at timestamptz(3), answered_by text, worker_name text, reason_code text, kid text, envelope text);
  CREATE INDEX ix_route_enquiry ON route (enquiry_id);
  CREATE INDEX ix_route_inbox ON route (partnership_id, team, due_at);

  CREATE TABLE feedback (
    feedback_id uuid NOT NULL CONSTRAINT pk_feedback PRIMARY KEY,
    decision_id uuid NOT NULL CONSTRAINT fk_feedback_decision REFERENCES decision,
    enquiry_id uuid NOT NULL CONSTRAINT fk_feedback_enquiry REFERENCES enquiry,
    extent text NOT NULL, letter_id uuid, withheld_reason text,
    sent_by text NOT NULL, sent_at timestamptz(3) NOT NULL, acknowledged_at timestamptz(3),
    CONSTRAINT uq_feedback_decision UNIQUE (decision_id),
    CONSTRAINT ck_feedback_withheld CHECK ((extent = 'withheld') = (withheld_reason IS NOT NULL)));
  CREATE INDEX ix_feedback_enquiry ON feedback (enquiry_id);

  CREATE TABLE named_access (
    enquiry_id uuid NOT NULL CONSTRAINT fk_named_access_enquiry REFERENCES enquiry,
    account_id text NOT NULL, given_by text NOT NULL, given_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_named_access PRIMARY KEY (enquiry_id, account_id));

  CREATE TABLE conflict_of_interest (
    enquiry_id uuid NOT NULL CONSTRAINT fk_conflict_of_interest_enquiry REFERENCES enquiry,
    account_id text NOT NULL, stated_by text NOT NULL, stated_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_conflict_of_interest PRIMARY KEY (enquiry_id, account_id));

  CREATE TABLE duty_agency (
    partnership_id uuid NOT NULL,
    team text NOT NULL, agency_id text NOT NULL, agency_kind text NOT NULL, learned_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_duty_agency PRIMARY KEY (partnership_id, team));`;

const APPEND_ONLY = ['rating', 'threshold', 'protection', 'decision', 'dissent', 'clock_change'];
const CHANGED_IN: Readonly<Record<string, readonly string[]>> = {
  notice: ['received_at', 'received_by'],
  decision_flag: ['cleared_at'],
  route: ['state', 'answered_at', 'answered_by', 'worker_name', 'reason_code', 'kid', 'envelope'],
  feedback: ['acknowledged_at'],
  asked_request: ['issued_at', 'due_at', 'overdue_at', 'answered_at'],
  clock: ['started_at', 'due_at', 'basis', 'assumed', 'met_at', 'breach_announced_at'],
  duty_agency: ['agency_id', 'agency_kind', 'learned_at'],
};

/** Enquiries and all that is judged about them. What a person rated, judged or decided is added and never changed. */
export class CreateDecision1795219200002 implements MigrationInterface {
  readonly name = 'CreateDecision1795219200002';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const sql of [ENQUIRY, JUDGEMENTS, OUTWARD]) await queryRunner.query(sql);
    await grantToAppRole(queryRunner, 'enquiry', ['SELECT', 'INSERT', 'UPDATE']);
    for (const table of APPEND_ONLY) await grantToAppRole(queryRunner, table, ['SELECT', 'INSERT']);
    for (const [table, columns] of Object.entries(CHANGED_IN))
      await grantToAppRole(queryRunner, table, ['SELECT', 'INSERT', { UPDATE: columns }]);
    for (const table of ['named_access', 'conflict_of_interest'])
      await grantToAppRole(queryRunner, table, ['SELECT', 'INSERT', 'DELETE']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `DROP TABLE duty_agency, conflict_of_interest, named_access, feedback, route, dissent, decision_flag, decision,
        notice, protection, threshold, rating, asked_request, clock_change, clock, enquiry`,
    );
  }
}
