import { AUDIENCE_OF_TEAM, newId, type ReleasedItem } from '@mash/contracts';
import { loadPack } from '@mash/threshold-packs';
import { ago, DECIDED, decisionStub } from '../../../../browser-tests/stubs/decided-enquiry';
import { Posted } from '../../../forms/posted';
import { handoverMadeView } from './handover-made.presenter';
import { receivingBodies } from './receiving-bodies';
import { releasedChoices } from './released-choice';
import { purposeOfRoute } from './route-terms';
import { readHandover, readSending, teamOf } from './route.form';
import { routePageView } from './route.presenter';
import { isOneWaiting, teamsToRoute, teamsToRouteAnew } from './teams-to-route';

const pack = loadPack('thurrock', '2026.1');
const teams = teamsToRoute(pack, decisionStub(), []);
const offered = { teams, agencyIds: () => ['riverside-early-help'], itemIds: ['one'] };
const names = new Map([[DECIDED.child, 'Kian Marlowe']]);
const body = (agencyId: string, answersFor: string[]) => ({
  ...{ agencyId, answersFor, name: agencyId, kind: 'council', bound: true, revealsCategory: false },
});
const item = (changes: Partial<ReleasedItem>): ReleasedItem => ({
  envelopeId: DECIDED.itemId,
  itemId: 'one',
  visibility: 'shown',
  outcome: 'PERMIT',
  content: { text: 'Noise in October', kind: 'fact', when: { date: '2026-10-12' } },
  agencyId: 'riverside-police',
  personId: DECIDED.child,
  category: 'police-incidents',
  reason: { code: 'AGREED', sentence: 'Agreed.' },
  decisionId: DECIDED.decisionId,
  rule: 'R',
  redactions: [],
  obligations: [],
  ...changes,
});

describe('Teams to hand over to', () => {
  test('are those that the decision names, with their children', () => {
    expect(teams.map(({ team, personIds }) => [team, personIds])).toEqual([
      ['early-help', [DECIDED.child]],
      ['universal', [DECIDED.baby]],
    ]);
  });

  test('leave out who is on the way, and take back who was returned', () => {
    const times = { routeId: DECIDED.routeId, decisionId: DECIDED.decisionId, routedAt: ago(1), dueAt: ago(0) };
    const route = { ...times, team: 'early-help', personIds: [DECIDED.child] } as const;
    const sent = (state: 'waiting' | 'returned') =>
      teamsToRoute(pack, decisionStub(), [{ ...route, personIds: [...route.personIds], state }]).map(
        ({ team }) => team,
      );
    expect(sent('waiting')).toEqual(['universal']);
    expect(sent('returned')).toEqual(['early-help', 'universal']);
  });

  test('are named again where what was sent is held, and only where they are named', () => {
    const held = {
      ...{ routeId: DECIDED.routeId, decisionId: DECIDED.decisionId, routedAt: ago(1), dueAt: ago(0) },
      ...{ team: 'early-help' as const, personIds: [DECIDED.child], state: 'held' as const },
    };
    const open = teamsToRoute(pack, decisionStub(), [held]);
    const anew = teamsToRouteAnew(pack, decisionStub(), [held]);
    expect(teamOf('early-help', { teams: open, anew })?.team).toBe('early-help');
    expect(teamOf('', { teams: open, anew })?.team).toBe('universal');
  });

  test('are about every child whom the handover will be about, also where nobody is named', () => {
    const [first] = teamsToRoute(pack, decisionStub(), []);
    if (first === undefined) throw new Error('the decision sends nobody');
    const withHeld = { ...first, personIds: [...first.personIds, 'the-one-whose-case-is-held'] };
    expect(teamOf('', { teams: [first], anew: [withHeld] })).toBe(withHeld);
  });
});

