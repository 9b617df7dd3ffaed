import {
  AgreementDetail,
  Agreements,
  ExportedAgreement,
  ImportedAgreement,
  Signatories,
  type DraftReplaced,
  type ExportFormat,
  type ImportAgreement,
  type RegisterSignatories,
  type Signatory,
} from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { NO_ANSWER, ServiceHttp, type Asker } from './service-http';

const SERVICE = 'sharing';
/** A large file is read for a quarter of a minute before it is refused, and may wait its turn. */
const READING_MS = 40_000;
const id = encodeURIComponent;
const readQuery = (read: DraftReplaced | undefined): string => (read === undefined ? '' : `?read=${id(read)}`);

/** What the console asks of the register of agreements, which is kept by `sharing`. */
@Injectable()
export class AgreementsClient {
  constructor(private readonly http: ServiceHttp) {}

  async agreements(asker: Asker): Promise<z.infer<typeof Agreements>['agreements']> {
    return (await this.http.get(asker, SERVICE, '/agreements', Agreements)).agreements;
  }

  agreement(asker: Asker, agreementId: string, version: number): Promise<AgreementDetail> {
    return this.http.get(asker, SERVICE, `/agreements/${id(agreementId)}/versions/${version}`, AgreementDetail);
  }

  /**
   * The next step of a version: out for approval, approved for the asker's own body, in force.
   * @param read the draft that whoever sends it out has read
   */
  takeAgreementStep(
    asker: Asker,
    agreementId: string,
    version: number,
    { step, read }: { step: 'propose' | 'approve' | 'put-in-force'; read?: DraftReplaced | undefined },
  ): Promise<void> {
    const path = `/agreements/${id(agreementId)}/versions/${version}/${step}${readQuery(read)}`;
    return this.http.post(asker, SERVICE, path, {}, NO_ANSWER);
  }

  /** A file of an agreement becomes a draft. Faults come back as field errors that name their lines. */
  importAgreement(asker: Asker, { text, replaces }: ImportAgreement): Promise<z.infer<typeof ImportedAgreement>> {
    const body = { text, ...(replaces && { replaces }) };
    const call = { method: 'POST', path: '/agreements/import', body, schema: ImportedAgreement } as const;
    return this.http.call(asker, SERVICE, { ...call, timeoutMs: READING_MS });
  }

  exportAgreement(
    asker: Asker,
    agreementId: string,
    version: number,
    format: ExportFormat,
  ): Promise<z.infer<typeof ExportedAgreement>> {
    const path = `/agreements/${id(agreementId)}/versions/${version}/export/${format}`;
    return this.http.get(asker, SERVICE, path, ExportedAgreement);
  }

  discardDraft(asker: Asker, agreementId: string, read: DraftReplaced | undefined): Promise<void> {
    const path = `/agreements/${id(agreementId)}/draft/discard${readQuery(read)}`;
    return this.http.post(asker, SERVICE, path, {}, NO_ANSWER);
  }

  async signatories(asker: Asker): Promise<z.infer<typeof Signatories>['signatories']> {
    return (await this.http.get(asker, SERVICE, '/register/signatories', Signatories)).signatories;
  }

  /** @param read the entry as whoever changes it has read it; none where they name somebody anew */
  registerSignatory(asker: Asker, signatory: Signatory, read: readonly Signatory[] | undefined): Promise<void> {
    const body: RegisterSignatories = { signatories: [signatory], ...(read && { replaces: [...read] }) };
    return this.http.call(asker, SERVICE, {
      method: 'PUT',
      path: '/register/signatories',
      body,
      schema: NO_ANSWER,
    });
  }

  /** Stops sharing under an agreement now: the next decision reads it already. */
  stopAgreement(asker: Asker, agreementId: string): Promise<void> {
    return this.http.post(asker, SERVICE, `/agreements/${id(agreementId)}/stop`, {}, NO_ANSWER);
  }
}
