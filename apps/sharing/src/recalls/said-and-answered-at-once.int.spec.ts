import { eventually, people } from '@mash/testing';
import type { consentWith } from '../../testing/a-consent';
import { letProductsBeRead, TO_EARLY_HELP, type productsWith } from '../../testing/a-product';
import { ARecall } from '../../testing/a-recall';
import type { reviewsWith } from '../../testing/a-review';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';
import { LadderClimber } from '../features/climb-ladder/ladder-climber';
import { ReviewStepRepository } from '../reviews/review-step.repository';
import { IdentityStatementRepository } from './identity-statement.repository';

jest.setTimeout(120_000);

describe('That something is wrong, said while somebody answers a REVIEW of it or is told of one,', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let products: ReturnType<typeof productsWith>;
  let consent: ReturnType<typeof consentWith>;
  let reviews: ReturnType<typeof reviewsWith>;

  forEachTest((its) => ({ sharing, enquiry, consent, products, reviews } = its));
  beforeEach(() => letProductsBeRead(sharing));
  afterEach(() => jest.restoreAllMocks());

  /** A handover about which the family was not asked whether they want help. */
  const waiting = async () => {
    enquiry.factsAre({ decision: { threshold: 'early_help', colour: 'amber', urgent: false } });
    await consent.state({});
    const { productId, state } = await products.make(TO_EARLY_HELP);
    expect(state).toBe('waiting_review');
    return productId;
  };
  /** A row's lock is waited for in its holder's transaction, which is of no database. */
  const WAITING = `SELECT 1 FROM pg_locks WHERE NOT granted
    AND (locktype = 'transactionid' OR database = (SELECT oid FROM pg_database WHERE datname = current_database()))`;
  /** Until it waits for somebody else's transaction, or is done. */
  const waitsOrIsDone = async (happening: Promise<unknown>) => {
    let isDone = false;
    void happening.finally(() => (isDone = true));
    await eventually(async () => expect(isDone || (await sharing.query(WAITING)).length > 0).toBe(true));
  };
  const saying = (about: Parameters<ARecall['says']>[0]) =>
    new ARecall(sharing, enquiry).says(about, {}, people.manager);

  test('lets no handover go to which the human says yes at that moment', async () => {
    const productId = await waiting();
    const statements = sharing.app.get(IdentityStatementRepository);
    const add = statements.add.bind(statements);
    let answered: ReturnType<typeof reviews.answerTheOne> | undefined;
    jest.spyOn(statements, 'add').mockImplementationOnce(async (...given) => {
      await add(...given);
      answered = reviews.answerTheOne('release');
      await waitsOrIsDone(answered);
    });
    expect(await saying({ kind: 'person', id: enquiry.personId })).toMatchObject({ status: 200 });
    expect(await answered).toMatchObject({ status: 409, body: { code: 'SHARING.FACTS_CHANGED' } });
    expect(await products.announced(productId)).toEqual(['REVIEW', 'DENY']);
  });

  test('waits for whoever is told of the REVIEW, and neither is undone', async () => {
    const about = { kind: 'product', id: await waiting() } as const;
    const [review] = await reviews.waiting();
    const steps = sharing.app.get(ReviewStepRepository);
    const add = steps.add.bind(steps);
    let said: ReturnType<typeof saying> | undefined;
    jest.spyOn(steps, 'add').mockImplementation(async (tx, step) => {
      await add(tx, step);
      if (step.reviewId !== review?.reviewId || said !== undefined) return;
      said = saying(about);
      await waitsOrIsDone(said);
    });
    expect(await sharing.app.get(LadderClimber).climbAll()).toBeGreaterThan(0);
    expect(await said).toMatchObject({ status: 200 });
    expect(await products.announced(about.id)).toEqual(['REVIEW', 'DENY']);
  });
});
