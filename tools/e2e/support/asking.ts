import {
  AgencyRequests,
  newId,
  ResearchPlan,
  tasksOfPurpose,
  type AgencyRequest,
  type Category,
  type Purpose,
  type Roster,
  type SendRequests,
} from '@mash/contracts';
import { createHash } from 'node:crypto';
import { eventually } from './eventually';
import { act, read } from './http';
import { keyOf, sealAs } from './sealing';

/** One question: to whom, about whom, for which category. */
export interface Question {
  readonly agencyId: string;
  readonly personId: string;
  readonly category: Category;
}

export const planOf = (enquiryId: string): Promise<ResearchPlan> =>
  eventually(async () => {
    const plan = await read('analyst', 'agency-requests', `/enquiries/${enquiryId}/plan`, ResearchPlan);
    if (plan.ratingVersion === 0) throw new Error('agency-requests has not heard of the rating');
    return plan;
  });

export const requestsOf = async (enquiryId: string): Promise<AgencyRequest[]> =>
  (await read('analyst', 'agency-requests', `/enquiries/${enquiryId}/requests`, AgencyRequests)).requests;

type ToSend = SendRequests['requests'][number];

async function requestTo(
  agencyId: string,
  questions: readonly Question[],
  its: { enquiryId: string; purpose: Purpose; purposeText: string; roster: Roster },
): Promise<ToSend> {
  const { enquiryId, purpose, purposeText, roster } = its;
  const requestId = newId();
  const publicKey = await keyOf(enquiryId);
  const envelopes: ToSend['envelopes'] = [];
  for (const personId of new Set(questions.map((one) => one.personId))) {
    const known = roster.people.find((one) => one.personId === personId);
    const person = { displayName: known?.displayName ?? '', surname: known?.surname ?? '' };
    const asked = questions.filter((one) => one.personId === personId);
    const content = { purposeText, purpose, person, questions: asked.map(({ category }) => ({ category })) };
    const ids = { typ: 'request', enquiryId, requestId, agencyId, personId } as const;
    const sealed = await sealAs<'request'>('analyst', { ids, content, publicKey });
    envelopes.push({ envelopeId: newId(), personId, sealed });
  }
  const line = { existenceOnly: false, need: 'yes' } as const;
  const lines = questions.map(({ personId, category }) => ({ lineId: newId(), personId, category, ...line }));
  const textHash = createHash('sha256').update(purposeText, 'utf8').digest('hex');
  const [task] = tasksOfPurpose(purpose, purpose);
  return { requestId, agencyId, textHash, ...(task && { task }), lines, envelopes };
}

const PURPOSE_TEXT = 'The hub judges that the family may need help. We ask for what bears on that, and for no more.';

/** The analyst presses Send. Answers with the requests once `sharing` has decided each line. */
export async function ask(
  enquiryId: string,
  roster: Roster,
  questions: readonly Question[],
  purposeText = PURPOSE_TEXT,
): Promise<AgencyRequest[]> {
  const { ratingVersion, rosterVersion, thresholdVersion, purpose } = await planOf(enquiryId);
  const agencies = [...new Set(questions.map(({ agencyId }) => agencyId))];
  const its = { enquiryId, purpose, purposeText, roster };
  const requests: ToSend[] = [];
  for (const agencyId of agencies)
    requests.push(
      await requestTo(
        agencyId,
        questions.filter((one) => one.agencyId === agencyId),
        its,
      ),
    );
  const command = { ratingVersion, rosterVersion, thresholdVersion, purpose, requests };
  await act('analyst', 'agency-requests', `/enquiries/${enquiryId}/requests`, command);
  return eventually(async () => {
    const found = await requestsOf(enquiryId);
    const waiting = found.flatMap(({ lines }) => lines).filter(({ state }) => state === 'proposed');
    if (waiting.length > 0) throw new Error(`${String(waiting.length)} lines are not decided yet`);
    return found;
  });
}
