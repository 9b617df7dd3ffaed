import { Ledger } from '@mash/contracts';
import { auditOf } from './support/auditing';
import { Canaries } from './support/canaries';
import { walkTables } from './support/catalogue';
import { DecidedStory } from './support/decided-story';
import { everyKey, everySealedValue, opensWithAny, type DumpedKey, type SealedValue } from './support/dump';
import { eventually } from './support/eventually';
import { aFamily } from './support/family';
import { askToErase, erasedEverywhere, placeHold, reasonFor } from './support/governing';
import { act, callAs, read } from './support/http';
import { once } from './support/once';
import { DATABASES } from './support/platform';
import { enquiryOf } from './support/rating';
import { envelopesOf, release } from './support/releasing';
import { everyMessage } from './support/topics';

/** Names and words that stand nowhere else in the platform. */
const FAMILY = {
  ...{ child: 'Quennellore', sibling: 'Fabrisande', mother: 'Ysoldine', surname: 'Thrapwinter' },
  ...{ street: '9 Cinderwhistle Bank', postcode: 'QY7 7ZQ', school: 'Hollowmarch Primary School' },
};
const NAMES = ['Quennellore', 'Fabrisande', 'Ysoldine', 'Thrapwinter', 'Cinderwhistle', 'QY7 7ZQ', 'Hollowmarch'];
const WORKER = 'Odalric Fennimore';

const going = new DecidedStory({ family: aFamily(FAMILY), sealedToOverflow: true, worker: WORKER });
const staying = new DecidedStory({ family: aFamily({ surname: 'Marrowgate' }) });

interface Dump {
  readonly sealed: readonly SealedValue[];
  readonly keys: readonly DumpedKey[];
}
const dump = async (): Promise<Dump> => ({ sealed: await everySealedValue(), keys: await everyKey() });
const isOf =
  (enquiryId: string, contactId: string) =>
  ({ header }: SealedValue): boolean =>
    ('enquiryId' in header && header.enquiryId === enquiryId) ||
    ('contactId' in header && header.contactId === contactId);

/** Where a name of the family, or of the worker, lies. */
const columnsNaming = async (): Promise<string[]> =>
  (await Promise.all(DATABASES.map((service) => columnsWith(service, [...NAMES, WORKER])))).flat();

/** The hub closes the enquiry; then one asks, another confirms, and every service does its part. */
const erased = once(async () => {
  await Promise.all([going.taken(), going.told(), staying.checked()]);
  const enquiryId = await going.enquiryId();
  await eventually(async () => {
    const { stage } = await enquiryOf(enquiryId);
    if (stage !== 'closed') throw new Error(`still ${stage}`);
  });
  const before = { ...(await dump()), named: await columnsNaming() };
  const { erasureId, answer } = await askToErase(enquiryId, 'Seven years are over, says the Thrapwinter file.');
  if (answer.status !== 204) throw new Error(`not asked: ${JSON.stringify(answer.body)}`);
  await act('manager', 'sharing', `/erasures/${erasureId}/confirm`);
  const erasure = await erasedEverywhere(erasureId);
  return { before, after: await dump(), erasure, enquiryId };
});

const columnsWith = async (service: string, words: readonly string[]): Promise<string[]> => {
  const canaries = new Canaries(words);
  const found = new Set<string>();
  await walkTables(service, ({ column, text }) => {
    if (canaries.in(text).length > 0) found.add(column);
  });
  return [...found];
};

