import { PEOPLE } from './people.mjs';
import { SIGNATORY_OF } from './signatories.mjs';

/**
 * Takes an agreement the whole way as the demo people do: drafted and sent out by the administrator, approved by a named person of each
 * party, put in force. Broken off, it goes on where it was; a version that has been in force stays as it is.
 */
export async function concludeAgreement(client, agreement) {
  const { administrator } = PEOPLE;
  const path = `/agreements/${agreement.agreementId}/versions/${agreement.version}`;
  const found = await client.get(administrator, 'sharing', path).catch((error) => {
    if (error.status !== 404) throw error;
    return { state: 'new' };
  });
  if (found.state === 'new') await client.post(administrator, 'sharing', '/agreements', agreement);
  if (['new', 'draft'].includes(found.state)) await client.post(administrator, 'sharing', `${path}/propose`);
  if (['new', 'draft', 'proposed'].includes(found.state)) await approveForAll(client, path, agreement, found);
  if (['new', 'draft', 'proposed', 'approved'].includes(found.state))
    await client.post(administrator, 'sharing', `${path}/put-in-force`);
}

async function approveForAll(client, path, { parties }, { approvals = [] }) {
  const approved = approvals.filter(({ approvedAt }) => approvedAt !== undefined).map(({ agencyId }) => agencyId);
  for (const { agencyId } of parties.filter((party) => !approved.includes(party.agencyId)))
    await client.post(SIGNATORY_OF[agencyId], 'sharing', `${path}/approve`);
}
