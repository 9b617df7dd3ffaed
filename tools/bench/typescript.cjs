/**
 * Lets a benchmark load TypeScript that no build makes: what only tests use, compiled as Jest compiles it. What a build does make
 * (`@mash/...`, `dist`) is loaded as built.
 */
const { readFileSync } = require('node:fs');
const { _extensions: extensions } = require('node:module');
const { transformSync } = require('@swc/core');

extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { filename, swcrc: true });
  module._compile(code, filename);
};
