/**
 * Loads the demo partnership through the public API: register, agreements, contacts, screening, rating, requests, answers, and for the
 * older half reviews, decisions, handovers and letters. Acts as the demo people by tokens that exist in the demo alone. Broken off, it goes on
 * where it was: every step first looks whether it was done.
 */
import { DEALT_WITH, demoContacts } from './contacts.mjs';
import { answerInboxes, answerReviews, decideAndRoute, makeTelephoneCalls, seePicture } from './decide.mjs';
import { DemoClient } from './demo-client.mjs';
import { establishPartnership } from './partnership.mjs';
import { seededRandom } from './random.mjs';
import { answerWorklists, ask, linesDecided, rate, recordContact, screen } from './steps.mjs';

const now = Date.now();
const client = new DemoClient(process.env);
const count = Number(process.env.DEMO_CONTACTS ?? 66);
const contacts = demoContacts({ now, count });
const random = seededRandom(now & 0xffff);
const dealtWith = Math.ceil(contacts.length * DEALT_WITH);

const bar = (what, done, of) =>
  console.log(`Demo data: ${what} [${'#'.repeat(Math.round((20 * done) / of)).padEnd(20, '.')}] ${done} of ${of}`);

/** What one service does when it hears of another's work takes a moment. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 2_000));

await establishPartnership(client, now);
const kept = [];
for (const [index, contact] of contacts.entries()) {
  kept.push({ contact, receipt: await recordContact(client, contact, now) });
  if ((index + 1) % 11 === 0) bar('contacts', index + 1, contacts.length);
}

// The newest lie untouched, the next are screened only, so that every stage of the work is there to be seen.
const touched = kept.slice(0, Math.max(0, kept.length - 10));
for (const [index, { contact, receipt }] of touched.entries()) {
  await screen(client, receipt.enquiryId);
  const isOpen = index >= dealtWith;
  const waits = isOpen && index % 6 === 5;
  if (!waits) {
    const colour = await rate(client, receipt.enquiryId, contact, random);
    if (!(isOpen && index % 5 === 4) && colour !== 'blue') await ask(client, receipt.enquiryId, random);
  }
  if ((index + 1) % 8 === 0) bar('screened, rated and asked', index + 1, touched.length);
}

const older = kept.slice(0, dealtWith);
const olderIds = new Set(older.map(({ receipt }) => receipt.enquiryId));
for (const { receipt } of older) await linesDecided(client, receipt.enquiryId);
await answerReviews(client, olderIds, random);
for (const { receipt } of older) await linesDecided(client, receipt.enquiryId);
const answers = await answerWorklists(client, random, (enquiryId) => (olderIds.has(enquiryId) ? 0.95 : 0.6));
console.log(`Demo data: ${answers} answers given`);
await settled();
for (const { contact, receipt } of older) await seePicture(client, { enquiryId: receipt.enquiryId, contact, random });
await answerReviews(client, olderIds, random);
for (const [index, { contact, receipt }] of older.entries()) {
  await decideAndRoute(client, { enquiryId: receipt.enquiryId, contact, random });
  if ((index + 1) % 9 === 0) bar('decided and handed over', index + 1, older.length);
}
await settled(); // a team has its case once it is known that the handover may go
await answerInboxes(client, random);
await settled();
await makeTelephoneCalls(client, random);
console.log('Demo data: all of it is there.');