describe('A handover', () => {
  const filled = { team: 'early-help', toAgencyId: 'riverside-early-help', words: 'Please help.', items: ['one'] };

  test('has a receiver, the manager’s words and ticked items', () => {
    expect(readHandover(new Posted(filled), offered).handover).toMatchObject({
      toAgencyId: 'riverside-early-help',
      itemIds: ['one'],
    });
  });

  test('takes no item that was not released to this manager, and no body that was not offered', () => {
    expect(readHandover(new Posted({ ...filled, items: ['one', 'withheld'] }), offered).handover?.itemIds).toEqual([
      'one',
    ]);
    const wrong = readHandover(new Posted({ ...filled, toAgencyId: 'somewhere-else', words: '' }), offered);
    expect(wrong.errors.map(({ field }) => field)).toEqual(['toAgencyId', 'words']);
  });

  test('that was written for a team which has the case by now is put together for no other', () => {
    for (const team of ['social-care', '', 'nobody']) {
      const { handover, errors } = readHandover(new Posted({ ...filled, team }), offered);
      expect([handover, errors.map(({ text }) => text)]).toEqual([
        undefined,
        [expect.stringContaining('nothing was put together')],
      ]);
    }
  });

  test('is sent only to a team of the decision and a body that was offered, with the product that was shown', () => {
    const posted = {
      ...{ team: 'early-help', toAgencyId: 'riverside-early-help', productId: DECIDED.productId },
      personIds: [DECIDED.child],
    };
    const sending = (changes: object) => readSending(new Posted({ ...posted, ...changes }), offered);
    expect(sending({})).toMatchObject({ productId: DECIDED.productId, toAgencyId: 'riverside-early-help' });
    expect(sending({ personIds: [DECIDED.child, DECIDED.baby] })?.personIds).toEqual([DECIDED.child]);
    const nobody = { personIds: [DECIDED.baby] };
    for (const changes of [{ team: 'social-care' }, { productId: '../x' }, { toAgencyId: 'somewhere-else' }, nobody])
      expect(sending(changes)).toBeUndefined();
  });

  test('never claims a purpose above the threshold that was judged', () => {
    expect(purposeOfRoute('social-care', 'S17')).toBe('S17');
    expect(purposeOfRoute('early-help', 'S47')).toBe('EH');
  });
});

describe('What may be chosen to go out', () => {
  test('names agency, person, category and day', () => {
    expect(releasedChoices([item({})], names)).toEqual([
      {
        itemId: 'one',
        label: 'Riverside Police, Kian Marlowe, Incidents and call-outs, 12 October 2026, fact',
        text: 'Noise in October',
        warnings: [],
      },
    ]);
  });

  test('is nothing that was withheld, whatever came with it', () => {
    expect(releasedChoices([item({ visibility: 'withheld' }), item({ content: undefined })], names)).toEqual([]);
  });

  test('goes to bodies that answer for the team, or where the register knows none, to any', () => {
    const bodies = [body('b', ['early-help']), body('a', [])];
    expect(receivingBodies('early-help', bodies).map(({ agencyId }) => agencyId)).toEqual(['b']);
    expect(receivingBodies('universal', bodies).map(({ agencyId }) => agencyId)).toEqual(['a', 'b']);
  });
});

