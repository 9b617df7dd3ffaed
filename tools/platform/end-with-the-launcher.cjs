/**
 * Loaded into every service by `node --require`: when the launcher is gone without a word (killed, crashed), the channel to it
 * closes, and the service ends as if it had been asked to.
 */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
