const NOT_YET = ['UNKNOWN_TOPIC_OR_PARTITION', 'LEADER_NOT_AVAILABLE'];
const LONGEST_WAIT_MS = 30_000;
const ASK_AGAIN_MS = 100;

/** What the client says when its own tries are over lies under that they are. */
const isNotYet = (error: unknown): boolean =>
  error instanceof Error && (NOT_YET.includes((error as { type?: string }).type ?? '') || isNotYet(error.cause));

/**
 * Asks again until there is an answer: a broker that is busy has not heard of a new topic itself yet, and while any topic, anybody's, has no leader it
 * lists none at all. The client's own tries are over before that.
 * @param ask undefined, or a topic that is not there or not led yet: not an answer
 */
export async function untilAnswered<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (const until = Date.now() + LONGEST_WAIT_MS; ;) {
    const answer = await ask().catch((error: unknown) => {
      if (!isNotYet(error)) throw error;
      return undefined;
    });
    if (answer !== undefined) return answer;
    if (Date.now() > until) throw new Error(`No leader for new topics within ${String(LONGEST_WAIT_MS)} ms`);
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
}
