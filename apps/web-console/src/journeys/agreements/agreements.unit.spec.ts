import { agreementStub } from '../../../browser-tests/stubs/agreement-stub';
import { adminView } from './admin/admin.presenter';
import { manageView } from './manage/manage.presenter';
import { namesOf } from './shared/body-names';
import { lineSentence } from './shared/line-sentence';
import { stopView } from './stop/stop.presenter';
import { versionView } from './version/version.presenter';

const inForce = agreementStub({ title: 'Fine', standing: 'in_force', reviewDue: '2027-06-30' });
const proposed = agreementStub({
  ...{ title: 'Next', version: 4, state: 'proposed', standing: 'not_in_force', may: ['approve'] },
  approvals: [
    { agencyId: 'riverside-police', waitsFor: [{ name: 'Paul Varga', jobTitle: 'Head of public protection' }] },
    { agencyId: 'riverside-council', waitsFor: [] },
  ],
});
const [allow, deny] = agreementStub().lines;
const names = namesOf(agreementStub().bodies);

describe('May we share today?', () => {
  const officer = { mayDraft: false, readsAll: true };
  const signatory = { mayDraft: false, readsAll: false };

  test('has what cannot be relied on at the top, worst first, and then what waits', () => {
    const expired = agreementStub({ title: 'Old', standing: 'expired', inForceTo: '2026-09-30' });
    const view = manageView([inForce, proposed, agreementStub(), expired], [], officer);
    expect(
      view.groups.map(({ heading, cards }) => [heading, cards.map(({ title, standing }) => `${title}: ${standing}`)]),
    ).toEqual([
      [
        'Expired or past review',
        ['Old: Expired on 30 September 2026', 'Riverside hub sharing agreement: Past review since 30 June 2026'],
      ],
      ['On the way', ['Next: Out for approval']],
      ['In force', ['Fine: In force, review by 30 June 2027']],
    ]);
    expect(view.heading).toBe('2 agreements are unsafe today; 1 version waits for your approval');
  });

  test('says for whom a version waits, by name and post, and where nobody may approve', () => {
    const [group] = manageView([proposed], [], officer).groups;
    expect(group?.cards[0]?.waits).toEqual([
      'Waits for Riverside Police: Paul Varga, Head of public protection.',
      'Riverside Council: nobody is registered who may approve for it.',
    ]);
  });

  test('says that a legal ground is out of date, and of whom', () => {
    const [basis] = agreementStub().bases;
    const outOfDate = [{ field: 'bases.0.basis.0', code: 'BASIS_RLI_PUBLIC', message: 'It cannot.' }];
    const dated = agreementStub({ title: 'Fine', standing: 'in_force', reviewDue: '2027-06-30', outOfDate });
    const [group] = manageView([dated], [], officer).groups;
    expect(group?.cards[0]?.waits).toEqual(['A legal ground of it is out of date: draw it again.']);
    const named = names.get(basis?.agencyId ?? '');
    expect(versionView({ ...dated, history: [] }, 'Riverside Police').outOfDate).toEqual([named]);
    expect(versionView({ ...inForce, history: [] }, 'Riverside Police').outOfDate).toEqual([]);
  });

  test('does not count a superseded version as unsafe, nor offer to stop it', () => {
    const superseded = agreementStub({ state: 'superseded', standing: 'not_in_force', version: 2, may: [] });
    const view = manageView([inForce, superseded], [], officer);
    expect(view.heading).toBe('Every agreement can be relied on today');
    expect(view.earlier[0]?.stopHref).toBeUndefined();
  });

  const stopped = agreementStub({ title: 'Halted', version: 3, state: 'stopped', standing: 'stopped', may: [] });
  const groupsOf = (view: ReturnType<typeof manageView>) =>
    view.groups.map(({ heading, cards }) => [heading, cards.map(({ title }) => title)]);

  test('says that one was stopped, or has not begun, and not that all can be relied on', () => {
    const later = { state: 'in_force', standing: 'not_started', inForceFrom: '2027-01-01' } as const;
    const notYet = agreementStub({ title: 'Soon', version: 4, ...later });
    const view = manageView([inForce, stopped, notYet], [], officer);
    expect(groupsOf(view)).toEqual([
      ['Stopped', ['Halted']],
      ['In force', ['Fine']],
      ['Not started', ['Soon']],
    ]);
    expect(view.heading).toBe('1 agreement is stopped; 1 agreement has not begun');
    const waiting = manageView([agreementStub(), stopped, proposed], [], officer).heading;
    expect(waiting).toBe('1 agreement is unsafe today; 1 agreement is stopped; 1 version waits for your approval');
  });

  test('has a stopped version among the earlier ones from the day on which a later one counts', () => {
    const again = agreementStub({ title: 'Halted', version: 4, standing: 'in_force' });
    const view = manageView([again, stopped], [], officer);
    expect(groupsOf(view)).toEqual([['In force', ['Halted']]]);
    expect([view.heading, view.earlier.map(({ version }) => version)]).toEqual([
      'Every agreement can be relied on today',
      ['Version 3'],
    ]);
  });

  test('says that nothing is in force where all there is is on its way', () => {
    const draft = agreementStub({ state: 'draft', standing: 'not_in_force', may: ['draft'] });
    expect(manageView([draft], [], officer).heading).toBe('No agreement has been put in force');
    expect(manageView([proposed], [], officer).heading).toBe(
      'No agreement has been put in force; 1 version waits for your approval',
    );
  });

  test('names the bodies with which nothing is agreed', () => {
    const body = (agencyId: string, kind: string) => ({
      ...{ agencyId, kind, name: `The body ${agencyId}`, bound: true, revealsCategory: false, answersFor: [] },
    });
    const bodies = [body('riverside-council', 'council'), body('a-force', 'police'), body('a-surgery', 'health')];
    expect(manageView([inForce], bodies, officer).gaps).toEqual(['The body a-surgery']);
    expect(manageView([inForce], bodies, signatory).gaps).toEqual([]);
  });
});

