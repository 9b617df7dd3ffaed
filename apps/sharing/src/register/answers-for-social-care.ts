import type { RegisteredBody } from './agency.repository';

const SOCIAL_CARE: readonly string[] = ['social-care', 'emergency-duty'];

/** Whether the register says that a body is a council's social care, or its duty team (rule book, section 1 "audience": `team_sc`). */
export const answersForSocialCare = ({ kind, answersFor }: Pick<RegisteredBody, 'kind' | 'answersFor'>): boolean =>
  kind === 'council' && answersFor.some((group) => SOCIAL_CARE.includes(group));
