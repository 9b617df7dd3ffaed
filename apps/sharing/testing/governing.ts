import type { PersonActor } from '@mash/authorisation';
import { DEMO_PARTNERSHIP, newId } from '@mash/contracts';
import { people } from '@mash/testing';
import type { Response } from 'supertest';
import type { AnEnquiry } from './an-enquiry';
import type { Sharing } from './start-sharing';

/** A second officer of information governance. */
export const secondIgOfficer: PersonActor = { ...people.igOfficer, id: '0198aaaa-0000-7000-8000-000000000114' };

/** What came of a call. */
const said = ({ status, body }: Response): { status: number; code: string | undefined } => ({
  status,
  code: (body as { code?: string }).code,
});

/** Information governance at work on one enquiry. */
export class Governing {
  constructor(
    private readonly sharing: Sharing,
    private readonly enquiry: AnEnquiry,
  ) {}

  reason(noteId: string, by: PersonActor, words: string, version = 1) {
    const ids = { partnershipId: DEMO_PARTNERSHIP, enquiryId: this.enquiry.enquiryId, noteId, authorId: by.id };
    return this.enquiry.seal<'note'>({ typ: 'note', version, ...ids }, { content: { reason: words }, by: by.id });
  }

  /** What the log is told of such calls on this enquiry, in their order: the outcome, and the code where one was refused. */
  async audited(action: string): Promise<string[]> {
    const entries = await this.sharing.query<{ said: string }>(
      `SELECT concat_ws(' ', envelope -> 'data' ->> 'outcome', envelope -> 'data' ->> 'reasonCode') AS said
         FROM (SELECT seq, envelope FROM outbox UNION ALL SELECT seq, envelope FROM outbox_archive) put_down
        WHERE envelope -> 'data' ->> 'action' = $1 AND envelope -> 'data' ->> 'enquiryId' = $2 ORDER BY seq`,
      [action, this.enquiry.enquiryId],
    );
    return entries.map(({ said: entry }) => entry);
  }

  async request(by: PersonActor = people.igOfficer, changes: object = {}) {
    const erasureId = newId();
    const sealedReason = await this.reason(erasureId, by, 'Seven years have passed since the last contact.');
    const { enquiryId } = this.enquiry;
    const body = { erasureId, enquiryId, retentionRule: 'RS-4.2', sealedReason, ...changes };
    return { erasureId, ...said(await this.sharing.as(by)('post', '/erasures', body)) };
  }

  async confirm(erasureId: string, by: PersonActor = secondIgOfficer) {
    return said(await this.sharing.as(by)('post', `/erasures/${erasureId}/confirm`));
  }

  async erase(): Promise<string> {
    const { erasureId } = await this.request();
    const confirmed = await this.confirm(erasureId);
    if (confirmed.status !== 204) throw new Error(`Not erased: ${JSON.stringify(confirmed)}`);
    return erasureId;
  }

  async hold(reference = 'CT-2026-0193', by: PersonActor = people.igOfficer) {
    const holdId = newId();
    const sealedReason = await this.reason(holdId, by, 'Care proceedings have been issued.');
    const body = { holdId, enquiryId: this.enquiry.enquiryId, reference, sealedReason };
    return { holdId, ...said(await this.sharing.as(by)('post', '/legal-holds', body)) };
  }

  async lift(holdId: string, by: PersonActor = people.igOfficer) {
    const sealedReason = await this.reason(holdId, by, 'The proceedings have ended.', 2);
    return said(await this.sharing.as(by)('post', `/legal-holds/${holdId}/lift`, { sealedReason }));
  }
}
