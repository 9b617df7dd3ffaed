import { OffsetLedger } from './offset-ledger';

describe('The ledger of offsets', () => {
  test('says the next message to read, once', () => {
    const ledger = new OffsetLedger();
    ledger.mark('t', 0, '9007199254740993');
    expect(ledger.take()).toEqual([{ topic: 't', partition: 0, offset: '9007199254740994' }]);
    expect(ledger.take()).toEqual([]);
  });

  test('keeps what could not be committed, unless more has been done since', () => {
    const ledger = new OffsetLedger();
    ledger.mark('t', 0, '1');
    ledger.mark('t', 1, '1');
    const taken = ledger.take();
    ledger.mark('t', 1, '5');
    ledger.restore(taken);
    expect(ledger.take().map(({ offset }) => offset)).toEqual(['6', '2']);
  });

  test('lets go of partitions that belong to another member now', () => {
    const ledger = new OffsetLedger();
    ledger.mark('t', 0, '1');
    ledger.mark('t', 1, '1');
    ledger.keepOnly({ t: [1] });
    expect(ledger.take().map(({ partition }) => partition)).toEqual([1]);
  });
});
