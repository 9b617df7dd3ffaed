import { aFamily } from './support/family';
import { act, callAs, read } from './support/http';
import { Story } from './support/story';

const story = new Story({ family: aFamily({ surname: 'Thistlewood' }) });

describe('A concern on its way', () => {
  test('a b', async () => {
    console.log(JSON.stringify((await story.asked()).map(({requestId,agencyId,state,lines})=>({requestId,agencyId,state,lines:lines.map((l)=>[l.category,l.state,l.sharingDecisionId])}))));const answers = await story.answered();
    console.log(JSON.stringify(await story.asked(), null, 1), answers.map(({envelopes: _e, ...r}) => r));
  });
});
