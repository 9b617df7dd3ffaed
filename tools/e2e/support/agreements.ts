import { concludeAgreement } from '../../demo-data/conclude-agreement.mjs';
import { demoClient, establishedPartnership } from './established-partnership';
import { act } from './http';
import { Refusal } from './refusal';

const AGREEMENT_ID = '01980000-0000-7000-8000-0000000e2e01';
const party = (...kinds: string[]) => ({ organisations: [], kinds });
const categories = ['missing-episodes', 'contact-narrative'];
const rests = (agencyId: string) => ({ agencyId, categories, basis: ['TASK', 'DUTY'] });

/** An agreement about children who go missing, beside the hub's own: nothing else in these tests is asked or told for that purpose. */
const MISSING_CHILDREN = {
  ...{ agreementId: AGREEMENT_ID, version: 1, slug: 'riverside-missing-children', tier: 'single' },
  ...{ title: 'Children who go missing', owner: 'Head of safeguarding, Riverside Council' },
  ...{ inForceFrom: '2026-04-01', reviewDue: '2099-04-01' },
  parties: ['riverside-council', 'riverside-police'].map((agencyId) => ({ agencyId, role: 'controller' })),
  lines: [
    {
      ...{
        lineId: 'missing',
        rank: 'default',
        effect: 'allow',
        from: party('council'),
        to: party('police', 'council'),
      },
      ...{ purposes: ['MISSING'], categories, standingRelease: [] },
      modes: ['ask', 'content', 'onward'],
    },
  ],
  bases: [rests('riverside-council')],
  words: { why: 'To find a child who is missing.', retention: 'Seven years.' },
};

/** The parties conclude the agreement about missing children, and the administrator stops it: from now on nothing goes under it. */
export async function stopSharingAboutMissingChildren(): Promise<void> {
  await establishedPartnership();
  await concludeAgreement(demoClient, MISSING_CHILDREN);
  await act('administrator', 'sharing', `/agreements/${AGREEMENT_ID}/stop`).catch((error: unknown) => {
    // Stopped already, in an earlier run on the same platform.
    if (!(error instanceof Refusal && error.code === 'SHARING.NOT_IN_FORCE')) throw error;
  });
}
