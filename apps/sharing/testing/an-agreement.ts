import { DEMO_AGENCIES, newId, type AgreementContent, type AgreementContentLine, type Category } from '@mash/contracts';
import { people } from '@mash/testing';
import type { Sharing } from './start-sharing';

const { council, police, health, school } = DEMO_AGENCIES;
const ofKind = (...kinds: AgreementContentLine['from']['kinds']) => ({ organisations: [], kinds });

/** Who signs for whom in these tests. */
export const SIGNATORIES = {
  [council]: people.councilSignatory,
  [police]: people.policeSignatory,
  [health]: people.healthSignatory,
  [school]: people.schoolSignatory,
} as const;

export const aLine = (changes: Partial<AgreementContentLine> = {}): AgreementContentLine => ({
  ...{ lineId: 'asking', rank: 'default', effect: 'allow', from: ofKind('council'), to: ofKind('police') },
  ...{ purposes: ['S17'], categories: ['hub-summary'], modes: ['ask'], standingRelease: [] },
  ...changes,
});

const EVERY_BASIS = ['TASK', 'DUTY', 'SPEC'] as const;

/** Each party rests on its task, the duty and a condition for everything that any line lets through. */
export const basesFor = (parties: readonly string[], categories: readonly Category[]): AgreementContent['bases'] =>
  parties.map((agencyId) => ({ agencyId, categories: [...categories], basis: [...EVERY_BASIS] }));

/** A version that passes the register check, between the council and the police. */
export function anAgreement(changes: Partial<AgreementContent> = {}): AgreementContent {
  const agreementId = changes.agreementId ?? newId();
  const lines = changes.lines ?? [aLine()];
  const parties = changes.parties ?? [
    { agencyId: council, role: 'controller' as const },
    { agencyId: police, role: 'controller' as const },
  ];
  const categories = [...new Set(lines.flatMap((line) => line.categories))];
  const named = parties.map(({ agencyId }) => agencyId);
  return {
    ...{ agreementId, version: 1, slug: `ours-${agreementId}`, title: 'Ours', tier: 'tier-2', owner: 'The hub' },
    ...{ inForceFrom: '2020-01-01', reviewDue: '2099-01-01', parties, lines, bases: basesFor(named, categories) },
    words: { why: 'So that children are safe.', retention: 'Seven years.' },
    ...changes,
  };
}

export type AgreementCommand = 'propose' | 'approve' | 'put-in-force';
export const pathOf = ({ agreementId, version }: AgreementContent, command?: AgreementCommand): string =>
  `/agreements/${agreementId}/versions/${version}${command === undefined ? '' : `/${command}`}`;

async function expectDone(answered: Promise<{ status: number; body: unknown }>, what: string): Promise<void> {
  const { status, body } = await answered;
  if (status !== 204) throw new Error(`${what}: ${status} ${JSON.stringify(body)}`);
}

/** Drafted and out for approval. */
export async function propose(sharing: Sharing, content: AgreementContent): Promise<void> {
  const admin = sharing.as(people.admin);
  await expectDone(admin('post', '/agreements', content), 'draft');
  await expectDone(admin('post', pathOf(content, 'propose')), 'propose');
}

/** Approved by every party. */
export async function approveByAll(sharing: Sharing, content: AgreementContent): Promise<void> {
  for (const { agencyId } of content.parties) {
    const signatory = SIGNATORIES[agencyId as keyof typeof SIGNATORIES];
    await expectDone(sharing.as(signatory)('post', pathOf(content, 'approve')), `approve for ${agencyId}`);
  }
}

/** The whole way: in force. */
export async function conclude(sharing: Sharing, content: AgreementContent): Promise<AgreementContent> {
  await propose(sharing, content);
  await approveByAll(sharing, content);
  await expectDone(sharing.as(people.admin)('post', pathOf(content, 'put-in-force')), 'put in force');
  return content;
}

/** The same words under the next number. */
export const next = (content: AgreementContent): AgreementContent => ({ ...content, version: content.version + 1 });

/** How its versions stand in the table, oldest first. */
export const statesOf =
  (sharing: () => Sharing) =>
  async ({ agreementId }: AgreementContent): Promise<string[]> => {
    const select = 'SELECT state FROM agreement WHERE agreement_id = $1 ORDER BY version';
    return (await sharing().query<{ state: string }>(select, [agreementId])).map(({ state }) => state);
  };
