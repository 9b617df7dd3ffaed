import { DEMO_AGENCIES, type AgreementContentLine, type AgreementView } from '@mash/contracts';
import { DECIDED } from './decided-enquiry';

const kinds = (...list: AgreementContentLine['from']['kinds']) => ({ organisations: [], kinds: list });
const { council, police } = DEMO_AGENCIES;

const LINES: AgreementContentLine[] = [
  {
    ...{ lineId: 'police-answers', rank: 'default', effect: 'allow' },
    ...{ from: kinds('police'), to: { organisations: [council], kinds: [] } },
    categories: ['police-incidents', 'missing-episodes'],
    ...{ purposes: ['S17', 'S47'], modes: ['content'], standingRelease: [] },
  },
  {
    ...{ lineId: 'no-convictions', rank: 'exception', effect: 'deny', from: kinds('police'), to: kinds('voluntary') },
    ...{ categories: ['police-convictions'], purposes: ['EH'], modes: ['content', 'onward'], standingRelease: [] },
  },
];

/** A version past its review, between the council and the police. */
export const agreementStub = (changes: Partial<AgreementView> = {}): AgreementView => ({
  ...{ agreementId: DECIDED.agreementId, version: 3, slug: 'riverside-hub', title: 'Riverside hub sharing agreement' },
  ...{ tier: 'tier-2', owner: 'Head of safeguarding', inForceFrom: '2026-01-01', reviewDue: '2026-06-30' },
  parties: [
    { agencyId: council, role: 'joint_controller', responsibilities: 'Runs the hub.' },
    { agencyId: police, role: 'controller' },
  ],
  lines: LINES,
  bases: [{ agencyId: police, categories: ['police-incidents', 'missing-episodes'], basis: ['TASK', 'DUTY', 'SPEC'] }],
  dpia: 'https://riverside.example/dpia',
  words: { why: 'So that the hub can see whether a child is safe.', retention: 'Until the child is 25.' },
  ...{ state: 'in_force', standing: 'past_review' },
  bodies: [
    { agencyId: council, name: 'Riverside Council', kind: 'council' },
    { agencyId: police, name: 'Riverside Police', kind: 'police' },
  ],
  approvals: [council, police].map((agencyId) => ({
    ...{ agencyId, approvedAt: '2025-12-20T10:00:00.000Z', waitsFor: [] },
    approvedBy: { name: `Nadia of ${agencyId}`, jobTitle: 'Data protection officer' },
  })),
  findings: [],
  may: ['draft', 'stop'],
  ...changes,
});