describe('A line of an agreement', () => {
  test('reads as a sentence', () => {
    expect(allow && lineSentence(allow, names)).toBe(
      'The police may give information to Riverside Council about incidents and call-outs and missing episodes, for a child in need (section 17) or where a child may be suffering significant harm (section 47).',
    );
    expect(deny && lineSentence(deny, names)).toBe(
      'Exception, which wins over the other lines: the police may not give information or have the hub pass information on to charities about convictions and cautions, for early help.',
    );
  });
});

describe('A standing onward release', () => {
  const passing = { ...allow!, modes: ['onward' as const], standingRelease: ['team_sc' as const, 'police' as const] };
  const said = "The hub may pass it on to children's social care and the police without asking again.";
  const one = agreementStub({ lines: [passing] });

  test('is read by whoever approves a version, whoever looks after it, and whoever stops it', () => {
    expect(versionView({ ...one, history: [] }, 'x').lines[0]?.release).toBe(said);
    expect(manageView([one], [], { mayDraft: false, readsAll: true }).groups[0]?.cards[0]?.lines[0]).toContain(said);
    expect(stopView(one).stops[0]).toContain(said);
  });

  test('is not told where the line names nobody for it', () => {
    expect(versionView({ ...one, lines: [allow!], history: [] }, 'x').lines[0]?.release).toBeUndefined();
  });
});

describe('A version', () => {
  const step = { step: 'approved', version: 4, at: '2026-11-20T10:00:00.000Z', byAccount: 'an-account' } as const;
  const named = { agencyId: 'riverside-council', byName: 'Nadia Oyelaran', byJobTitle: 'Data protection officer' };

  test('offers the reader the one step that is theirs, for their own body', () => {
    const view = versionView({ ...proposed, history: [{ ...step, ...named }] }, 'Riverside Police');
    expect(view.next?.text).toBe('Approve for Riverside Police');
    expect(view.parties[1]?.approved).toBe('Has not approved');
    expect(view.history[0]).toMatchObject({
      what: 'Version 4: approved for Riverside Council',
      by: 'Nadia Oyelaran, Data protection officer',
    });
  });

  test('that the register check finds fault with offers no step, and says what is wrong', () => {
    const findings = [{ field: 'bases.0.basis.0', code: 'BASIS_CONSENT', message: 'Consent is no basis' }];
    const view = versionView({ ...proposed, state: 'draft', may: ['draft', 'propose'], findings, history: [] }, 'x');
    expect(versionView({ ...proposed, findings, history: [] }, 'x').next).toBeUndefined();
    const ready = { ...proposed, state: 'approved' as const, may: ['put-in-force' as const], history: [] };
    expect(versionView({ ...ready, findings }, 'x').next).toBeUndefined();
    expect(versionView(ready, 'x').next?.text).toBe('Put in force');
    expect([view.next, view.discard?.text]).toEqual([undefined, 'Throw this draft away']);
    expect(view.findings).toEqual([{ field: 'bases.0.basis.0', message: 'Consent is no basis' }]);
  });

  test('is sent out, or thrown away, as the draft that the page shows', () => {
    const at = '2026-11-24T13:40:00.000Z';
    const history = [{ step: 'drafted' as const, version: 4, at, byAccount: 'an-account' }];
    const view = versionView({ ...proposed, state: 'draft', may: ['draft', 'propose'], history }, 'x');
    expect(view.next).toMatchObject({ text: 'Send out for approval', read: at });
    expect(view.discard).toMatchObject({ text: 'Throw this draft away', read: at });
  });

  test('says honestly that the register does not know who took a step', () => {
    const view = versionView({ ...inForce, history: [{ ...step, step: 'stopped' }] }, 'x');
    expect(view.history[0]?.by).toBe('Not in the register of signatories (account an-account)');
  });
});

describe('Comparing a version', () => {
  test('is offered with the one before it that was sent out, not with a draft that was thrown away', () => {
    const by = { at: '2026-11-20T10:00:00.000Z', byAccount: 'an-account' };
    const history = [
      { ...by, step: 'proposed' as const, version: 1 },
      { ...by, step: 'drafted' as const, version: 2 },
      { ...by, step: 'discarded' as const, version: 2 },
      { ...by, step: 'drafted' as const, version: 3 },
    ];
    const { more } = versionView({ ...agreementStub({ version: 3 }), history }, 'x');
    expect(more.map(({ text }) => text)).toContain('Compare with version 1');
    expect(
      versionView({ ...agreementStub({ version: 3 }), history: history.slice(1) }, 'x').more.map(({ text }) => text),
    ).toEqual(expect.not.arrayContaining([expect.stringContaining('Compare')]));
  });
});

describe('Stop sharing now', () => {
  test('names exactly what stops before it stops: what is allowed, not what is forbidden', () => {
    const view = stopView(agreementStub());
    expect(view.stops).toHaveLength(1);
    expect(view.after).toContain('Immediate protection of a child goes on.');
  });
});

describe('The administrator’s start page', () => {
  test('names what is unsafe today', () => {
    expect(adminView([agreementStub()], []).unsafe).toEqual([
      { title: 'Riverside hub sharing agreement', standing: 'Past review since 30 June 2026' },
    ]);
    expect(adminView([inForce], []).heading).toBe('No agreement is unsafe today');
  });

  test('counts agreements, not their versions', () => {
    expect(adminView([inForce, proposed], []).counts).toBe('1 agreement, 0 bodies in the register');
  });
});
