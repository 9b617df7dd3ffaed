import request from 'supertest';
import { startIntake } from '../testing/start-intake';
import type { Intake } from '../testing/start-intake';

describe('The service as others find it', () => {
  let intake: Intake;
  beforeAll(async () => {
    intake = await startIntake();
  });
  afterAll(() => intake.close());

  test('serves its OpenAPI document, with every path of the contract', async () => {
    const { body } = await request(intake.url).get('/openapi.json');
    expect(Object.keys(body.paths as object).sort()).toEqual([
      '/contacts',
      '/contacts/{reference}',
      '/drafts',
      '/drafts/{draftId}',
      '/enquiries/{enquiryId}/contact',
      '/enquiries/{enquiryId}/mentions/{mentionId}/clear-places',
      '/enquiries/{enquiryId}/mentions/{mentionId}/create-person',
      '/enquiries/{enquiryId}/mentions/{mentionId}/match',
      '/enquiries/{enquiryId}/mentions/{mentionId}/protect-places',
      '/enquiries/{enquiryId}/mentions/{mentionId}/unlink',
      '/enquiries/{enquiryId}/people/{personId}/facts',
      '/enquiries/{enquiryId}/roster',
      '/facts/consents/{statementId}',
      '/facts/contacts/{contactId}',
      '/facts/enquiries/{enquiryId}',
      '/facts/passed-dates',
      '/facts/people/{personId}/former-ids',
      '/mailbox',
      '/people/names',
      '/people/search',
      '/people/{personId}/former-ids',
      '/telephone-tasks',
      '/telephone-tasks/{taskId}/done',
      '/worker-register',
    ]);
  });

  test('lets nobody in without a token', async () => {
    for (const path of ['/contacts', '/drafts', '/mailbox', '/telephone-tasks']) {
      expect((await request(intake.url).get(path)).status).toBe(401);
    }
  });
});
