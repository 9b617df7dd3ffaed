/**
 * Loaded by `node --require` into a service that a test starts as a process of its own: compiles its TypeScript as it is read, as the build
 * does (`.swcrc`), and finds our libraries by their sources. Nothing has to be built first, and what runs is what is being tested.
 */
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');

const root = join(__dirname, '..', '..', '..');
const resolve = Module._resolveFilename;
const OURS = /^@mash\/([a-z-]+)$/;

Module._resolveFilename = function (request, ...rest) {
  const [, library] = OURS.exec(request) ?? [];
  return resolve.call(this, library ? join(root, 'libs', library, 'src', 'index.ts') : request, ...rest);
};
Module._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { cwd: root, filename, swcrc: true });
  module._compile(code, filename);
};

// The test is gone, however it ended: the service ends as if it had been asked to.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
