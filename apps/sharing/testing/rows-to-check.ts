import { newId } from '@mash/contracts';
import { CheckRowsHandler } from '../src/features/check-rows/check-rows.handler';
import { consentWith } from './a-consent';
import { establish } from './a-partnership';
import { AnEnquiry } from './an-enquiry';
import { AuditLog } from './audit-log';
import { startSharing, type Sharing } from './start-sharing';

interface Running {
  readonly sharing: Sharing;
  readonly enquiry: AnEnquiry;
  log: AuditLog;
}

/** A service with rows of its own to check, what is written in it, and who edits it behind the application. */
export class RowsToCheck {
  private running: Running | undefined;

  /** A service of its own for each test: an edit behind the application stays. */
  static forEachTest(): RowsToCheck {
    const its = new RowsToCheck();
    beforeEach(async () => {
      const sharing = await startSharing();
      const log = new AuditLog(sharing);
      await establish(sharing);
      its.running = { sharing, log, enquiry: await AnEnquiry.begin(sharing) };
    });
    afterEach(() => its.sharing.close());
    return its;
  }

  get sharing(): Sharing {
    return this.now.sharing;
  }
  get enquiry(): AnEnquiry {
    return this.now.enquiry;
  }
  get log(): AuditLog {
    return this.now.log;
  }

  /** The log answers again, after a test has made it silent. */
  logAgain(): void {
    this.now.log = new AuditLog(this.sharing);
  }

  async check() {
    const result = await this.sharing.app.get(CheckRowsHandler).execute('a test');
    return (
      result && {
        state: result.state,
        rows: result.rowsChecked,
        found: result.findings.map(({ table, key, kind }) => `${kind} ${table} ${key}`).sort(),
      }
    );
  }

  async release(items: number): Promise<string> {
    const answer = await this.enquiry.answer(Array.from({ length: items }, (_, n) => ({ text: `Item ${n}` })));
    const releaseId = newId();
    await this.enquiry.released([answer.row], { releaseId });
    return releaseId;
  }

  stateConsent() {
    return consentWith(this.sharing, this.enquiry).state();
  }

  /** As the owner of the tables, who may do everything. */
  behind(sql: string, values: unknown[] = []) {
    return this.sharing.query(sql, values);
  }

  async idOf(table: string, column: string): Promise<string> {
    const select = `SELECT (${column})::text AS id FROM ${table} ORDER BY 1 LIMIT 1`;
    return (await this.sharing.query<{ id: string }>(select))[0]?.id ?? '';
  }

  private get now(): Running {
    if (this.running === undefined) throw new Error('No test runs');
    return this.running;
  }
}
