import { RECALLED } from '../stubs/recalling/recall-ids';
import { PlainVisitor } from './plain-visitor';
import { PlatformOnStubs } from './platform-on-stubs';

export const CANARY = 'a burn like a crescent moon';
export const DECLINE = '/not-sent/decline';
/** A page with a form that does not fill itself in, and what somebody states there. */
export const BREACH = `/ig/breaches/${RECALLED.breachId}`;
export const STATED = { says: 'what_happened', words: CANARY };

/** The console on stubs, for tests of forms that are pressed after the session has ended: none is held when one begins. */
export function formsPressedLate() {
  const its = PlatformOnStubs.forTheseTests();
  beforeEach(() => its.query('DELETE FROM held_post'));

  const signedIn = (name: string) => new PlainVisitor(its.platform.consoleUrl).signIn(name);
  const endSession = (someone: PlainVisitor) => someone.forget('session', 'session-key');
  /** Presses a button of the page that they have open, after its session has ended. */
  const pressLate = async (someone: PlainVisitor, html: string, path: string, fields: Record<string, string>) => {
    endSession(someone);
    someone.html = html;
    await someone.send(path, fields);
    expect(someone.path).toBe('/sign-in');
    return someone;
  };
  return {
    ...{ its, signedIn, endSession, pressLate },
    held: async () => (await its.query('SELECT 1 FROM held_post')).length,
    breachPressed: async () => {
      const someone = await signedIn('Helen Forsyth');
      const { html } = await someone.get(BREACH);
      return { someone: await pressLate(someone, html, BREACH, STATED), html };
    },
  };
}
