import { AgreementDetail, DEMO_AGENCIES, newId, type AgreementContent } from '@mash/contracts';
import { Clock } from '@mash/service-host';
import { people } from '@mash/testing';
import { register } from '../../testing/a-partnership';
import {
  aLine,
  anAgreement,
  approveByAll,
  conclude,
  next,
  pathOf,
  propose,
  statesOf,
  type AgreementCommand,
} from '../../testing/an-agreement';
import { AgreementStepRepository } from './agreement-step.repository';
import { startSharing } from '../../testing/start-sharing';
import type { Sharing } from '../../testing/start-sharing';

type Person = typeof people.manager;
const NOT_REGISTERED = { ...people.policeLiaison, id: newId() };

describe('An agreement', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await startSharing();
    await register(sharing);
  });
  afterAll(() => sharing.close());

  const draft = (content: object, as: Person = people.admin) => sharing.as(as)('post', '/agreements', content);
  const command = (content: AgreementContent, what: AgreementCommand, as: Person = people.admin) =>
    sharing.as(as)('post', pathOf(content, what));
  const stop = ({ agreementId }: AgreementContent, as: Person = people.admin) =>
    sharing.as(as)('post', `/agreements/${agreementId}/stop`);
  const coded = async (answered: ReturnType<typeof draft>): Promise<[number, string | undefined]> => {
    const { status, body } = await answered;
    return [status, (body as { code?: string }).code];
  };
  const detail = async (content: AgreementContent, as: Person = people.admin): Promise<AgreementDetail> =>
    AgreementDetail.parse((await sharing.as(as)('get', pathOf(content))).body);
  const states = statesOf(() => sharing);

  describe('on its way', () => {
    test('is read as it stood at one moment: no step of it is there before its state', async () => {
      const one = anAgreement();
      await propose(sharing, one);
      const steps = sharing.app.get(AgreementStepRepository);
      const all = steps.all.bind(steps);
      const meanwhile = jest.spyOn(steps, 'all').mockImplementationOnce(async (...asked) => {
        await approveByAll(sharing, one);
        return all(...asked);
      });
      const { state, approvals, may } = await detail(one);
      meanwhile.mockRestore();
      expect([state, approvals.flatMap(({ approvedAt }) => approvedAt ?? []), may]).toEqual([
        'proposed',
        [],
        ['draft'],
      ]);
      expect((await detail(one)).state).toBe('approved');
    });

    test('goes from draft by approval of every party to in force, each step by a named person', async () => {
      const one = anAgreement();
      await propose(sharing, one);
      expect((await detail(one)).approvals.map(({ waitsFor }) => waitsFor.length)).toEqual([1, 1]);
      expect((await command(one, 'approve', people.policeSignatory)).status).toBe(204);
      expect(await coded(command(one, 'put-in-force'))).toEqual([409, 'SHARING.APPROVALS_MISSING']);
      expect((await command(one, 'approve', people.councilSignatory)).status).toBe(204);
      expect((await detail(one)).state).toBe('approved');
      expect((await command(one, 'put-in-force')).status).toBe(204);
      const { state, standing, history } = await detail(one);
      expect([state, standing]).toEqual(['in_force', 'in_force']);
      expect(history.map(({ step, agencyId, byJobTitle }) => [step, agencyId, byJobTitle])).toEqual([
        ['drafted', undefined, 'Partnership administrator'],
        ['proposed', undefined, 'Partnership administrator'],
        ['approved', DEMO_AGENCIES.police, 'Data protection officer'],
        ['approved', DEMO_AGENCIES.council, 'Data protection officer'],
        ['put_in_force', undefined, 'Partnership administrator'],
      ]);
      expect(history.every(({ byName }) => byName !== undefined)).toBe(true);
    });

    test('is superseded in the moment in which the next version comes into force', async () => {
      const one = await conclude(sharing, anAgreement());
      const two = next(one);
      await propose(sharing, two);
      await approveByAll(sharing, two);
      expect(await states(one)).toEqual(['in_force', 'approved']);
      await command(two, 'put-in-force');
      expect(await states(one)).toEqual(['superseded', 'in_force']);
    });

    test('follows one that has ended on whatever day it begins: there is nothing left to count until then', async () => {
      const one = anAgreement();
      await conclude(sharing, { ...one, inForceTo: '2025-01-01' });
      await conclude(sharing, { ...next(one), inForceFrom: '2098-01-01' });
      expect(await states(one)).toEqual(['superseded', 'in_force']);
    });

    test('announces where each version stands, and leaves an audit entry for every step', async () => {
      const one = await conclude(sharing, anAgreement());
      await stop(one);
      const kept = await sharing.query<{ type: string; change: string | null; action: string | null }>(
        `SELECT type, envelope -> 'data' ->> 'change' AS change, envelope -> 'data' ->> 'action' AS action
          FROM (SELECT seq, type, envelope FROM outbox UNION SELECT seq, type, envelope FROM outbox_archive) AS put_down
          WHERE envelope -> 'data' ->> 'agreementId' = $1 OR envelope -> 'data' -> 'subject' ->> 'id' = $1 ORDER BY seq`,
        [one.agreementId],
      );
      expect(kept.flatMap(({ change }) => change ?? [])).toEqual(['draft', 'draft', 'approved', 'in_force', 'stopped']);
      expect(kept.flatMap(({ action }) => action ?? [])).toEqual(
        ['drafted', 'proposed', 'approved', 'approved', 'put-in-force', 'stopped'].map((step) => `agreement.${step}`),
      );
    });
  });

  describe('refuses, with a code and nothing changed,', () => {
    test('a version that is there, or an older one', async () => {
      const one = await conclude(sharing, anAgreement());
      expect(await coded(draft(one))).toEqual([409, 'SHARING.VERSION_EXISTS']);
      expect(await coded(draft({ ...anAgreement(), slug: one.slug }))).toEqual([409, 'SHARING.SLUG_TAKEN']);
    });

    test('an approval by nobody the register names, by another body, twice, or of what was superseded', async () => {
      const one = anAgreement();
      await propose(sharing, one);
      expect(await coded(command(one, 'approve', NOT_REGISTERED))).toEqual([403, 'AGREEMENT.APPROVE_NOT_ALLOWED']);
      expect(await coded(command(one, 'approve', people.healthSignatory))).toEqual([404, 'AGREEMENT.NOT_FOUND']);
      expect(await coded(command(one, 'approve', people.admin))).toEqual([403, 'AGREEMENT.APPROVE_NOT_ALLOWED']);
      expect((await command(one, 'approve', people.councilSignatory)).status).toBe(204);
      expect(await coded(command(one, 'approve', people.councilSignatory))).toEqual([409, 'SHARING.ALREADY_APPROVED']);
      await propose(sharing, next(one));
      expect(await coded(command(one, 'approve', people.policeSignatory))).toEqual([409, 'SHARING.VERSION_SUPERSEDED']);
      expect(await states(one)).toEqual(['superseded', 'proposed']);
    });

    test('the second of two at once, whether they put it in force or approve it for the same party', async () => {
      const one = anAgreement();
      await propose(sharing, one);
      await approveByAll(sharing, one);
      const both = await Promise.all([coded(command(one, 'put-in-force')), coded(command(one, 'put-in-force'))]);
      expect(both.sort()).toEqual([
        [204, undefined],
        [409, 'SHARING.VERSION_IN_FORCE'],
      ]);
      const approvals = anAgreement();
      await propose(sharing, approvals);
      const twice = () => coded(command(approvals, 'approve', people.policeSignatory));
      expect((await Promise.all([twice(), twice()])).map(([status]) => status).sort()).toEqual([204, 409]);
    });

    test('to be proposed while the register check finds anything, naming line and field', async () => {
      const faulty = anAgreement();
      const bases = faulty.bases.map((basis) => ({ ...basis, basis: ['RLI' as const] }));
      await draft({ ...faulty, bases });
      const { status, body } = await command(faulty, 'propose');
      expect([status, (body as { code: string }).code]).toEqual([422, 'SHARING.AGREEMENT_FAULTY']);
      expect((body as { errors: object[] }).errors).toEqual([
        expect.objectContaining({ field: 'bases.0.basis.0', code: 'BASIS_RLI_PUBLIC' }),
        expect.objectContaining({ field: 'bases.1.basis.0', code: 'BASIS_RLI_PUBLIC' }),
      ]);
      expect((await detail(faulty)).state).toBe('draft');
    });

    test('to supersede one in force before its own first day: nothing would be agreed until then', async () => {
      const one = await conclude(sharing, anAgreement());
      const later = { ...next(one), inForceFrom: '2098-01-01' };
      await propose(sharing, later);
      await approveByAll(sharing, later);
      expect(await coded(command(later, 'put-in-force'))).toEqual([409, 'SHARING.WOULD_LEAVE_A_GAP']);
      expect(await states(one)).toEqual(['in_force', 'approved']);
    });

    test('to take the place of another after its own last day: nothing would be agreed from then on', async () => {
      const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
      const one = await conclude(sharing, anAgreement());
      const over = { ...next(one), inForceTo: day(-2) };
      const refused = async () => {
        const { status, body } = await command(over, 'propose');
        return [status, (body as { errors: { field: string; code: string }[] }).errors.map(({ code }) => code)];
      };
      expect((await draft(over)).status).toBe(204);
      expect(await refused()).toEqual([422, ['ENDED_ALREADY']]);
      expect((await stop(one)).status).toBe(204);
      expect(await refused()).toEqual([422, ['ENDED_ALREADY']]);
      expect(await states(one)).toEqual(['stopped']);
    });

    test('to take it where that last day passed on its way', async () => {
      const one = await conclude(sharing, anAgreement());
      const soon = { ...next(one), inForceTo: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10) };
      await propose(sharing, soon);
      await approveByAll(sharing, soon);
      const now = jest.spyOn(sharing.app.get(Clock), 'now').mockReturnValue(new Date(Date.now() + 4 * 86_400_000));
      const late = await coded(command(soon, 'put-in-force'));
      now.mockRestore();
      expect(late).toEqual([422, 'SHARING.AGREEMENT_FAULTY']);
      expect(await states(one)).toEqual(['in_force', 'approved']);
    });

    test('to be drafted, thrown away or sent out by somebody whom the register does not name', async () => {
      const stranger = { ...people.admin, id: newId() };
      const one = anAgreement();
      expect(await coded(draft(one, stranger))).toEqual([409, 'SHARING.NOT_NAMED']);
      expect((await draft(one)).status).toBe(204);
      expect(await coded(command(one, 'propose', stranger))).toEqual([409, 'SHARING.NOT_NAMED']);
      const discard = sharing.as(stranger)('post', `/agreements/${one.agreementId}/draft/discard`);
      expect(await coded(discard)).toEqual([409, 'SHARING.NOT_NAMED']);
      const { state, history } = await detail(one);
      expect([state, history.map(({ step }) => step)]).toEqual(['draft', ['drafted']]);
      await propose(sharing, one);
      await approveByAll(sharing, one);
      expect(await coded(command(one, 'put-in-force', stranger))).toEqual([409, 'SHARING.NOT_NAMED']);
      expect((await command(one, 'put-in-force')).status).toBe(204);
      // To stop is never kept from anybody who may.
      expect((await stop(one, stranger)).status).toBe(204);
    });

    test('steps out of turn', async () => {
      const one = anAgreement();
      await draft(one);
      expect(await coded(command(one, 'approve', people.policeSignatory))).toEqual([404, 'AGREEMENT.NOT_FOUND']);
      expect(await coded(command(one, 'put-in-force'))).toEqual([409, 'SHARING.STILL_DRAFT']);
      expect(await coded(stop(one))).toEqual([409, 'SHARING.NOT_IN_FORCE']);
      await command(one, 'propose');
      expect(await coded(command(one, 'propose'))).toEqual([409, 'SHARING.VERSION_PROPOSED']);
      expect(await coded(stop({ ...one, agreementId: newId() }))).toEqual([404, 'AGREEMENT.NOT_FOUND']);
    });
  });

  describe('is kept by', () => {
    test('the administrator; information governance reads it and may stop it, and amends no register', async () => {
      const one = await conclude(sharing, anAgreement());
      expect((await draft(next(one), people.igOfficer)).status).toBe(403);
      expect((await sharing.as(people.igOfficer)('put', '/register/agencies', { agencies: [] })).status).toBe(400);
      const agencies = [
        {
          agencyId: 'another',
          name: 'Another',
          kind: 'health',
          bound: false,
          reveals: 'none',
          s47List: false,
          answersFor: [],
        },
      ];
      const amended = sharing.as(people.igOfficer)('put', '/register/agencies', { agencies });
      expect(await coded(amended)).toEqual([403, 'AGENCY_REGISTER.AMEND_NOT_ALLOWED']);
      expect((await stop(one, people.igOfficer)).status).toBe(204);
      expect(await states(one)).toEqual(['stopped']);
    });

    test('the administrator, who approves nothing: neither do they name themselves for it, nor may they, named by another', async () => {
      const me = {
        ...{ agencyId: DEMO_AGENCIES.council, name: 'Somebody', jobTitle: 'Administrator' },
        approves: true,
      };
      const name = (accountId: string, as: Person) =>
        sharing.as(as)('put', '/register/signatories', { signatories: [{ ...me, accountId }] });
      const { status, body } = await name(people.admin.id, people.admin);
      expect([status, body]).toEqual([
        422,
        expect.objectContaining({
          code: 'SHARING.OWN_SIGNATURE',
          errors: [expect.objectContaining({ field: 'signatories.0.approves' })],
        }),
      ]);
      const second = { ...people.admin, id: newId() };
      expect((await name(second.id, people.admin)).status).toBe(204);
      const one = anAgreement();
      await propose(sharing, one);
      expect(await coded(command(one, 'approve', second))).toEqual([403, 'AGREEMENT.APPROVE_NOT_ALLOWED']);
      expect((await detail(one, second)).may).not.toContain('approve');
    });

    test('nobody else, and a draft is known to nobody else', async () => {
      const one = anAgreement();
      await draft(one);
      for (const person of [people.manager, people.policeSignatory, people.policeLiaison]) {
        expect((await sharing.as(person)('get', pathOf(one))).status).toBe(404);
        expect((await command(one, 'propose', person)).status).toBe(404);
      }
    });

    test('its parties, each of whom reads the steps of the versions that are theirs', async () => {
      const one = await conclude(sharing, anAgreement());
      const parties = [DEMO_AGENCIES.council, DEMO_AGENCIES.health];
      const two = anAgreement({
        ...{ agreementId: one.agreementId, slug: one.slug, version: 2 },
        lines: [aLine({ to: { organisations: [], kinds: ['health'] } })],
        parties: parties.map((agencyId) => ({ agencyId, role: 'controller' })),
      });
      await conclude(sharing, two);
      const stepsOf = async (content: AgreementContent, as: Person) =>
        (await detail(content, as)).history.map(({ version, step }) => `${version} ${step}`);
      const own = (version: number) =>
        ['proposed', 'approved', 'approved', 'put_in_force'].map((step) => `${version} ${step}`);
      expect(await stepsOf(one, people.policeLiaison)).toEqual([...own(1), '1 superseded']);
      expect(await stepsOf(two, people.healthSignatory)).toEqual(own(2));
      expect(await stepsOf(two, people.manager)).toEqual([
        ...own(1),
        '2 proposed',
        '2 approved',
        '2 approved',
        '1 superseded',
        '2 put_in_force',
      ]);
    });

    test('names whom it waits for only while it does', async () => {
      const one = anAgreement();
      await propose(sharing, one);
      await propose(sharing, next(one));
      const { state, approvals } = await detail(one, people.policeLiaison);
      expect([state, approvals.map(({ waitsFor }) => waitsFor)]).toEqual(['superseded', [[], []]]);
      const waits = (await detail(next(one), people.policeLiaison)).approvals;
      expect(waits.map(({ waitsFor }) => waitsFor.length > 0)).toEqual([true, true]);
    });

    test('its own partnership alone: nobody else begins one under its id', async () => {
      const one = await conclude(sharing, anAgreement());
      const theirs = { ...people.admin, partnershipId: people.otherAnalyst.partnershipId };
      expect(await coded(draft({ ...one, version: 2 }, theirs))).toEqual([409, 'SHARING.AGREEMENT_ID_TAKEN']);
      expect((await sharing.as(theirs)('post', `/agreements/${one.agreementId}/stop`)).status).toBe(404);
      expect(await states(one)).toEqual(['in_force']);
    });
  });
});
