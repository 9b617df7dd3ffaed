import type { SqlFilter } from '@mash/authorisation';
import { insertRow, readRows, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { TelephoneTaskOfContact, TelephoneTaskRecord } from './acknowledgement.record';
import { notErased } from '@mash/erasure';

const MOST_LISTED = 200;
const WITH_CONTACT = 'SELECT t.*, c.enquiry_id, c.reference FROM telephone_task t JOIN contact c USING (contact_id)';

@Injectable()
export class TelephoneTaskRepository {
  constructor(private readonly dataSource: DataSource) {}

  add(tx: Tx, task: TelephoneTaskRecord): Promise<void> {
    return insertRow(tx, 'telephone_task', task);
  }

  /**
   * What is still to do first, oldest on top; then what was done last.
   *
   * @param readable the contacts, as `c`, that the reader may see
   */
  async listOf(partnershipId: string, readable: SqlFilter | null): Promise<TelephoneTaskOfContact[]> {
    if (readable === null) return [];
    const sql = `${WITH_CONTACT} WHERE ${readable.where} AND t.partnership_id = $${readable.params.length + 1} AND ${notErased('c.enquiry_id')}
                  ORDER BY t.done_at DESC NULLS FIRST, t.raised_at LIMIT ${MOST_LISTED}`;
    return readRows<TelephoneTaskOfContact>(this.dataSource, sql, [...readable.params, partnershipId]);
  }

  async isOpenFor(contactId: string): Promise<boolean> {
    const sql = 'SELECT 1 FROM telephone_task WHERE contact_id = $1 AND done_at IS NULL LIMIT 1';
    return (await this.dataSource.query<unknown[]>(sql, [contactId])).length > 0;
  }

  async find(taskId: string): Promise<TelephoneTaskOfContact | undefined> {
    const [task] = await readRows<TelephoneTaskOfContact>(this.dataSource, `${WITH_CONTACT} WHERE t.task_id = $1`, [
      taskId,
    ]);
    return task;
  }

  async getForUpdate(tx: Tx, taskId: string): Promise<TelephoneTaskOfContact | undefined> {
    const [task] = await readRows<TelephoneTaskOfContact>(tx, `${WITH_CONTACT} WHERE t.task_id = $1 FOR UPDATE OF t`, [
      taskId,
    ]);
    return task;
  }

  async markDone(tx: Tx, taskId: string, doneBy: string, doneAt: Date): Promise<void> {
    await tx.query('UPDATE telephone_task SET done_by = $2, done_at = $3 WHERE task_id = $1', [taskId, doneBy, doneAt]);
  }
}
