/**
 * What the policy and the ledger cost a release: one call for a picture of some 200 items, against opening the same envelopes.
 *
 * Both are HTTP calls with the same body and a person's token, to the same process on the same PostgreSQL; both verify the token, read the
 * enquiry's keys from the database, unwrap them, open every envelope, verify who sealed it, and answer what is in it. The bare one does nothing
 * else. The release asks the owners of the facts (stood in for by a server that answers at once), decides each item with its reasons, redacts,
 * seals and writes the ledger, the audit entry and the event, and answers after the commit. The calls of the two are interleaved.
 */
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const load = createRequire(import.meta.url);
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
load('./typescript.cjs');
const sharing = join(root, 'apps', 'sharing');
const { startSharing } = load(join(sharing, 'testing', 'start-sharing.ts'));
const { establish } = load(join(sharing, 'testing', 'a-partnership.ts'));
const { AnEnquiry } = load(join(sharing, 'testing', 'an-enquiry.ts'));
const { aPicture } = load(join(sharing, 'testing', 'a-picture.ts'));
const { EnvelopeOpener } = load(join(sharing, 'src', 'releases', 'envelope-opener.ts'));
const { EnquiryRepository } = load(join(sharing, 'src', 'persistence', 'enquiry.repository.ts'));
const { TokenVerifier } = load('@mash/service-host');
const { newId } = load('@mash/contracts');
const { people } = load('@mash/testing');

const PICTURE = { answers: 17, itemsInEach: 12, characters: 2000 };
const WARM_UP = 15;
const ROUNDS = 10;
const CALLS_IN_A_ROUND = 40;
const RESAMPLINGS = 500;

const sorted = (values) => [...values].sort((a, b) => a - b);
const at = (values, share) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))];
const median = (values) => at(values, 0.5);
const p95 = (values) => at(values, 0.95);

/** The share-th ratios among so many, each of as many pairs drawn anew from those that were measured: how far another run may lie from this one. */
function ratiosIfDrawnAgain({ release, open }, of, ...shares) {
  let state = 20260930;
  const draw = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * release.length);
  };
  const ratios = Array.from({ length: RESAMPLINGS }, () => {
    const pairs = release.map(draw);
    return of(pairs.map((pair) => release[pair])) / of(pairs.map((pair) => open[pair]));
  });
  return shares.map((share) => at(ratios, share).toFixed(2));
}

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/** Opens what it is sent and says what is in it: no policy, no ledger. */
async function bareOpener(app) {
  const [opener, enquiries, verifier] = [EnvelopeOpener, EnquiryRepository, TokenVerifier].map((token) =>
    app.get(token, { strict: false }),
  );
  const server = createServer((request, response) => {
    void (async () => {
      await verifier.verify((request.headers.authorization ?? '').slice('Bearer '.length));
      const { enquiryId, envelopes } = await bodyOf(request);
      const opened = await opener.openAll(envelopes, await enquiries.find(enquiryId));
      if (opened.some(({ kind }) => kind === 'refused')) throw new Error('The bare opener was refused an envelope');
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ items: opened.map(({ facts, content }) => ({ facts, content })) }));
    })().catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

async function timed(url, token, body) {
  const startedAt = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body,
  });
  const text = await response.text();
  const took = performance.now() - startedAt;
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 300)}`);
  return { took, text };
}

async function main() {
  const service = await startSharing();
  await establish(service);
  const enquiry = await AnEnquiry.begin(service);
  const envelopes = await aPicture(enquiry, PICTURE);
  const bare = await bareOpener(service.app);
  const asked = () =>
    JSON.stringify({ releaseId: newId(), enquiryId: enquiry.enquiryId, mode: 'content', purpose: 'S47', envelopes });

  const release = async (token) => timed(`${service.url}/releases`, token, asked());
  const open = async (token) => timed(bare.url, token, asked());
  const figures = { release: [], open: [] };
  for (let round = -1; round < ROUNDS; round += 1) {
    const token = await service.tokenOf(people.analyst);
    const took = { release: [], open: [] };
    for (let call = 0; call < (round < 0 ? WARM_UP : CALLS_IN_A_ROUND); call += 1) {
      for (const one of call % 2 === 0 ? ['release', 'open'] : ['open', 'release'])
        took[one].push((await (one === 'release' ? release : open)(token)).took);
    }
    if (round < 0) continue;
    figures.release.push(...took.release);
    figures.open.push(...took.open);
  }
  const [line] = await service.query(`SELECT count(*)::int AS lines FROM disclosure`);
  const items = PICTURE.answers * PICTURE.itemsInEach;
  const calls = WARM_UP + ROUNDS * CALLS_IN_A_ROUND;
  const each = line.lines / calls;
  if (!(each >= items)) throw new Error(`The ledger holds ${line.lines} lines of ${calls} releases of ${items} items`);
  const said = (values) => `median ${median(values).toFixed(1)} ms, p95 ${p95(values).toFixed(1)} ms`;
  console.log(`${items} items in ${PICTURE.answers} envelopes, ${calls} calls of each, ${each} ledger lines a call`);
  console.log(`  release      ${said(figures.release)}`);
  console.log(`  opened only  ${said(figures.open)}`);
  // Of all calls together: in one round the collector's pauses, which the release causes, fall on either of the two.
  console.log(`RATIO release-200-items-p95 ${(p95(figures.release) / p95(figures.open)).toFixed(2)} aim <= 1.5`);
  const range = (of) =>
    `${ratiosIfDrawnAgain(figures, of, 0.05, 0.95).join(' to ')} in nine of ten drawings of as many pairs`;
  console.log(`  ${range(p95)}`);
  console.log(`  of the medians ${(median(figures.release) / median(figures.open)).toFixed(2)}, ${range(median)}`);
  bare.close();
  await service.close();
}

await main();
process.exit(0);
