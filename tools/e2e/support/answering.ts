import {
  newId,
  RequestDetail,
  SealedAnswers,
  type Category,
  type GiveAnswer,
  type SealedAnswer,
} from '@mash/contracts';
import type { AnswerContent, AnswerFacts, FactsGivenFor } from '@mash/sealing';
import { SealingPublicKey } from '@mash/sealing';
import { eventually } from './eventually';
import { act, read } from './http';
import type { Person } from './people';
import { sealAs } from './sealing';

type ItemFacts = FactsGivenFor<'answer'>['items'][number];

/** One thing an agency knows, with how it may be handled. */
export interface Finding {
  readonly category: Category;
  readonly text: string;
  readonly handling?: Partial<Pick<ItemFacts, 'handling' | 'condition' | 'flags'>>;
}

const CLASSES: Partial<Record<Category, AnswerFacts['items'][number]['class']>> = {
  'police-incidents': 'criminal',
  'police-convictions': 'criminal',
  'health-attendance': 'special',
};

function itemOf(personId: string, { category, text, handling }: Finding) {
  const itemId = newId();
  const source = 'Records system of the agency';
  const content: AnswerContent['items'][number] = {
    ...{ itemId, category, text, source, kind: 'fact', when: { date: '2026-06-11' } },
    ...(category.startsWith('police') && { grading: { scheme: '3x5x2', source: '2', assessment: 'B' } }),
  };
  const facts: ItemFacts = {
    ...{ itemId, category, class: CLASSES[category] ?? 'personal', confidential: false, handling: 'none', flags: [] },
    ...{ subjects: [personId], thirds: 'none', dates: { from: '2026-06-11' }, bar: 'none' },
    ...handling,
  };
  return { content, facts };
}

const SEARCHED = {
  systems: [{ name: 'Records system of the agency' }],
  identifiersUsed: ['name', 'date_of_birth'],
  datesFrom: '2016-01-01',
  datesTo: '2026-11-20',
} satisfies Partial<AnswerContent['coverage']>;

export interface ToAnswer {
  readonly requestId: string;
  /** What is known, by person; of anybody else who was asked about, nothing. */
  readonly known: Readonly<Record<string, readonly Finding[]>>;
  readonly note?: string;
}

/** The liaison officer answers one request about everybody whom it names, sealed to the key that the request gave. */
export async function answer(liaison: Person, { requestId, known, note }: ToAnswer): Promise<string> {
  const detail = await read(liaison, 'agency-requests', `/requests/${requestId}`, RequestDetail);
  const { enquiryId, agencyId, lines, answerKey } = detail;
  const answerId = newId();
  const publicKey = SealingPublicKey.parse(answerKey?.publicKey);
  const envelopes: GiveAnswer['envelopes'] = [];
  for (const personId of new Set(lines.map((line) => line.personId))) {
    const items = (known[personId] ?? []).map((finding) => itemOf(personId, finding));
    const state = items.length > 0 ? 'known_current' : 'not_known';
    const coverage: AnswerContent['coverage'] = { ...SEARCHED, state, ...(note !== undefined && { note }) };
    const sealed = await sealAs<'answer'>(liaison, {
      ids: { typ: 'answer', enquiryId, requestId, answerId, agencyId, personId },
      facts: { identity: 'confirmed', items: items.map(({ facts }) => facts) },
      content: { coverage, items: items.map(({ content }) => content) },
      publicKey,
    });
    envelopes.push({ envelopeId: newId(), personId, sealed });
  }
  await act(liaison, 'agency-requests', `/requests/${requestId}/answers`, { answerId, complete: true, envelopes });
  return answerId;
}

export const answersOf = async (enquiryId: string): Promise<SealedAnswer[]> =>
  (await read('analyst', 'agency-requests', `/enquiries/${enquiryId}/answers`, SealedAnswers)).answers;

/** The answers of an enquiry, once `sharing` has opened and checked each of them. */
export const checkedAnswers = (enquiryId: string): Promise<SealedAnswer[]> =>
  eventually(async () => {
    const answers = await answersOf(enquiryId);
    const unchecked = answers.filter(({ state }) => state === 'received');
    if (unchecked.length > 0) throw new Error(`${String(unchecked.length)} answers are not checked yet`);
    return answers;
  });
