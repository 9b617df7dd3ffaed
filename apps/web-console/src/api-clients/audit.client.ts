import { AuditEntries, LogVerification, LooksAtEnquiry } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { queryOf } from './query-of';
import { ServiceHttp, type Asker } from './service-http';

const SERVICE = 'audit';

export interface EntriesWanted {
  readonly enquiryId?: string | undefined;
  readonly actorId?: string | undefined;
  readonly personId?: string | undefined;
  /** What else stood for that person (`formerIdsInQuery`). */
  readonly formerly?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly page?: number;
}

/** `audit` as the pages use it; paths and shapes are in contracts `http/audit.http.ts`. Each of these is a look that is logged. */
@Injectable()
export class AuditClient {
  constructor(private readonly http: ServiceHttp) {}

  entries(asker: Asker, wanted: EntriesWanted): Promise<AuditEntries> {
    return this.http.get(asker, SERVICE, `/entries?${queryOf({ ...wanted })}`, AuditEntries);
  }

  /** Who has been in an enquiry, by day and worker. */
  looks(asker: Asker, enquiryId: string): Promise<LooksAtEnquiry> {
    return this.http.get(asker, SERVICE, `/looks/${encodeURIComponent(enquiryId)}`, LooksAtEnquiry);
  }

  /** Whether the partnership's log is whole. */
  verify(asker: Asker): Promise<LogVerification> {
    return this.http.get(asker, SERVICE, '/verify', LogVerification);
  }
}
