import { AgencyRequestsClient } from './agency-requests.client';
import { AuditClient } from './audit.client';
import { ContactIntakeClient } from './contact-intake.client';
import { DecisionClient } from './decision.client';
import { ServiceHttp } from './service-http';
import { GovernanceClient } from './governance.client';
import { AgreementsClient } from './agreements.client';
import { RecallsClient } from './recalls.client';
import { SharingClient } from './sharing.client';

/** Everything through which the console reaches the services. */
export const apiClients = [
  ServiceHttp,
  ContactIntakeClient,
  DecisionClient,
  AgencyRequestsClient,
  GovernanceClient,
  SharingClient,
  AgreementsClient,
  RecallsClient,
  AuditClient,
];
