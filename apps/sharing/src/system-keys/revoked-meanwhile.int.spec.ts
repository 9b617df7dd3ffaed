import { DEMO_PARTNERSHIP, type Capabilities } from '@mash/contracts';
import { proveCapabilityUse } from '@mash/sealing';
import { people } from '@mash/testing';
import { aPermittedLine } from '../../testing/a-permitted-line';
import { aRegisteredSystem } from '../../testing/a-system';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';
import { CheckAnswerWhenItIsReceived } from '../reactions/check-answer-when-it-is-received.reaction';
import { EnvelopeOpener } from '../releases/envelope-opener';

jest.setTimeout(120_000);

describe('A system’s key that is revoked', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  forEachTest((its) => ({ sharing, enquiry } = its));

  const revoke = async (kid: string) => {
    const reason = { reason: 'compromised' };
    expect((await sharing.as(people.admin)('post', `/system-keys/${kid}/revoke`, reason)).status).toBe(204);
  };
  const refusedWith = (action: string) =>
    sharing.query(
      `SELECT envelope -> 'data' ->> 'reasonCode' AS code FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'action' = $1 AND envelope -> 'data' ->> 'outcome' = 'refused' AND envelope -> 'data' ->> 'enquiryId' = $2`,
      [action, enquiry.enquiryId],
    );

  test('while a question is fetched for it, opens the question no more, and uses nothing up', async () => {
    const { lineId } = await aPermittedLine(enquiry);
    const { key, clientId, agencyId } = await aRegisteredSystem(sharing);
    const ask = sharing.asSystem(['capabilities:use'], {
      clientId,
      claims: { agency: agencyId, partnership: DEMO_PARTNERSHIP },
    });
    const { capabilities } = (await ask('get', '/capabilities')).body as Capabilities;
    const { capabilityId = '', capability = '' } = capabilities.find(({ aboutId }) => aboutId === lineId) ?? {};
    const path = `/agency-requests/facts/lines/${lineId}`;
    sharing.others.asked.set(path, async () => {
      await revoke(key.kid);
      return sharing.others.answers.get(path);
    });
    const proof = await proveCapabilityUse(capabilityId, key, new Date());
    const { status, body } = await ask('post', `/capabilities/${capabilityId}/open`, { capability, proof });
    sharing.others.asked.delete(path);
    expect([status, (body as { code?: string }).code]).toEqual([403, 'SHARING.CAPABILITY_NOT_PROVEN']);
    expect(await refusedWith('capability.use')).toEqual([{ code: 'SHARING.CAPABILITY_NOT_PROVEN' }]);
    expect(await sharing.query('SELECT 1 FROM release_call WHERE release_id = $1', [capabilityId])).toEqual([]);
  });

  test('while an answer of it is checked, has it checked anew, and refused', async () => {
    const { sealer, key, clientId, agencyId } = await aRegisteredSystem(sharing);
    const answer = await enquiry.answer([{ text: 'Known to us.' }], agencyId, sealer);
    const opener = sharing.app.get(EnvelopeOpener);
    const openAll = opener.openAll.bind(opener);
    const opening = jest.spyOn(opener, 'openAll').mockImplementationOnce(async (...its) => {
      const opened = await openAll(...its);
      await revoke(key.kid);
      return opened;
    });
    const event = enquiry.received(answer, { kind: 'system', id: clientId });
    const check = () => sharing.app.get(CheckAnswerWhenItIsReceived).handle(event);
    await expect(check()).rejects.toMatchObject({ code: 'SIGNER_REVOKED_MEANWHILE' });
    opening.mockRestore();
    await check();
    expect(await refusedWith('answer.check')).toEqual([{ code: 'SEAL.SIGNER_REVOKED' }]);
    const accepted = 'SELECT 1 FROM accepted_envelope WHERE about_id = $1';
    expect(await sharing.query(accepted, [answer.ids.answerId])).toEqual([]);
  });
});
