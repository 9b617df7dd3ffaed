import { Refusal } from '@mash/authorisation';
import { newId } from '@mash/contracts';
import { CodedError } from '@mash/service-host';
import { actionOfUseCase } from './audits-refusals';
import { idsOfCall } from './ids-of-call';
import { whatWasRefused } from './what-was-refused';

describe('The entry of a call that was refused', () => {
  test.each([
    ['RateEnquiryController', 'enquiry.rate'],
    ['MakeOutwardProductController', 'outward-product.make'],
    ['ReleaseController', 'release.ask'],
  ])('names what %s does as %s', (controller, action) => {
    expect(actionOfUseCase(controller)).toBe(action);
  });

  test('is about the record of the path, and the enquiry that path or body names', () => {
    const [requestId, enquiryId] = [newId(), newId()];
    expect(idsOfCall({ params: { requestId }, body: { enquiryId, words: 'Never kept.' } })).toEqual({
      enquiryId,
      subject: { type: 'Request', id: requestId },
    });
  });

  test.each([
    ['nothing', undefined],
    ['words where an id should be', { enquiryId: 'Mary Brown' }],
    ['a list', ['a']],
    ['a number', 7],
  ])('keeps nothing of a body that is %s', (_, body) => {
    expect(idsOfCall({ params: { reference: 'E-2345678' }, body })).toEqual({});
  });

  test('says the code of what is coded, and of a refusal by policy its reason', () => {
    expect(whatWasRefused(new CodedError('SEAL.MALFORMED', 422, 'No envelope.'))).toEqual({
      reasonCode: 'SEAL.MALFORMED',
    });
    const id = newId();
    const refusal = new Refusal(
      ...(['ENQUIRY.NOT_FOUND', 404, 'Not there.', 'read'] as const),
      { kind: 'Enquiry', id },
      'CONFLICT_OF_INTEREST',
    );
    expect(whatWasRefused(refusal)).toMatchObject({
      ...{ action: 'enquiry.read', enquiryId: id, reasonCode: 'CONFLICT_OF_INTEREST' },
    });
  });

  test.each([
    ['something that is down', new CodedError('AUDIT.DOWN', 503, 'Later.')],
    ['a fault of ours', new TypeError('x is not a function')],
    ['nothing at all', undefined],
  ])('is none for %s', (_, error) => {
    expect(whatWasRefused(error)).toBeUndefined();
  });
});
