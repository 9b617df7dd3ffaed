import { DEMO_PARTNERSHIP, newId, OTHER_PARTNERSHIP } from '@mash/contracts';
import { isPassing, MalformedEvent, messagingMigration, Outbox } from '@mash/messaging';
import { createDataSource, UnitOfWork } from '@mash/persistence';
import { breakableLink, freshDatabase, people, type BreakableLink, type FreshDatabase } from '@mash/testing';
import type { DataSource } from 'typeorm';
import type { AuditEntry } from './audit-entry';
import { AuditIsDown } from './audit-is-down';
import { AuditTrail } from './audit-trail';

describe('The audit trail of a service', () => {
  let database: FreshDatabase;
  let link: BreakableLink;
  let app: DataSource;

  beforeAll(async () => {
    database = await freshDatabase('decision', messagingMigration());
    link = await breakableLink(database.appUrl);
    app = await createDataSource({ url: link.url }).initialize();
  });
  beforeEach(() => app.query('DELETE FROM outbox'));
  afterAll(async () => {
    await app.destroy();
    await link.cut();
    await database.drop();
  });

  const trail = (longestUnsentMs?: number) =>
    new AuditTrail(new UnitOfWork(app), new Outbox(), {
      service: 'decision',
      ...(longestUnsentMs !== undefined && { longestUnsentMs }),
    });
  const aLook = (changes: Partial<AuditEntry> = {}): AuditEntry => ({
    actor: people.manager,
    action: 'contact.read',
    subject: { type: 'Contact', id: newId() },
    enquiryId: newId(),
    purpose: 'SCREEN',
    outcome: 'shown',
    ...changes,
  });
  const kept = async () =>
    await app.query<{ topic: string; key: string; envelope: { data: object } }[]>('SELECT * FROM outbox ORDER BY seq');

  test('keeps who, in which role and agency, did what to which record and why: ids and codes', async () => {
    const look = aLook({ personIds: [newId()], decisionId: newId(), basis: ['TASK'], counts: { items: 3 } });
    await trail().recordRead(look);
    const { actor, ...said } = look;
    expect(await kept()).toMatchObject([
      {
        topic: 'mash.audit.v1',
        key: DEMO_PARTNERSHIP,
        envelope: {
          correlationId: look.enquiryId,
          data: {
            ...said,
            service: 'decision',
            actor: { id: actor.id, kind: 'person', roles: ['mash-manager'], agencyId: 'riverside-council' },
          },
        },
      },
    ]);
  });

  test('takes its place with the change: both or neither', async () => {
    const unitOfWork = new UnitOfWork(app);
    const changing = unitOfWork.run(async (tx) => {
      await trail().record(tx, aLook({ outcome: 'done' }));
      throw new Error('the change failed');
    });
    await expect(changing).rejects.toThrow('the change failed');
    expect(await kept()).toEqual([]);
    await unitOfWork.run((tx) => trail().record(tx, aLook({ outcome: 'done' })));
    expect(await kept()).toHaveLength(1);
  });

  test('names the partnership whose record it is, which a system has to say', async () => {
    const system = { kind: 'system', id: 'sharing', scopes: ['internal'] } as const;
    await trail().recordRead(aLook({ actor: system, partnershipId: OTHER_PARTNERSHIP }));
    expect(await kept()).toMatchObject([{ key: OTHER_PARTNERSHIP }]);
    await expect(trail().recordRead(aLook({ actor: system }))).rejects.toBeInstanceOf(MalformedEvent);
  });

  test('says that audit is down, and keeps nothing more, once entries have not been sent in too long', async () => {
    await trail().recordRead(aLook());
    const down: unknown = await trail(-1)
      .recordRead(aLook())
      .catch((error: unknown) => error);
    expect(down).toMatchObject({ name: 'AuditIsDown', code: 'AUDIT.DOWN', status: 503, why: 'unsent-too-long' });
    expect(isPassing(down)).toBe(true);
    expect(await kept()).toHaveLength(1);
  });

  test('hears that entries have not been sent in too long soon after it heard that they had', async () => {
    const looking = trail(45_000);
    await looking.recordRead(aLook());
    const owner = await createDataSource({ url: database.ownerUrl }).initialize();
    await owner.query(`UPDATE outbox SET appended_at = appended_at - interval '46 seconds'`);
    await owner.destroy();
    await new Promise((resolve) => setTimeout(resolve, 60));
    await expect(looking.recordRead(aLook())).rejects.toMatchObject({ why: 'unsent-too-long' });
    await expect(looking.recordRead(aLook())).rejects.toMatchObject({ why: 'unsent-too-long' });
  });

  test('does not hold up what must never wait', async () => {
    await trail().recordRead(aLook());
    await new UnitOfWork(app).run((tx) =>
      trail(-1).record(tx, aLook({ action: 'protection.start', outcome: 'done' }), { evenIfUnsent: true }),
    );
    expect(await kept()).toHaveLength(2);
  });

  test('says that audit is down when the entry cannot be kept', async () => {
    await link.cut();
    const down: unknown = await trail()
      .recordRead(aLook())
      .catch((error: unknown) => error);
    await link.mend();
    expect(down).toBeInstanceOf(AuditIsDown);
    expect(down).toMatchObject({ why: 'append-failed' });
    expect(isPassing(down)).toBe(true);
  });
});
