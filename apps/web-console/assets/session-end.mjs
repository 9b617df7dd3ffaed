const WARN_MINUTES = 5;

/**
 * Five minutes before the session ends a strip offers "Stay signed in"; when it has ended the page goes blank and says so. What was
 * typed stays in the fields behind it: after sign-in the same form can be sent.
 */
export function warnBeforeSessionEnds() {
  const minutes = Number(document.body.dataset.sessionMinutes);
  const strip = document.getElementById('session-strip');
  if (!minutes || !strip) return;
  let timers = [];

  const start = () => {
    timers.forEach(clearTimeout);
    strip.hidden = true;
    timers = [
      setTimeout(() => (strip.hidden = false), (minutes - WARN_MINUTES) * 60_000),
      setTimeout(blank, minutes * 60_000),
    ];
  };
  const blank = () => {
    strip.hidden = true;
    document.getElementById('main-content').hidden = true;
    document.getElementById('session-ended').hidden = false;
  };
  strip.querySelector('button').addEventListener('click', async () => {
    const answer = await fetch('/session', { headers: { accept: 'application/json' } }).catch(() => undefined);
    if (answer?.status === 204) start();
    else blank();
  });
  start();
}
