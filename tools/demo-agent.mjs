/**
 * The demo health trust's own system, through the public API alone (docs/security/agency-systems.md). The platform runs.
 *   node tools/demo-agent.mjs key       its public key and the proof of possession, for the administrator's page
 *   node tools/demo-agent.mjs answer    opens and answers what the trust was asked, once, and says what became of it
 *   node tools/demo-agent.mjs contact   sends a concern
 *   node tools/demo-agent.mjs notices   opens the notices of immediate protection that went to the agency
 * AGENT_CLIENT=riverside-police-records makes it the police's. Prints ids and codes; of what it opens, nothing.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import sealing from '@mash/sealing';
import { AgencySystem } from './demo-agent/agency-system.mjs';
import { agentSettings } from './demo-agent/agent-settings.mjs';
import { inventedAnswer } from './demo-agent/invented-records.mjs';

const settings = await agentSettings();
const system = new AgencySystem(settings);

async function printKey() {
  const { partnershipId, agencyId, clientId, key } = settings;
  const { kty, crv, kid, x } = key;
  const proof = await sealing.proveKeyPossession({ partnershipId, agencyId, clientId }, key, new Date());
  console.log(JSON.stringify({ agencyId, clientId, publicKey: { kty, crv, kid, x }, proof }, null, 2));
}

/** `sharing` opens and checks each answer; its word comes a moment later. */
async function settled(requestId, answerId) {
  for (let tries = 0; tries < 100; tries += 1) {
    const its = await system.answerState(requestId, answerId);
    if (its.state !== 'received') return its;
    await wait(200);
  }
  return { state: 'received' };
}

async function answerAll() {
  const open = new Map((await system.capabilities()).map((one) => [one.aboutId, one]));
  const owed = (await system.worklist()).filter(({ lines }) => lines.some(({ state }) => state === 'issued'));
  for (const { requestId, lines } of owed) {
    const waiting = lines.filter(({ state }) => state === 'issued');
    if (!waiting.every(({ lineId }) => open.has(lineId))) {
      console.log(`request ${requestId} left to the agency's staff: not every question of it can be opened any more`);
      continue;
    }
    const opened = [];
    for (const { lineId } of waiting) opened.push(await system.open(open.get(lineId)));
    const of = (personId) => opened.filter((one) => one.personId === personId);
    const answerId = randomUUID();
    await system.answer(
      await system.request(requestId),
      (personId) => inventedAnswer(personId, of(personId)),
      answerId,
    );
    const { state, rejectedBecause = '' } = await settled(requestId, answerId);
    console.log(`request ${requestId} answer ${answerId} ${state} ${rejectedBecause}`.trim());
  }
  console.log(`${owed.length} requests were owed`);
}

async function sendContact() {
  const mentionId = randomUUID();
  const consents = ['service', 'sharing', 'data_protection'].map((kind) => ({
    ...{ mentionId, kind, state: 'not_sought', ground: 'NS_DELAY', givenBy: 'not_applicable' },
  }));
  const { reference, enquiryReference } = await system.contact({
    ...{ source: '3E', referrerKind: 'professional', urgent: false, reply: 'none', presentingIssues: [] },
    people: [
      {
        ...{ mentionId, kind: 'child', forenames: 'Invented', surname: 'Patient', relation: 'concern' },
        birthDate: { year: 2020, month: 2, day: 3 },
      },
    ],
    consents,
    content: {
      narrative: 'The third attendance in six weeks with an explanation that does not fit.',
      danger: 'not_known',
    },
  });
  console.log(`contact ${reference} enquiry ${enquiryReference}`);
}

async function openNotices() {
  const notices = await system.notices();
  const capabilities = (await system.capabilities()).filter(({ kind }) => kind === 'notice');
  for (const capability of capabilities) {
    await system.open(capability);
    console.log(`notice ${capability.aboutId} opened; a person confirms its receipt in the console`);
  }
  console.log(`${notices.length} notices, ${capabilities.length} opened`);
}

const commands = { key: printKey, answer: answerAll, contact: sendContact, notices: openNotices };
const command = commands[process.argv[2]];
if (command === undefined) {
  console.error(`node tools/demo-agent.mjs ${Object.keys(commands).join(' | ')}`);
  process.exit(2);
}
await command();
