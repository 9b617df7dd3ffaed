import type { PersonActor } from '@mash/authorisation';
import { CaseAccessRepository } from '@mash/case-access';
import {
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  newId,
  type ConsentNotices,
  type EnvelopeToOpen,
  type OutwardProductMade,
} from '@mash/contracts';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { eventually, people } from '@mash/testing';
import { consentWith } from '../../testing/a-consent';
import { AHolder, SOCIAL_CARE } from '../../testing/a-holder';
import { establish } from '../../testing/a-partnership';
import { aPermittedLine } from '../../testing/a-permitted-line';
import { AnEnquiry } from '../../testing/an-enquiry';
import { productsWith } from '../../testing/a-product';
import { startSharing, type Sharing } from '../../testing/start-sharing';
import { ConsentRepository } from '../consent/consent.repository';
import { EnquiryLife } from '../erasure/enquiry-life';

jest.setTimeout(120_000);

interface Asking {
  readonly as: PersonActor;
  readonly path: string;
  readonly body: object;
}

/** A release asks other services first, and may wait seconds for one that is slow: what is said meanwhile counts. */
describe('While a release waits for a slow owner of its facts,', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let agreementId: string;
  let row: EnvelopeToOpen;
  let itemId: string;

  beforeAll(async () => {
    sharing = await startSharing();
    ({ agreementId } = await establish(sharing));
  });
  beforeEach(async () => {
    enquiry = await AnEnquiry.begin(sharing);
    const answer = await enquiry.accepted({ text: 'Called to the address twice in May.' });
    ({ row } = answer);
    [itemId = ''] = answer.itemIds;
    sharing.others.access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
    sharing.others.access.set(people.policeLiaison.id, { access: 'ordinary', audience: 'police' });
  });
  afterAll(() => sharing.close());

  /** Asks while `contact-intake` answers only once `meanwhile` is done. */
  const askWhile = async (asking: Asking, meanwhile: () => Promise<unknown>) => {
    const path = `/contact-intake/facts/enquiries/${enquiry.enquiryId}`;
    let begun: () => void = () => undefined;
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    let goOn: () => void = () => undefined;
    const mayGoOn = new Promise<void>((resolve) => (goOn = resolve));
    sharing.others.asked.set(path, async () => {
      begun();
      await mayGoOn;
      return sharing.others.answers.get(path);
    });
    const answer = sharing
      .as(asking.as)('post', asking.path, asking.body)
      .then((got) => got);
    await hasBegun;
    await new Promise((resolve) => setTimeout(resolve, 300)); // everything else that it asks has been answered
    await meanwhile();
    goOn();
    sharing.others.asked.delete(path);
    return answer;
  };
  const release = (): Asking => ({
    as: people.analyst,
    path: '/releases',
    body: {
      ...{ releaseId: newId(), enquiryId: enquiry.enquiryId, mode: 'content', purpose: 'S47', envelopes: [row] },
    },
  });
  const releaseWhile = (meanwhile: () => Promise<unknown>) => askWhile(release(), meanwhile);
  const outcomes = () =>
    sharing.query<{ visibility: string }>('SELECT visibility FROM disclosure WHERE enquiry_id = $1', [
      enquiry.enquiryId,
    ]);

  test('nothing said leaves it as it was', async () => {
    const { body } = await releaseWhile(() => Promise.resolve());
    expect(body).toMatchObject({ items: [{ visibility: 'shown' }] });
  });

  const product = (): Asking => ({
    as: people.manager,
    path: '/outward-products',
    body: {
      ...{ productId: newId(), enquiryId: enquiry.enquiryId, kind: 'handover', purpose: 'S47', envelopes: [] },
      ...{ audience: SOCIAL_CARE.audience, toAgencyId: SOCIAL_CARE.agencyId, personIds: [enquiry.personId] },
      ...{ words: 'Please assess.', itemIds: [itemId], people: [] },
    },
  });
  const openedProduct = async (): Promise<Asking> => {
    const { as, path, body } = product();
    const made = (await sharing.as(as)('post', path, body)).body as OutwardProductMade;
    expect(made).toMatchObject({ state: 'made', included: [itemId] });
    const opening = { releaseId: newId() };
    return { as: people.socialCareManager, path: `/outward-products/${made.productId}/open`, body: opening };
  };
  const ownItem = (path: string): Asking => ({
    as: people.policeLiaison,
    path,
    body: { releaseId: newId(), enquiryId: enquiry.enquiryId, itemId },
  });
  const saidOf = (accountId: string) => () =>
    sharing.app.get(UnitOfWork).run((tx) =>
      sharing.app.get(CaseAccessRepository).learn(tx, DEMO_PARTNERSHIP, {
        ...{ enquiryId: enquiry.enquiryId, version: 1, restricted: false, named: [], conflicts: [accountId] },
      }),
    );
  const refusals = (accountId: string) =>
    sharing.query(
      `SELECT envelope -> 'data' ->> 'action' AS action
         FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'reasonCode' = 'CONFLICT' AND envelope -> 'data' ->> 'enquiryId' = $1
          AND envelope -> 'data' -> 'actor' ->> 'id' = $2`,
      [enquiry.enquiryId, accountId],
    );

  describe.each<[what: string, action: string, asking: () => Asking | Promise<Asking>]>([
    ['a release', 'release.content', release],
    ['making an outward product', 'outward-product.make', product],
    ['opening an outward product', 'outward-product.open', openedProduct],
    ['an agency that reads its own item', 'holder-item.open', () => ownItem('/holder-items/open')],
    ['an agency that reads all that it said', 'holder-item.open-own', () => ownItem('/holder-items/open-own')],
  ])('%s', (_, action, asking) => {
    test('is answered where nothing is said meanwhile', async () => {
      const { status } = await askWhile(await asking(), () => Promise.resolve());
      expect(status).toBeLessThan(300);
    });

    test('is shut by a conflict of interest: nothing is shown, no line says that it was, and the log says why', async () => {
      const call = await asking();
      const before = await outcomes();
      const { status, body, text } = await askWhile(call, saidOf(call.as.id));
      expect({ status, body: body as object }).toMatchObject({ status: 404, body: { code: 'ENQUIRY.NOT_FOUND' } });
      expect(text).not.toContain('address');
      expect(await outcomes()).toEqual(before);
      expect(await refusals(call.as.id)).toEqual([{ action }]);
    });

    test('is not shut by a conflict of somebody else', async () => {
      const { status } = await askWhile(await asking(), saidOf(people.deputyManager.id));
      expect(status).toBeLessThan(300);
    });
  });

  /** Calls that have read their facts and wait for whoever holds the enquiry, while something is said; then they go on. */
  const heldWhile = async <Answer>(
    calls: readonly (() => Promise<Answer>)[],
    hold: (tx: Tx) => Promise<void>,
    meanwhile: (tx: Tx) => Promise<unknown>,
  ): Promise<Answer[]> => {
    const { answers } = await sharing.app.get(UnitOfWork).run(async (tx) => {
      await hold(tx);
      const answers = calls.map((call) => call());
      await waitingOr(answers);
      await meanwhile(tx);
      return { answers };
    });
    return Promise.all(answers);
  };
  const calling =
    ({ as, path, body }: Asking) =>
    () =>
      sharing
        .as(as)('post', path, body)
        .then((got) => got);
  const WAITING = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  /** Until each of these waits for a lock, or has been answered. */
  const waitingOr = async (answers: readonly Promise<unknown>[]) => {
    let answered = 0;
    for (const answer of answers) void answer.then(() => (answered += 1));
    await eventually(async () => expect((await sharing.query(WAITING)).length + answered).toBe(answers.length));
  };

  describe('A consent that is taken back once its facts are read', () => {
    let consent: ReturnType<typeof consentWith>;
    beforeEach(async () => {
      enquiry.factsAre({ decision: { threshold: 's17', colour: 'amber', urgent: false } });
      consent = consentWith(sharing, enquiry);
      await consent.state({});
      await consent.state({ kind: 'service' });
      sharing.others.access.set(people.earlyHelpCoordinator.id, { access: 'ordinary', audience: 'team_eh' });
      const to = { audience: HELP.audience, agencyId: HELP.toAgencyId };
      await new AHolder(sharing, enquiry).states(itemId, { facts: { says: 'released_as_it_stands', to } });
    });

    const HELP = { audience: 'team_eh', toAgencyId: DEMO_AGENCIES.earlyHelp };
    const forHelp = ({ body, ...call }: Asking): Asking => ({
      ...call,
      body: { ...body, purpose: 'S17', ...('kind' in body && HELP) },
    });
    const openedForHelp = async (): Promise<Asking> => {
      const made = (await calling(forHelp(product()))()).body as OutwardProductMade;
      expect(made).toMatchObject({ state: 'made', included: [itemId] });
      const path = `/outward-products/${made.productId}/open`;
      return { as: people.earlyHelpCoordinator, path, body: { releaseId: newId() } };
    };
    const holdConsents = (tx: Tx) => sharing.app.get(ConsentRepository).lock(tx, enquiry.enquiryId);
    const takenBack = async (tx: Tx) => {
      const consents = sharing.app.get(ConsentRepository);
      const [given] = (await consents.ofEnquiry(enquiry.enquiryId, tx)).filter(({ kind }) => kind === 'sharing');
      const at = new Date();
      const its = { statementId: newId(), state: 'refused', statedAt: at, recordedAt: at } as const;
      expect(given !== undefined && (await consents.add(tx, { ...given, ...its }))).toBe(true);
    };

    test.each<[what: string, asking: () => Asking | Promise<Asking>, shown: object, stopped: object]>([
      [
        'is no ground for a release',
        () => forHelp(release()),
        { items: [{ visibility: 'shown' }] },
        { items: [{ visibility: 'withheld' }] },
      ],
      [
        'puts nothing into an outward product',
        () => forHelp(product()),
        { included: [expect.any(String)] },
        { included: [] },
      ],
      ['opens no outward product', openedForHelp, { items: [{}], words: 'Please assess.' }, { items: [], words: '' }],
    ])('%s', async (_, asking, shown, stopped) => {
      const [before] = await heldWhile([calling(await asking())], holdConsents, () => Promise.resolve());
      expect(before?.body).toMatchObject(shown);
      const [after] = await heldWhile([calling(await asking())], holdConsents, takenBack);
      expect(after?.body).toMatchObject(stopped);
    });

    test('waits for what is being put together, and tells whoever holds it once it is sent', async () => {
      const told = async () =>
        ((await sharing.as(people.earlyHelpCoordinator)('get', '/consent-notices')).body as ConsentNotices).notices
          .filter(({ enquiryId }) => enquiryId === enquiry.enquiryId)
          .map(({ holds }) => holds);
      let heard: Promise<void> | undefined;
      const [made] = await heldWhile(
        [calling(forHelp(product()))],
        (tx) => sharing.app.get(EnquiryLife).takeAlone(tx, enquiry.enquiryId),
        async () => {
          heard = consent.state({ state: 'withdrawn' }).then(() => consent.hear());
          await Promise.race([heard, eventually(async () => expect(await sharing.query(WAITING)).toHaveLength(2))]);
        },
      );
      await heard;
      expect(made?.body).toMatchObject({ included: [itemId] });
      expect(await told()).toEqual([]);
      await productsWith(sharing, enquiry).handedOver((made?.body as OutwardProductMade).productId);
      expect(await told()).toEqual([['disclosure', 'product']]);
    });
  });

  test('a holder who refuses once the facts are read is heard', async () => {
    const to = { audience: 'hub_analyst', agencyId: DEMO_AGENCIES.council };
    const hold = (tx: Tx) => sharing.app.get(EnquiryLife).takeAlone(tx, enquiry.enquiryId);
    const [looked] = await heldWhile([calling(release())], hold, async () => {
      const { status } = await new AHolder(sharing, enquiry).states(itemId, { facts: { says: 'refused', to } });
      expect(status).toBe(204);
    });
    expect(looked?.body).toMatchObject({ items: [{ visibility: 'withheld' }] });
  });

  test('a holder who refuses once a handover has begun is heard', async () => {
    const hold = (tx: Tx) => sharing.app.get(EnquiryLife).takeAlone(tx, enquiry.enquiryId);
    const [before] = await heldWhile([calling(product())], hold, () => Promise.resolve());
    expect(before?.body).toMatchObject({ included: [itemId] });
    const [after] = await heldWhile([calling(product())], hold, async () => {
      const refuses = { facts: { says: 'refused', to: SOCIAL_CARE } } as const;
      expect((await new AHolder(sharing, enquiry).states(itemId, refuses)).status).toBe(204);
    });
    expect(after?.body).toMatchObject({ included: [] });
  });

  test('a question that is decided otherwise once the call has begun is not opened', async () => {
    const { lineId, envelopeId, requestId, agencyId, personId, sealed } = await aPermittedLine(enquiry);
    const envelope = { typ: 'request', version: 1, envelopeId, requestId, agencyId, personId, sealed };
    const { body, path } = release();
    const asking = () => ({
      ...{ as: people.policeLiaison, path },
      body: { ...body, releaseId: newId(), mode: 'ask', envelopes: [envelope] },
    });
    const hold = (tx: Tx) => sharing.app.get(EnquiryLife).takeAlone(tx, enquiry.enquiryId);
    const denied = `INSERT INTO sharing_decision SELECT (jsonb_populate_record(d, jsonb_build_object('sharing_decision_id', $2::text, 'outcome', 'DENY', 'decided_at', now()))).*
      FROM sharing_decision d WHERE about_id = $1`;
    const [before] = await heldWhile([calling(asking())], hold, () => Promise.resolve());
    expect(before?.body).toMatchObject({ items: [{ visibility: 'shown' }] });
    const [after] = await heldWhile([calling(asking())], hold, () => sharing.query(denied, [lineId, newId()]));
    expect(after?.body).toMatchObject({ items: [], refused: [{ code: 'SHARING.NOT_FOUND' }] });
  });

  test('an agreement that is stopped permits it no more', async () => {
    const { body } = await releaseWhile(async () => {
      const { status } = await sharing.as(people.igOfficer)('post', `/agreements/${agreementId}/stop`);
      expect(status).toBe(204);
    });
    expect(body).toMatchObject({ items: [{ visibility: 'withheld' }] });
    expect(await outcomes()).toEqual([{ visibility: 'withheld' }]);
  });

  describe('An agreement that is stopped once its facts are read', () => {
    beforeAll(async () => {
      await sharing.close();
      sharing = await startSharing();
      ({ agreementId } = await establish(sharing));
    });

    test('permits no release, and a press tells nothing that was answered under it', async () => {
      const [look, press] = [release(), release()];
      const recipient = { agencyId: SOCIAL_CARE.agencyId, team: 'social-care' };
      const stop = async () => {
        expect((await sharing.as(people.igOfficer)('post', `/agreements/${agreementId}/stop`)).status).toBe(204);
      };
      const [looked, told] = await heldWhile(
        [calling(look), calling({ ...press, body: { ...press.body, mode: 'protect', recipient } })],
        (tx) => sharing.app.get(EnquiryLife).takeAlone(tx, enquiry.enquiryId),
        stop,
      );
      expect(looked?.body).toMatchObject({ items: [{ visibility: 'withheld' }] });
      expect({ status: told?.status, body: told?.body as object }).toMatchObject({ status: 200, body: { items: [] } });
    });
  });
});
