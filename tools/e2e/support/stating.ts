import { newId } from '@mash/contracts';
import type { HolderStatementContent, HolderStatementFacts } from '@mash/sealing';
import { callAs, type Answer } from './http';
import { ACCOUNTS, type Person } from './people';
import { keyOf, sealAs } from './sealing';

export interface ToState {
  readonly enquiryId: string;
  readonly itemId: string;
  readonly agencyId: string;
  readonly facts: HolderStatementFacts;
  readonly content?: Partial<HolderStatementContent>;
}

/** A liaison officer states something about an item of their agency; gives whatever comes back. */
export async function state(person: Person, { enquiryId, itemId, agencyId, facts, content }: ToState): Promise<Answer> {
  const statementId = newId();
  const sealed = await sealAs<'statement'>(person, {
    ids: { typ: 'statement', enquiryId, statementId, itemId, agencyId, authorId: ACCOUNTS[person] },
    facts,
    content: { reason: 'We have weighed it.', ...content },
    publicKey: await keyOf(enquiryId),
  });
  const body = { statementId, enquiryId, itemId, sealed };
  return callAs(person, 'sharing', '/holder-statements', { method: 'POST', body });
}
