/**
 * Loads the demo partnership through the public API: register, agreements, contacts, screening, rating, requests, answers. Acts as the demo people
 * by tokens that exist in the demo alone. Broken off, it goes on where it was: every step first looks whether it was done.
 */
import { demoContacts } from './contacts.mjs';
import { DemoClient } from './demo-client.mjs';
import { establishPartnership } from './partnership.mjs';
import { seededRandom } from './random.mjs';
import { answerWorklists, ask, rate, recordContact, screen } from './steps.mjs';

const now = Date.now();
const client = new DemoClient(process.env);
const count = Number(process.env.DEMO_CONTACTS ?? 66);
const contacts = demoContacts({ now, count });
const random = seededRandom(now & 0xffff);

const bar = (what, done, of) =>
  console.log(`Demo data: ${what} [${'#'.repeat(Math.round((20 * done) / of)).padEnd(20, '.')}] ${done} of ${of}`);

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
  const waits = index % 8 === 7;
  if (!waits) {
    const colour = await rate(client, receipt.enquiryId, contact, random);
    if (index % 6 !== 5 && colour !== 'blue') await ask(client, receipt.enquiryId, random);
  }
  if ((index + 1) % 8 === 0) bar('screened, rated and asked', index + 1, touched.length);
}
await new Promise((resolve) => setTimeout(resolve, 3_000));
const answers = await answerWorklists(client, random);
console.log(`Demo data: ${answers} answers given. All of it is there.`);
