import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { AgreementChangedV1, type AgreementStep, type Signatory } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import type { AgreementVersion } from '../domain/agreements/agreement-version';
import { AgreementStepRepository } from './agreement-step.repository';

export interface StepToKeep {
  readonly step: AgreementStep['step'];
  readonly at: Date;
  readonly actor: PersonActor;
  /** As the register names them; absent where it does not. */
  readonly signatory?: Signatory | undefined;
  /** The party that an approval is for. */
  readonly agencyId?: string;
  /** Where the version stands now, where that is news. */
  readonly change?: AgreementChangedV1['data']['change'];
}

/** Keeps each step of an agreement's life: in the history, in the audit log and, where it is news, on its topic. All with the change. */
@Injectable()
export class AgreementChronicle {
  constructor(
    private readonly steps: AgreementStepRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
  ) {}

  async keep(tx: Tx, { partnershipId, content }: AgreementVersion, its: StepToKeep): Promise<void> {
    const { agreementId, version } = content;
    const { step, at, actor, signatory, agencyId, change } = its;
    await this.steps.add(tx, partnershipId, {
      ...{ agreementId, version, step, at, agencyId: agencyId ?? null, byAccount: actor.id },
      ...{ byName: signatory?.name ?? null, byJobTitle: signatory?.jobTitle ?? null },
    });
    if (change !== undefined) {
      const data = { agreementId, agreementVersion: version, change, changedAt: at.toISOString() };
      const by = { id: actor.id, kind: actor.kind };
      await this.outbox.append(tx, AgreementChangedV1, data, { partnershipId, correlationId: agreementId, actor: by });
    }
    const subject = { type: 'Agreement', id: agreementId };
    const action = `agreement.${step.replaceAll('_', '-')}`;
    await this.audit.record(tx, { actor, action, subject, outcome: 'done', counts: { version } });
  }
}
