import { escapeHtml } from './escape-html';

/** Plain, in the manner of GOV.UK's pages and without its crown, font or header: this is not on gov.uk. */
export const STYLE = `
:root { color-scheme: light; }
body { margin: 0; font-family: Arial, Helvetica, sans-serif; font-size: 1.1875rem; line-height: 1.3; color: #0b0c0c; background: #fff; }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; display: block; padding: 10px 15px; background: #ffdd00; color: #0b0c0c; }
header { background: #1d3557; color: #fff; border-bottom: 10px solid #1d70b8; }
header p { margin: 0; padding: 12px 0; font-weight: bold; font-size: 1.25rem; }
.width { max-width: 60rem; margin: 0 auto; padding: 0 15px; }
main { padding: 30px 0 60px; }
h1 { font-size: 2rem; line-height: 1.1; margin: 0 0 15px; }
h2 { font-size: 1.5rem; margin: 30px 0 10px; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); }
li { border: 1px solid #b1b4b6; padding: 12px; }
li p { margin: 8px 0 0; color: #484949; font-size: 1rem; }
button { font: inherit; font-weight: bold; width: 100%; text-align: left; padding: 8px 10px 7px; border: 2px solid transparent; color: #fff; background: #00703c; box-shadow: 0 2px 0 #002d18; cursor: pointer; }
button:hover { background: #005a30; }
a { color: #1d70b8; }
button:focus, a:focus { outline: 3px solid transparent; background: #ffdd00; color: #0b0c0c; box-shadow: inset 0 0 0 2px #0b0c0c; border-color: #ffdd00; }
`;

/** One page of the demo's identity provider. */
export const pageFrame = (title: string, main: string): string => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/sign-in.css">
</head>
<body>
<a class="skip" href="#main">Skip to main content</a>
<header><div class="width"><p>Demo sign-in</p></div></header>
<main id="main" class="width">
${main}
</main>
</body>
</html>
`;
