import { aFamily } from './support/family';
import { act, callAs, read } from './support/http';
import { Story } from './support/story';

const story = new Story({ family: aFamily({ surname: 'Thistlewood' }) });

describe('A concern on its way', () => {
  test('a b', async () => {
    const answers = await story.policeAnswered();
    console.log(JSON.stringify(await story.asked(), null, 1), answers.map(({envelopes: _e, ...r}) => r));
  });
});
