import { SharingClient } from '../../../api-clients/sharing.client';
import { ServiceDown, ServiceProblem } from '../../../api-clients/service-errors';
import type { Asker } from '../../../api-clients/service-http';
import { Clock } from '../../../clock';
import { ProductMaker } from './product-maker';

const ENQUIRY = '0198cccc-0000-7000-8000-000000000001';
const wanted: Parameters<ProductMaker['make']>[1] = {
  enquiryId: ENQUIRY,
  kind: 'letter',
  purpose: 'FEEDBACK',
  audience: 'referrer_pro',
  toAgencyId: 'meadow-lane-primary',
  words: 'Thank you.',
  personIds: [],
  envelopes: [],
  itemIds: [],
  people: [],
};
const asker: Asker = Object.create(null);
const make = (makeProduct: () => Promise<unknown>) => {
  const sharing: SharingClient = Object.assign(Object.create(SharingClient.prototype), { makeProduct });
  return new ProductMaker(sharing, new Clock()).make(asker, wanted);
};

describe('Putting an outward product together', () => {
  test('gives what was made, also where it waits for a human', async () => {
    const made = { productId: ENQUIRY, state: 'waiting_review', included: [], leftOut: [] };
    expect(await make(() => Promise.resolve(made))).toEqual({ made });
  });

  test('gives the sentence of a refusal, so that the words that were typed can be shown again', async () => {
    const reason = { code: 'FEEDBACK_DENIED', sentence: 'Nothing may be told.' };
    const refused = { productId: ENQUIRY, state: 'refused', included: [], leftOut: [], reason };
    expect(await make(() => Promise.resolve(refused))).toEqual({
      ...{ refusal: 'Nothing may be told.', code: 'FEEDBACK_DENIED' },
    });
    const problem = new ServiceProblem('sharing', 422, 'SHARING.REPEATS_UNRELEASED', 'The words repeat an answer.');
    expect(await make(() => Promise.reject(problem))).toEqual({
      ...{ refusal: 'The words repeat an answer.', code: 'SHARING.REPEATS_UNRELEASED' },
    });
  });

  test('lets what is no refusal go on', async () => {
    await expect(make(() => Promise.reject(new ServiceDown('sharing')))).rejects.toThrow(ServiceDown);
    const missing = new ServiceProblem('sharing', 404, 'ENQUIRY.NOT_FOUND', 'Not found');
    await expect(make(() => Promise.reject(missing))).rejects.toThrow(ServiceProblem);
  });
});
