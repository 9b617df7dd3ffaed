import { fieldRefused } from './field-refused';

describe('A field that is refused', () => {
  test('is named beside the refusal, with the same words, under its own code or that of the refusal', () => {
    const [status, code, detail] = [422, 'BREACH.TIME_IMPOSSIBLE', 'Say when.'];
    const errors = [{ field: 'doneAt', code, message: detail }];
    expect(fieldRefused(code, 'doneAt', detail)).toMatchObject({ status, code, detail, errors });
    expect(fieldRefused(code, 'doneAt', detail, 'not_valid').errors).toEqual([{ ...errors[0], code: 'not_valid' }]);
  });
});
