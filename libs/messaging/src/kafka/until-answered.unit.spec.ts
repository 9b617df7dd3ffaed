import { KafkaJSNonRetriableError, KafkaJSProtocolError } from 'kafkajs';
import { untilAnswered } from './until-answered';

/** As kafkajs gives it once its own tries are over. */
const triedEnough = (type: string) => {
  const refused = new KafkaJSProtocolError({ message: 'refused', type } as unknown as Error);
  return Object.assign(new KafkaJSNonRetriableError('tried enough'), { cause: refused });
};

describe('A broker that is asked about topics while one is being made', () => {
  test.each(['LEADER_NOT_AVAILABLE', 'UNKNOWN_TOPIC_OR_PARTITION'])('and says %s is asked again', async (type) => {
    const ask = jest
      .fn<Promise<string[] | undefined>, []>()
      .mockRejectedValueOnce(triedEnough(type))
      .mockResolvedValueOnce(undefined)
      .mockResolvedValueOnce(['mash.decision.v1']);
    expect(await untilAnswered(ask)).toEqual(['mash.decision.v1']);
  });

  test('and refuses for another reason is asked once', async () => {
    const ask = jest.fn(() => Promise.reject(triedEnough('TOPIC_AUTHORIZATION_FAILED')));
    await expect(untilAnswered(ask)).rejects.toThrow('tried enough');
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
