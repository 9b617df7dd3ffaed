const WARN_MINUTES = 5;

/**
 * Five minutes before the session ends a strip offers "Stay signed in"; when it has ended the page goes blank and says so. What was typed stays in the
 * fields behind it, and is shown again once the same person, and nobody else, has signed in in another tab.
 */
export function warnBeforeSessionEnds() {
  const { sessionMinutes, owner, page } = document.body.dataset;
  const minutes = Number(sessionMinutes);
  const strip = document.getElementById('session-strip');
  if (!minutes || !strip) return;
  const main = document.getElementById('main-content');
  const ended = document.getElementById('session-ended');
  let timers = [];

  const start = () => {
    timers.forEach(clearTimeout);
    strip.hidden = true;
    main.hidden = false;
    ended.hidden = true;
    timers = [
      setTimeout(() => (strip.hidden = false), (minutes - WARN_MINUTES) * 60_000),
      setTimeout(blank, minutes * 60_000),
    ];
  };
  const blank = () => {
    strip.hidden = true;
    main.hidden = true;
    ended.hidden = false;
  };
  const goOn = async () => {
    const headers = { accept: 'application/json', 'x-owner': owner, 'x-page': page };
    const answer = await fetch('/session', { headers }).catch(() => undefined);
    if (answer?.status === 204) start();
    else blank();
  };
  strip.querySelector('button').addEventListener('click', goOn);
  ended.querySelector('button').addEventListener('click', goOn);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && !ended.hidden) void goOn();
  });
  start();
}
