import { acceptedValue, readAcceptedItems } from './accepted-items';

const [one, other] = ['0198cccc-0000-7000-8000-000000000001', '0198cccc-0000-7000-8000-000000000002'];

describe('Items that a viewer accepts', () => {
  test('come back as they were on the page: which item, and what it carries', () => {
    const sent = [acceptedValue(one, ['NOT_TELL_PARENT', 'INFORM_PARENT']), acceptedValue(other, ['SHOW_CONDITION'])];
    expect(readAcceptedItems(sent)).toEqual({
      itemIds: [one, other],
      carried: [
        { itemId: one, obligations: ['NOT_TELL_PARENT'] },
        { itemId: other, obligations: ['SHOW_CONDITION'] },
      ],
    });
  });

  test.each([undefined, '', 'nonsense NOT_TELL_PARENT', one, `${one} ANYTHING`, { a: 1 }])(
    'accept nothing where %p was sent',
    (sent) => {
      expect(readAcceptedItems(sent)).toBeUndefined();
    },
  );
});