describe('The pages of a handover', () => {
  const [team] = teams;
  if (team === undefined) throw new Error('The stub has no team');
  const base = { reference: DECIDED.reference, team, teams, names, agencies: [body('b', ['early-help'])] };

  test('say so where no answer was released, and where the answers cannot be opened', () => {
    expect(routePageView({ ...base, choices: [] }).noItems).toContain('No answer has been released');
    expect(routePageView({ ...base, choices: undefined }).noItems).toContain('cannot be opened');
  });

  test('tick nothing beforehand', () => {
    const view = routePageView({ ...base, choices: [{ itemId: 'one', label: 'L', text: 'T', warnings: [] }] });
    expect(JSON.stringify(view.items)).not.toContain('"checked":true');
  });

  test('say beside an item what travels with it, and where more waits to be accepted', () => {
    const warned = { itemId: 'one', label: 'L', text: 'T', warnings: ['Unsafe to tell the parent.'] };
    const view = routePageView({ ...base, choices: [warned], toAccept: true });
    expect(JSON.stringify(view.items)).toContain('Unsafe to tell the parent. T');
    expect(view.toAccept).toBe(`/enquiries/${DECIDED.reference}/picture`);
    expect(routePageView({ ...base, choices: [warned] }).toAccept).toBeUndefined();
  });

  test('say what can be done where the family refuses help: no other words would go', () => {
    expect(routePageView({ ...base, choices: [] }).instead).toBeUndefined();
    const { instead } = routePageView({ ...base, choices: [], isHelpRefused: true });
    expect(instead?.because).toContain('nobody has been told anything');
    expect(instead?.ways.map(({ href }) => href)).toEqual([
      `/enquiries/${DECIDED.reference}/people/${DECIDED.child}/consent`,
      `/enquiries/${DECIDED.reference}/rate`,
      `/enquiries/${DECIDED.reference}/decide`,
    ]);
    expect(instead?.ways[0]?.text).toContain('Kian Marlowe');
  });

  test('show what was left out with its reason, and of what waits for a human why, for whom and until when', () => {
    const asked = { itemId: 'two', code: 'Y', sentence: 'Withheld.', dueAt: '2026-11-23T15:30:00.000Z' };
    const refused = { itemId: 'one', code: 'X', sentence: 'Not released.', sharingDecisionId: DECIDED.decisionId };
    const leftOut = [refused, asked];
    const now = new Date('2026-11-23T13:40:00.000Z');
    const made = { productId: DECIDED.productId, included: [], leftOut } as const;
    const given = {
      reference: DECIDED.reference,
      team,
      toAgencyId: 'riverside-early-help',
      choices: [{ itemId: 'one', label: 'Police, fact', text: '', warnings: [] }],
      now,
    };
    const ready = handoverMadeView({ ...made, leftOut: [...leftOut], included: [], state: 'made' }, given);
    expect(ready.leftOut).toEqual([
      {
        ...{ item: 'Police, fact', because: 'Not released.' },
        overrideHref: `/overrides/of/${DECIDED.decisionId}`,
      },
      { item: 'An item', because: 'Withheld. Asked, due 15:30 today.' },
    ]);
    expect(ready).toMatchObject({ waits: [], sendText: `Send to ${team.name}` });
    expect(ready).toMatchObject({ goesOut: 'Goes out, with your words', alone: [] });
    const reason = { code: 'SERVICE_NOT_AGREED', sentence: 'The family has not agreed to help.' };
    const waiting = handoverMadeView(
      {
        ...{ ...made, leftOut: [], included: [], state: 'waiting_review', reason },
        ...{ waitsFor: ['hub_manager'], dueAt: '2026-11-23T15:30:00.000Z' },
      },
      given,
    );
    expect(waiting.waits.slice(0, 2)).toEqual([
      reason.sentence,
      'It waits for another hub manager, due 15:30 today. You cannot let it go yourself: you asked for it.',
    ]);
    expect(waiting.waits.join(' ')).toContain('Nothing has been sent');
    expect(waiting.sendText).toContain('once it is let go');
  });

  test('say that the words do not go, and why, where an override lets items go alone', () => {
    const wordsLeftOut = { code: 'HELP_BY_AGREEMENT', sentence: 'The family does not agree.' };
    const view = handoverMadeView(
      { productId: DECIDED.productId, included: ['one'], leftOut: [], state: 'made', wordsLeftOut },
      {
        ...{ reference: DECIDED.reference, team, toAgencyId: 'riverside-early-help', now: new Date() },
        choices: [{ itemId: 'one', label: 'Police, fact', text: '', warnings: [] }],
      },
    );
    expect(view).toMatchObject({ heading: 'Check what goes out: your words do not', included: ['Police, fact'] });
    expect(view.goesOut).toBe('Goes out, without your words');
    expect(view.alone[0]).toBe('Your words and the names do not go. The family does not agree.');
    expect(view.alone[1]).toContain('alone');
    expect(view.personIds).toEqual(team.personIds);
  });

  test('say that one which waits for the team is taken back by the first press, and afterwards that it was', () => {
    const [team] = teams;
    if (team === undefined) throw new Error('no team');
    const before = (waiting: Parameters<typeof isOneWaiting>[0]) =>
      routePageView({
        ...{ reference: 'E-1', team, teams, names, agencies: [], choices: [] },
        isOneWaiting: isOneWaiting(waiting, team),
      }).takesBack;
    const one = (personId: string, audience: string = AUDIENCE_OF_TEAM[team.team]) => [
      { audience, personIds: [personId] },
    ];
    expect(before(one(DECIDED.child))).toMatch(
      /taken back as soon as you press “Check what goes out”, also if you send nothing/,
    );
    for (const none of [one(newId()), one(DECIDED.child, 'team_other'), []]) expect(before(none)).toBeUndefined();
    const made = { productId: DECIDED.productId, state: 'made' as const, personIds: [DECIDED.child] };
    const after = (takesBack?: true) =>
      handoverMadeView(
        { ...made, included: [], leftOut: [], ...(takesBack && { takesBack }) },
        { reference: 'E-1', team, toAgencyId: 'riverside-early-help', choices: [], now: new Date() },
      ).takenBack;
    expect(after(true)).toMatch(/is taken back, and never goes/);
    expect(after()).toBeUndefined();
  });

  test('say whose case goes where items go alone, and take nobody else with it', () => {
    const both = { ...team, personIds: [DECIDED.child, DECIDED.baby] };
    const wordsLeftOut = { code: 'HELP_BY_AGREEMENT', sentence: 'The family does not agree.' };
    const view = handoverMadeView(
      {
        ...{ productId: DECIDED.productId, personIds: [DECIDED.baby], included: ['one'], leftOut: [] },
        ...({ state: 'made', wordsLeftOut } as const),
      },
      { reference: DECIDED.reference, team: both, toAgencyId: 'a-team', now: new Date(), choices: [] },
    );
    expect(view.personIds).toEqual([DECIDED.baby]);
    expect(view.alone[0]).toBe(`The case goes for 1 of 2 children: nothing goes to ${team.name} about the others.`);
  });
});
