import { pageFrame } from './page-frame';

/** Asked of whoever comes to sign out without proof of who they are. `form` is the provider's own, with its token against forgery. */
export const signOutPage = (form: string): string =>
  pageFrame(
    'Do you want to sign out?',
    `<h1>Do you want to sign out?</h1>
${form}
<button type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button>`,
  );

export const signedOutPage = (): string => pageFrame('You have signed out', '<h1>You have signed out</h1>');
