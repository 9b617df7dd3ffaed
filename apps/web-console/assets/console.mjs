/**
 * What JavaScript adds to pages that work without it: the GOV.UK and MoJ components, and the warning before a session
 * ends. Nothing is kept in the browser.
 */
import { initAll as initGovuk } from './govuk-frontend.min.js';
import { initAll as initMoj } from './moj-frontend.min.js';
import { warnBeforeSessionEnds } from './session-end.mjs';

initGovuk({ accordion: { rememberExpanded: false } });
initMoj();
warnBeforeSessionEnds();
