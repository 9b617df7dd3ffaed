import { people } from '@mash/testing';
import { screenWith } from '../../../testing/screen-with';
import type { ScreeningSteps } from '../../../testing/screen-with';
import { startIntake } from '../../../testing/start-intake';
import type { Intake } from '../../../testing/start-intake';

describe('The register of allocated workers', () => {
  let intake: Intake;
  let screen: ScreeningSteps;
  beforeAll(async () => {
    intake = await startIntake();
    screen = screenWith(intake);
  });
  afterAll(() => intake.close());

  test('a child with an allocated worker shows with team and the age of the register, once somebody has looked', async () => {
    const { enquiryId, personId, child } = await screen.aKnownChild();
    const asOf = new Date(Date.now() - 86_400_000).toISOString();
    const rows = [
      { personId, workerName: 'Ash Pending', team: 'Assessment 2', since: '2026-05-04' },
      {
        forenames: 'Nobody',
        surname: 'Known',
        birthDate: { year: 2016, month: 1, day: 2 },
        workerName: 'Elm Pending',
        team: 'Looked after',
      },
    ];
    const imported = await intake.as(people.admin)('put', '/worker-register', { asOf, rows });
    expect([imported.status, imported.body]).toEqual([200, { asOf, rows: 2 }]);
    expect(await screen.rosterOf(enquiryId)).toMatchObject({
      workerRegisterAsOf: asOf,
      people: [{ allocatedWorker: { name: 'Ash Pending', team: 'Assessment 2', since: '2026-05-04' } }],
    });

    const mention = screen.again(child);
    const second = await screen.enquiryAbout(mention);
    expect((await screen.lastRoster(second))?.openCase).toBe(false);
    const { searchId } = await screen.searchFor(second, mention.mentionId);
    await screen.matchAs(second, mention.mentionId, searchId, personId, 'same');
    expect((await screen.lastRoster(second))?.openCase).toBe(true);

    // The worker of a child who is only mentioned is no worker of this family.
    const mentioned = screen.again(child, { relation: 'third' });
    const other = await screen.enquiryAbout(screen.aFamily(), mentioned);
    const { searchId: found } = await screen.searchFor(other, mentioned.mentionId);
    await screen.matchAs(other, mentioned.mentionId, found, personId, 'same');
    expect(await screen.lastRoster(other)).toMatchObject({ openCase: false, repeatContacts12Months: 0 });
  });

  test('the register moves forwards only, is brought whole, and by an administrator alone', async () => {
    const bring = (register: object, as: typeof people.admin = people.admin) =>
      intake.as(as)('put', '/worker-register', register);
    await bring({ asOf: new Date(Date.now() - 60_000).toISOString(), rows: [] });
    const older = await bring({ asOf: '2020-01-01T00:00:00Z', rows: [] });
    expect([older.status, older.body.code]).toEqual([409, 'INTAKE.REGISTER_OLDER']);
    const nobody = {
      asOf: new Date().toISOString(),
      rows: [{ forenames: 'Half', workerName: 'Ash Pending', team: 'A' }],
    };
    expect((await bring(nobody)).body.code).toBe('INTAKE.REGISTER_UNREADABLE');
    expect((await bring({ asOf: new Date().toISOString(), rows: [] }, people.analyst)).status).toBe(403);
  });
});
