import { DECIDED } from '../browser-tests/stubs/decided-enquiry';
import { PlainVisitor } from '../browser-tests/support/plain-visitor';
import { PlatformOnStubs } from '../browser-tests/support/platform-on-stubs';

const { child, baby, enquiryId, routeId } = DECIDED;

describe('The audit log, searched for a person', () => {
  const its = PlatformOnStubs.forTheseTests();
  const searchedBy = async (query: string) => {
    const officer = await new PlainVisitor(its.platform.consoleUrl).signIn('Helen Forsyth');
    await officer.get(`/ig/log?${query}`);
    return { status: officer.status, searched: its.platform.deciding.searched.at(-1) };
  };

  test('asks for what was written under their former ids too, each in the enquiry in which it stood for them', async () => {
    expect(await searchedBy(`personId=${child}`)).toEqual({
      status: 200,
      searched: { personId: child, page: '1', formerly: `${enquiryId}~${baby},${routeId}~${baby}` },
    });
    expect((await searchedBy(`personId=${child}&enquiryId=${enquiryId}`)).searched).toMatchObject({
      formerly: `${enquiryId}~${baby}`,
    });
    expect((await searchedBy(`personId=${baby}`)).searched).not.toHaveProperty('formerly');
  });

  test('shows no entries where nobody can say under which ids they stood: some would be left out without a word', async () => {
    its.platform.state.down.add('contact-intake');
    const { status } = await searchedBy(`personId=${child}`);
    expect([status, (await searchedBy(`enquiryId=${enquiryId}`)).status]).toEqual([503, 200]);
    its.platform.state.down.clear();
  });
});
