import { auditTopicOf, DEMO_PARTNERSHIP, newId } from '@mash/contracts';
import { Clock } from '@mash/service-host';
import { anAuditMessage } from '../../../testing/audit-messages';
import type { AuditLog } from '../../domain/audit-log';
import type { Sequenceable } from '../../domain/sequenceable';
import { EntrySequencer, LARGEST_GROUP } from './entry-sequencer';

type Append = (entries: readonly Sequenceable[]) => Promise<void>;

function aSequencer(append: Append = () => Promise.resolve()) {
  const groups: (readonly Sequenceable[])[] = [];
  const log = {
    append: async (_partnershipId: string, entries: readonly Sequenceable[]) => {
      groups.push(entries);
      await append(entries);
      return { sequenced: entries.length, duplicates: 0 };
    },
  } as unknown as AuditLog;
  return { sequencer: new EntrySequencer(log, new Clock()), groups };
}

describe('The sequencer', () => {
  test('commits together what comes at once, and what comes while a commit is under way', async () => {
    const hands: Promise<void>[] = [];
    const { sequencer, groups } = aSequencer(() => {
      if (groups.length === 1) hands.push(...Array.from({ length: 4 }, () => sequencer.sequence(anAuditMessage())));
      return Promise.resolve();
    });
    await Promise.all(Array.from({ length: 10 }, () => sequencer.sequence(anAuditMessage())));
    await Promise.all(hands);
    expect(groups.map(({ length }) => length)).toEqual([10, 4]);
  });

  test('numbers entries as they lay on the topic, though one was longer on its way', async () => {
    const { sequencer, groups } = aSequencer();
    const ids = Array.from({ length: 4 }, () => newId());
    const at = (n: number) => ({ ...anAuditMessage({ enquiryId: ids[n] }), partition: 1, offset: String(n + 8) });
    await Promise.all([1, 3, 0, 2].map((n) => sequencer.sequence(at(n))));
    expect(groups.map((group) => group.map(({ search }) => search?.enquiryId))).toEqual([ids]);
  });

  test('lets the entries of one topic overtake none of another’s: offsets are compared within a topic', async () => {
    const { sequencer, groups } = aSequencer();
    const ids = Array.from({ length: 4 }, () => newId());
    const at = (n: number, service: string, offset: number) => ({
      ...anAuditMessage({ enquiryId: ids[n], service }),
      ...{ topic: auditTopicOf(service), partition: 1, offset: String(offset) },
    });
    const came = [at(0, 'sharing', 900), at(2, 'decision', 5), at(1, 'decision', 4), at(3, 'sharing', 901)];
    await Promise.all(came.map((message) => sequencer.sequence(message)));
    expect(groups.map((group) => group.map(({ search }) => search?.enquiryId))).toEqual([ids]);
  });

  test('puts no more into one commit than fits', async () => {
    const { sequencer, groups } = aSequencer();
    await Promise.all(Array.from({ length: LARGEST_GROUP + 3 }, () => sequencer.sequence(anAuditMessage())));
    expect(groups.map(({ length }) => length)).toEqual([LARGEST_GROUP, 3]);
  });

  test('does not say that an entry is kept before it is', async () => {
    let commit: () => void = () => undefined;
    const { sequencer } = aSequencer(() => new Promise((resolve) => (commit = resolve)));
    let isKept = false;
    const keeping = sequencer.sequence(anAuditMessage()).then(() => (isKept = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(isKept).toBe(false);
    commit();
    await keeping;
  });

  test('fails for the entry that the database refuses, and for no other of its group', async () => {
    const bad = newId();
    const { sequencer } = aSequencer((entries) => {
      const isRefused = entries.some((entry) => entry.search?.enquiryId === bad);
      return isRefused ? Promise.reject(new Error('refused')) : Promise.resolve();
    });
    const messages = [anAuditMessage(), anAuditMessage(), anAuditMessage({ enquiryId: bad }), anAuditMessage()];
    const outcomes = await Promise.allSettled(messages.map((message) => sequencer.sequence(message)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    await expect(sequencer.sequence(anAuditMessage())).resolves.toBeUndefined();
  });

  test('tries a group once, and nothing of it alone, where the database is away', async () => {
    const away = Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
    const { sequencer, groups } = aSequencer(() => Promise.reject(away));
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => sequencer.sequence(anAuditMessage())));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(groups).toHaveLength(1);
  });

  test('keeps what could not be kept as an entry as the bytes that it came in', async () => {
    const { sequencer, groups } = aSequencer();
    await sequencer.sequenceBytes({ key: DEMO_PARTNERSHIP, value: Buffer.from('words') });
    expect(groups).toMatchObject([[{ kind: 'opaque', content: Buffer.from('words').toString('base64') }]]);
  });
});
