import type { AskKnownAgencies } from '@mash/contracts';

type Question = AskKnownAgencies['asked'][number];

interface AskedRequest {
  readonly requestId: string;
  readonly agencyId: string;
  readonly purpose: Question['purpose'];
}
interface AskedLine {
  readonly requestId: string;
  readonly personId: string;
  readonly category: Question['category'];
}

/** What was asked of whom, about whom, for what: each question once, however often it was sent. */
export function questionsAsked(requests: readonly AskedRequest[], lines: readonly AskedLine[]): Question[] {
  const byId = new Map(requests.map((request) => [request.requestId, request]));
  const questions = new Map<string, Question>();
  for (const { requestId, personId, category } of lines) {
    const request = byId.get(requestId);
    if (request === undefined) continue;
    const { agencyId, purpose } = request;
    questions.set([agencyId, personId, category, purpose].join('|'), { agencyId, personId, category, purpose });
  }
  return [...questions.values()];
}

/** In pieces of so many at most, in their order. */
export function inPortions<T>(all: readonly T[], most: number): T[][] {
  const count = Math.ceil(all.length / most);
  return Array.from({ length: count }, (_, index) => all.slice(index * most, (index + 1) * most));
}
