import { act } from './http';
import { Refusal } from './refusal';

const AGREEMENT_ID = '01980000-0000-7000-8000-0000000e2e01';
const party = (...kinds: string[]) => ({ organisations: [], kinds });

/** An agreement about children who go missing, beside the hub's own: nothing else in these tests is asked or told for that purpose. */
const MISSING_CHILDREN = {
  ...{ agreementId: AGREEMENT_ID, version: 1, slug: 'riverside-missing-children', tier: 'single' },
  ...{ title: 'Children who go missing', owner: 'Head of safeguarding, Riverside Council' },
  ...{ inForceFrom: '2026-04-01', reviewDue: '2099-04-01' },
  lines: [
    {
      ...{
        lineId: 'missing',
        rank: 'default',
        effect: 'allow',
        from: party('council'),
        to: party('police', 'council'),
      },
      ...{ purposes: ['MISSING'], categories: ['missing-episodes', 'contact-narrative'], standingRelease: [] },
      modes: ['ask', 'content', 'onward'],
    },
  ],
};

/** Done already, in an earlier run on the same platform. */
const isDone = (error: unknown): boolean =>
  error instanceof Refusal && ['SHARING.VERSION_EXISTS', 'SHARING.NOT_IN_FORCE'].includes(error.code);

async function once(path: string, body?: unknown): Promise<void> {
  await act('administrator', 'sharing', path, body).catch((error: unknown) => {
    if (!isDone(error)) throw error;
  });
}

/** The administrator publishes the agreement about missing children, and stops it: from now on nothing goes under it. */
export async function stopSharingAboutMissingChildren(): Promise<void> {
  await once('/agreements', MISSING_CHILDREN);
  await once(`/agreements/${AGREEMENT_ID}/stop`);
}
