import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readKafkaConnection } from './config';

const user = { KAFKA_USERNAME: 'decision', KAFKA_PASSWORD: 'nobody may see this' };

describe('How a service comes to Kafka, from its environment', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mash-kafka-config-'));
  const ca = join(folder, 'ca.pem');
  const pem = ['-----BEGIN ', 'CERTIFICATE-----\n'].join(
    '',
  ); /* apart: this very file is the one that holds no certificate */
  writeFileSync(ca, pem);
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is without a name where none is given', () => {
    expect(readKafkaConnection({ KAFKA_BROKERS: 'a:1, b:2' })).toEqual({ brokers: ['a:1', 'b:2'] });
    expect(readKafkaConnection({ KAFKA_USERNAME: '', KAFKA_PASSWORD: '', KAFKA_TLS: '' })).toEqual({ brokers: [] });
  });

  test('is by its own user, with TLS and whom to believe', () => {
    expect(readKafkaConnection({ KAFKA_BROKERS: 'a:1', ...user, KAFKA_TLS: 'on', KAFKA_CA_FILE: ca })).toEqual({
      brokers: ['a:1'],
      access: { username: 'decision', password: 'nobody may see this' },
      tls: { ca: pem },
    });
    expect(readKafkaConnection({ ...user, KAFKA_TLS: 'on' }).tls).toEqual({});
  });

  test.each([
    [{ KAFKA_USERNAME: 'decision' }, /KAFKA_PASSWORD is not/],
    [{ KAFKA_PASSWORD: user.KAFKA_PASSWORD }, /KAFKA_USERNAME is not/],
    [{ ...user, KAFKA_TLS: 'perhaps' }, /KAFKA_TLS must be on or off/],
    [{ ...user, KAFKA_CA_FILE: ca }, /KAFKA_TLS is not on/],
    [{ ...user, KAFKA_TLS: 'on', KAFKA_CA_FILE: join(folder, 'not-there') }, /KAFKA_CA_FILE must name/],
    [{ ...user, KAFKA_TLS: 'on', KAFKA_CA_FILE: __filename }, /KAFKA_CA_FILE must name/],
  ])('is refused where half is given or it makes no sense (%#), and no value is said', (env, why) => {
    const read = () => readKafkaConnection(env);
    expect(read).toThrow(why);
    expect(read).not.toThrow(/nobody may see|perhaps|not-there/);
  });
});
