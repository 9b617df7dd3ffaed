import { newId } from '@mash/contracts';
import { people } from '@mash/testing';
import { screenWith } from '../../../testing/screen-with';
import type { ScreeningSteps } from '../../../testing/screen-with';
import { startIntake } from '../../../testing/start-intake';
import type { Intake } from '../../../testing/start-intake';

describe('Names of people', () => {
  let intake: Intake;
  let screen: ScreeningSteps;
  beforeAll(async () => {
    intake = await startIntake();
    screen = screenWith(intake);
  });
  afterAll(() => intake.close());

  test('go to the hub for the ids on a page, and to nobody else', async () => {
    const { personId, child } = await screen.aKnownChild();
    const ask = (as: typeof people.analyst) => screen.post('/people/names', { personIds: [personId, newId()] }, as);
    expect((await ask(people.analyst)).body).toEqual({
      people: [
        {
          personId,
          displayName: `${child.forenames ?? ''} ${child.surname ?? ''}`,
          kind: 'child',
          birthDate: child.birthDate,
        },
      ],
    });
    expect((await ask(people.otherAnalyst)).body).toEqual({ people: [] });
    expect((await ask(people.healthLiaison)).status).toBe(404);
  });
});
