import { newId } from '@mash/contracts';
import { createDataSource, migrateService } from '@mash/persistence';
import { freshDatabase } from '@mash/testing';
import { NoteWhatWasSent1795305600930 as Migration } from './note-what-was-sent';
import { migrations } from '.';

type Kind = 'handover' | 'letter';
type Outcome = 'PERMIT' | 'REVIEW';

const MADE = `INSERT INTO outward_product (product_id, partnership_id, enquiry_id, kind, audience, to_agency_id, purpose, person_ids, rule, rule_set_version, kid, envelope, made_by, made_at)
  VALUES ($1, $2, $3, $4, 'team_eh', 'an agency', 'EH', '{}', 'a rule', 'a version', 'a key', 'sealed', 'somebody', '2026-09-01T09:00:00Z')`;
const DECIDED = `INSERT INTO sharing_decision (sharing_decision_id, partnership_id, enquiry_id, about_kind, about_id, mode, from_agency_id, audience, purpose, outcome, visibility,
    reasons, lawful_basis, obligations, redactions, rule, rule_set_version, fact_versions, threshold, consent, agreement, asked_by, decided_at, detail_kid, detail_envelope)
  VALUES ($1, $2, $3, 'product', $4, 'onward', 'a hub', 'team_eh', 'EH', $5, 'full', '{}', '{}', '{}', '{}', 'hidden', 'a version', '{}', 's17',
    'not_needed', 'covered', 'somebody', '2026-09-02T09:00:00Z', 'a key', 'sealed')`;
const AT_MAKING = new Date('2026-09-01T09:00:00Z');
const WHEN_LET_GO = new Date('2026-09-02T09:00:00Z');

describe('What was put together before it was noted whether it was sent', () => {
  /** When such a product counts as sent, once its database is brought up to date. */
  const sentAt = async (kind: Kind, outcomes: readonly Outcome[]): Promise<Date[]> => {
    const database = await freshDatabase('sharing', migrations.slice(0, migrations.indexOf(Migration)));
    const { ownerUrl, appRole } = database;
    const dataSource = createDataSource({ url: ownerUrl, migrations, poolSize: 2, applicationName: 'a test' });
    try {
      await dataSource.initialize();
      const [productId, partnershipId, enquiryId] = [newId(), newId(), newId()];
      await dataSource.query(MADE, [productId, partnershipId, enquiryId, kind]);
      for (const outcome of outcomes)
        await dataSource.query(DECIDED, [newId(), partnershipId, enquiryId, productId, outcome]);
      await migrateService({ ownerUrl, appRole, migrations });
      const rows = await dataSource.query<{ at: Date }[]>('SELECT sent_at AS at FROM product_sent');
      return rows.map(({ at }) => at);
    } finally {
      await dataSource.destroy();
      await database.drop();
    }
  };

  test.each([
    ['handover', [], [AT_MAKING]],
    ['handover', ['PERMIT'], [WHEN_LET_GO]],
    ['handover', ['REVIEW', 'PERMIT'], [WHEN_LET_GO]],
    ['handover', ['REVIEW'], []],
    ['letter', ['REVIEW', 'PERMIT'], [WHEN_LET_GO]],
    ['letter', ['REVIEW'], []],
    ['letter', [], []],
  ] as const)(
    'counts as sent where it may go, as it did: a %s, of which was decided %j',
    async (kind, outcomes, at) => {
      expect(await sentAt(kind, outcomes)).toEqual(at);
    },
  );
});
