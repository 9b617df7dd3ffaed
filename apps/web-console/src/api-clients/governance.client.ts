import {
  Breaches,
  BreachRecord,
  ExportedBreach,
  EnvelopeRefusals,
  Erasure,
  Erasures,
  GovernedEnquiry,
  Ledger,
  LegalHold,
  LegalHolds,
  LegalFrameStanding,
  NewestRowCheck,
  UnusualLookings,
  type BreachSummary,
  type StateBreach,
  type LedgerExportFormat,
  type LedgerFilters,
  type LiftLegalHold,
  type PlaceLegalHold,
  type RequestErasure,
  type TakeUnusualStep,
  type UnusualLooking,
} from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { queryOf } from './query-of';
import { NO_ANSWER, ServiceHttp, type Asker, type ServiceFile } from './service-http';

const SERVICE = 'sharing';
const id = encodeURIComponent;

/** What information governance asks of `sharing`: the ledger, holds and erasures, breaches, and what did not look right. Never content. */
@Injectable()
export class GovernanceClient {
  constructor(private readonly http: ServiceHttp) {}

  ledger(asker: Asker, question: LedgerFilters, page = 1): Promise<Ledger> {
    return this.http.get(asker, SERVICE, `/ledger?${queryOf({ ...question, page })}`, Ledger);
  }

  /** Every line that the question finds. */
  ledgerFile(asker: Asker, question: LedgerFilters, format: LedgerExportFormat): Promise<ServiceFile> {
    return this.http.file(asker, SERVICE, `/ledger/export?${queryOf({ ...question, format })}`);
  }

  /** Who opened unusually many people within an hour. */
  async unusualLooking(asker: Asker): Promise<UnusualLooking[]> {
    return (await this.http.get(asker, SERVICE, '/unusual-looking', UnusualLookings)).alarms;
  }

  takeUnusualStep(asker: Asker, alarmId: string, body: TakeUnusualStep): Promise<void> {
    return this.http.post(asker, SERVICE, `/unusual-looking/${id(alarmId)}/steps`, body, NO_ANSWER);
  }

  /** What holds and erasures there are of an enquiry, by its id or reference. */
  governedEnquiry(asker: Asker, named: string): Promise<GovernedEnquiry> {
    return this.http.get(asker, SERVICE, `/governed-enquiries/${id(named)}`, GovernedEnquiry);
  }

  async legalHolds(asker: Asker): Promise<LegalHold[]> {
    return (await this.http.get(asker, SERVICE, '/legal-holds', LegalHolds)).holds;
  }

  legalHold(asker: Asker, holdId: string): Promise<LegalHold> {
    return this.http.get(asker, SERVICE, `/legal-holds/${id(holdId)}`, LegalHold);
  }

  placeLegalHold(asker: Asker, body: PlaceLegalHold): Promise<void> {
    return this.http.post(asker, SERVICE, '/legal-holds', body, NO_ANSWER);
  }

  liftLegalHold(asker: Asker, holdId: string, body: LiftLegalHold): Promise<void> {
    return this.http.post(asker, SERVICE, `/legal-holds/${id(holdId)}/lift`, body, NO_ANSWER);
  }

  async erasures(asker: Asker): Promise<Erasure[]> {
    return (await this.http.get(asker, SERVICE, '/erasures', Erasures)).erasures;
  }

  erasure(asker: Asker, erasureId: string): Promise<Erasure> {
    return this.http.get(asker, SERVICE, `/erasures/${id(erasureId)}`, Erasure);
  }

  requestErasure(asker: Asker, body: RequestErasure): Promise<void> {
    return this.http.post(asker, SERVICE, '/erasures', body, NO_ANSWER);
  }

  /** The second person: every key of the enquiry is destroyed. */
  confirmErasure(asker: Asker, erasureId: string): Promise<void> {
    return this.http.post(asker, SERVICE, `/erasures/${id(erasureId)}/confirm`, {}, NO_ANSWER);
  }

  withdrawErasure(asker: Asker, erasureId: string): Promise<void> {
    return this.http.post(asker, SERVICE, `/erasures/${id(erasureId)}/withdraw`, {}, NO_ANSWER);
  }

  newestRowCheck(asker: Asker): Promise<NewestRowCheck> {
    return this.http.get(asker, SERVICE, '/row-checks/newest', NewestRowCheck);
  }

  /** What this check and those before it found has been seen. */
  acknowledgeRowCheck(asker: Asker, checkId: string): Promise<void> {
    return this.http.post(asker, SERVICE, `/row-checks/${id(checkId)}/acknowledgements`, {}, NO_ANSWER);
  }

  /** Who checked the law that the rules cite. */
  legalFrame(asker: Asker): Promise<LegalFrameStanding> {
    return this.http.get(asker, SERVICE, '/legal-frame', LegalFrameStanding);
  }

  async breaches(asker: Asker): Promise<BreachSummary[]> {
    return (await this.http.get(asker, SERVICE, '/breaches', Breaches)).breaches;
  }

  breach(asker: Asker, breachId: string): Promise<BreachRecord> {
    return this.http.get(asker, SERVICE, `/breaches/${id(breachId)}`, BreachRecord);
  }

  exportBreach(asker: Asker, breachId: string): Promise<ExportedBreach> {
    return this.http.get(asker, SERVICE, `/breaches/${id(breachId)}/export`, ExportedBreach);
  }

  stateBreach(asker: Asker, breachId: string, body: StateBreach): Promise<void> {
    return this.http.post(asker, SERVICE, `/breaches/${id(breachId)}/statements`, body, NO_ANSWER);
  }

  envelopeRefusals(asker: Asker, page: number): Promise<EnvelopeRefusals> {
    return this.http.get(asker, SERVICE, `/envelope-refusals?page=${page}`, EnvelopeRefusals);
  }
}