describe('An enquiry that was erased', () => {
  beforeAll(erased);

  test('opens nowhere any more: with a full dump and the key-encryption key, no envelope of it, kept or copied before', async () => {
    const { before, after, enquiryId } = await erased();
    const itsOwn = isOf(enquiryId, going.family.contactId);
    const copies = before.sealed.filter(itsOwn);
    expect(new Set(copies.map(({ header }) => header.typ))).toEqual(
      new Set([
        'contact',
        'consent',
        'request',
        'answer',
        'decision',
        'note',
        'outward',
        'disclosure',
        'ruling',
        'review',
      ]),
    );
    for (const { envelope } of copies) expect(await opensWithAny(envelope, before.keys)).toBe(true);

    const toOverflow = before.keys.filter(({ use }) => use === 'overflow').map(({ key }) => key.kid);
    const toItsKeys = copies.filter(({ header }) => !toOverflow.includes(header.kid));
    expect(toItsKeys.length).toBeGreaterThan(10);
    const stillOpen: string[] = [];
    for (const { envelope, lies } of [...toItsKeys, ...after.sealed.filter(itsOwn)])
      if (await opensWithAny(envelope, after.keys)) stillOpen.push(lies);
    expect(stillOpen).toEqual([]);
  });

  test('is gone in its own row where it was sealed to the shared overflow key, which lives on for others', async () => {
    const { before, after, enquiryId } = await erased();
    const toOverflow = before.keys.filter(({ use }) => use === 'overflow').map(({ key }) => key.kid);
    const shared = before.sealed.filter(
      (one) => isOf(enquiryId, going.family.contactId)(one) && toOverflow.includes(one.header.kid),
    );
    // What was said of consent lies twice: where the concern came in, and where consent is read.
    expect(shared.map(({ header }) => header.typ).sort()).toEqual(['consent', 'consent', 'contact']);
    const rows = new Set(after.sealed.map(({ envelope }) => envelope));
    expect(shared.filter(({ envelope }) => rows.has(envelope))).toEqual([]);
    // The reason why the row must go, and why a backup of it must age out: the key cannot be destroyed for one enquiry alone.
    expect(await opensWithAny(shared[0]?.envelope ?? '', after.keys)).toBe(true);
  });

  test('leaves another enquiry as it was: every envelope of it opens, and it can be read', async () => {
    const { after } = await erased();
    const other = after.sealed.filter(isOf(await staying.enquiryId(), staying.family.contactId));
    expect(other.length).toBeGreaterThan(5);
    for (const { envelope } of other) expect(await opensWithAny(envelope, after.keys)).toBe(true);
    const envelopes = (await staying.checked()).flatMap(envelopesOf);
    const { items } = await release('analyst', { enquiryId: await staying.enquiryId(), envelopes });
    expect(items.some(({ visibility }) => visibility === 'shown')).toBe(true);
  });

  test('had names and particulars in the people index before, and a worker in the inbox', async () => {
    const { before } = await erased();
    const there = [
      'person.surname',
      'mention.said',
      'mention.blocking_keys',
      'person_search.asked',
      'route.worker_name',
    ];
    expect(before.named).toEqual(expect.arrayContaining(there));
  });

  test.each(DATABASES)('has left no name, address or school of the family, and no worker, in %s', async (service) => {
    expect(await columnsWith(service, [...NAMES, WORKER])).toEqual([]);
  });

  test('and none in Kafka', async () => {
    const canaries = new Canaries(NAMES);
    const leaks = (await everyMessage()).filter(
      ({ key, value, headers }) => canaries.in(`${key}${value}${headers}`).length > 0,
    );
    expect(leaks).toEqual([]);
  });

  test('reads to everybody as one that never was; to information governance as lines without content', async () => {
    const { erasure, enquiryId } = await erased();
    for (const [service, path] of [
      ['decision', `/enquiries/${enquiryId}`],
      ['contact-intake', `/enquiries/${enquiryId}/contact`],
      ['agency-requests', `/enquiries/${enquiryId}/requests`],
      ['sharing', `/enquiries/${enquiryId}/key`],
    ] as const)
      expect({ path, status: (await callAs('manager', service, path)).status }).toEqual({ path, status: 404 });
    expect(erasure).toMatchObject({ state: 'erased', retentionRule: 'RS-4.2' });
    expect(erasure.parts.map(({ service, doneAt }) => [service, doneAt !== undefined])).toEqual([
      ['sharing', true],
      ['contact-intake', true],
      ['decision', true],
      ['agency-requests', true],
    ]);
    const { entries } = await read('governance', 'sharing', `/ledger?enquiryId=${enquiryId}`, Ledger);
    expect(entries.length).toBeGreaterThan(3);
    expect(entries.filter(({ category }) => category !== undefined)).toEqual([]);
    const actions = (await auditOf(enquiryId)).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['erasure.request', 'erasure.confirm', 'enquiry.erase-part']));
  });
});

test('A legal hold stops it, and so does an enquiry that the hub has not closed', async () => {
  await staying.checked();
  const enquiryId = await staying.enquiryId();
  const open = await askToErase(enquiryId, 'Somebody pressed the wrong button.');
  expect(open.answer).toMatchObject({ status: 409, body: { code: 'ERASURE.ENQUIRY_OPEN' } });
  const holdId = await placeHold(enquiryId, 'Care proceedings.');
  const held = await askToErase(enquiryId, 'Again.');
  expect(held.answer).toMatchObject({ status: 409, body: { code: 'ERASURE.UNDER_LEGAL_HOLD' } });
  const sealed = await reasonFor(enquiryId, holdId, 'Ended.');
  const wrongVersion = await callAs('governance', 'sharing', `/legal-holds/${holdId}/lift`, {
    method: 'POST',
    body: { sealedReason: sealed },
  });
  expect(wrongVersion.status).toBe(422);
});
