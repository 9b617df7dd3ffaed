import { newId } from '@mash/contracts';
import { z } from 'zod';
import { onceId } from './once-id';

describe('The id of what a form makes', () => {
  const once = newId();
  const fields = { _once: once, _csrf: 'token', reason: 'So.', agency: ['a', 'b'] };

  test('is the same where the same page is sent twice, whatever its token, when it was sent first and the order of its fields', () => {
    const { reason, ...rest } = fields;
    const ids = [fields, { ...rest, reason }, { ...fields, _csrf: 'other', _sentAt: 'later' }].map((one) =>
      onceId(one, '/here'),
    );
    expect(new Set(ids).size).toBe(1);
    expect(z.uuidv7().safeParse(ids[0]).success).toBe(true);
    expect(ids[0]?.slice(0, 13)).toBe(once.slice(0, 13));
  });

  test('is another where a field, the page, the path or the thing differs', () => {
    const ids = [
      onceId(fields, '/here'),
      onceId(fields, '/there'),
      onceId(fields, '/here', 'discussion'),
      onceId({ ...fields, reason: 'Otherwise.' }, '/here'),
      onceId({ ...fields, _once: newId() }, '/here'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each([undefined, '', 'no id', ['x'], '00000000-0000-0000-0000-000000000000'])(
    'is new each time where the mark is %p',
    (mark) => {
      const unmarked = { ...fields, _once: mark };
      expect(onceId(unmarked, '/here')).not.toBe(onceId(unmarked, '/here'));
    },
  );
});
