import { DEMO_PARTNERSHIP, type Capabilities, type LineFacts } from '@mash/contracts';
import { proveCapabilityUse } from '@mash/sealing';
import type { ASystem } from './a-system';
import type { Sharing } from './start-sharing';

export type Capability = Capabilities['capabilities'][number];
export const SCOPE = ['capabilities:use'];

/** How agencies' systems find and use what was made for them; of this one, where a test names none. */
export function capabilitiesFor(sharing: Sharing, police: ASystem) {
  const as = (system: Pick<ASystem, 'clientId' | 'agencyId'>, its: { scopes?: string[]; partnership?: string } = {}) =>
    sharing.asSystem(its.scopes ?? SCOPE, {
      clientId: system.clientId,
      claims: { agency: system.agencyId, partnership: its.partnership ?? DEMO_PARTNERSHIP },
    });
  const listed = async (system: ASystem): Promise<Capability[]> =>
    ((await as(system)('get', '/capabilities')).body as Capabilities).capabilities;
  const capabilityOf = async ({ lineId }: Pick<LineFacts, 'lineId'>, system = police): Promise<Capability> => {
    const found = (await listed(system)).find(({ aboutId }) => aboutId === lineId);
    if (found === undefined) throw new Error('No capability');
    return found;
  };
  const open = async (
    { capabilityId, capability }: Capability,
    its: {
      system?: ASystem;
      key?: ASystem['key'];
      proof?: string;
      capability?: string;
      ask?: ReturnType<typeof as>;
    } = {},
  ) => {
    const { system = police } = its;
    const proof = its.proof ?? (await proveCapabilityUse(capabilityId, its.key ?? system.key, new Date()));
    const body = { capability: its.capability ?? capability, proof };
    return (its.ask ?? as(system))('post', `/capabilities/${capabilityId}/open`, body);
  };
  const refusals = async (capabilityId: string) => {
    const rows = await sharing.query<{ code: string }>(
      `SELECT envelope -> 'data' ->> 'reasonCode' AS code FROM (SELECT seq, envelope FROM outbox UNION ALL SELECT seq, envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'action' = 'capability.use' AND envelope -> 'data' ->> 'outcome' = 'refused'
          AND envelope -> 'data' -> 'subject' ->> 'id' = $1 ORDER BY seq`,
      [capabilityId],
    );
    return rows.map(({ code }) => code);
  };
  const ledgerOf = (capabilityId: string) =>
    sharing.query('SELECT mode, recipient_id, recipient_agency_id, person_id FROM disclosure WHERE release_id = $1', [
      capabilityId,
    ]);
  return { as, listed, capabilityOf, open, refusals, ledgerOf };
}
