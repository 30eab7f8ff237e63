// One glance at the miner: is it counting, what is earned, what is to be done. Everything shown is text, never markup.

const pollMs = 3_000;
/** Ages move on between two looks. */
let last = null;
let lastAt = 0;

const at = (id) => document.getElementById(id);

function show(id, text) {
  const element = at(id);
  if (element.textContent !== text) element.textContent = text;
}

async function call(method, path, body) {
  const init = { method, headers: {}, cache: 'no-store' };
  if (body !== undefined) {
    init.headers['content-type'] = 'application/json';
    init.body = JSON.stringify(body);
  }
  const answer = await fetch(path, init);
  const value = answer.status === 204 ? null : await answer.json();
  if (!answer.ok) throw new Error(value?.error?.sentence ?? `The console answered ${answer.status}.`);
  return value;
}

function span(ms) {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function count(number, word) {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

/** The miner's clock now: that of a demo runs faster. */
function minerNow(clock) {
  return clock.now + (Date.now() - lastAt) * clock.speed;
}

function renderHealth({ level, sentence, todo, others }) {
  at('health').dataset.level = level;
  show('health-sentence', sentence);
  show('health-todo', todo);
  const list = at('health-others');
  const wanted = others.map((other) => `${other.sentence} ${other.todo}`.trim());
  if ([...list.children].map((item) => item.textContent).join('\n') === wanted.join('\n')) return;
  list.replaceChildren(
    ...wanted.map((text) => {
      const item = document.createElement('li');
      item.textContent = text;
      return item;
    }),
  );
}

function renderCode(login, clock) {
  const waits = login.state === 'waitingForPerson' && login.userCode !== null;
  at('code').hidden = !waits;
  if (!waits) return;
  show('user-code', login.userCode);
  if (/^https?:/.test(login.verificationUri ?? '')) at('activation').href = login.verificationUri;
  const left =
    login.codeExpiresAt === null ? '' : `The code holds for another ${span(login.codeExpiresAt - minerNow(clock))}.`;
  show('code-expiry', left);
}

function renderNow({ watching, progress, clock }) {
  at('now').hidden = watching === null && progress === null;
  show(
    'watching',
    watching === null
      ? 'Watching nothing'
      : `Watching ${watching.displayName}${watching.game ? ` (${watching.game})` : ''}`,
  );
  const confirmedAt = watching?.lastConfirmedAt ?? null;
  const age =
    confirmedAt === null
      ? 'Twitch has not confirmed a minute yet.'
      : `Twitch confirmed a minute ${span(minerNow(clock) - confirmedAt)} ago.`;
  at('bar').hidden = progress === null;
  if (progress === null) {
    show('drop', '');
    show('minutes', watching === null ? '' : age);
    return;
  }
  const { dropName, campaignName, requiredMinutes, confirmedMinutes, estimatedMinutes } = progress;
  show('drop', campaignName === null ? dropName : `${dropName}, of ${campaignName}`);
  const confirmed = confirmedMinutes ?? 0;
  const bar = at('bar');
  bar.setAttribute('aria-valuemax', String(requiredMinutes));
  bar.setAttribute('aria-valuenow', String(confirmed));
  bar.setAttribute('aria-label', `Confirmed minutes of ${dropName}`);
  at('confirmed').style.flex = `0 0 ${Math.min(100, (confirmed / requiredMinutes) * 100)}%`;
  at('estimated').style.flex = `0 1 ${Math.min(100, (estimatedMinutes / requiredMinutes) * 100)}%`;
  const guess = estimatedMinutes === 0 ? '' : `, and about ${estimatedMinutes} more that are not`;
  const known =
    confirmedMinutes === null
      ? `About ${estimatedMinutes} of ${requiredMinutes} minutes.`
      : `${confirmed} of ${requiredMinutes} minutes are confirmed${guess}.`;
  show('minutes', `${known} ${age}`);
}

function render(status) {
  renderHealth(status.health);
  renderCode(status.login, status.clock);
  renderNow(status);
  at('totals').hidden = status.claimed === null;
  const { claimed, confirmedMinutes } = status;
  const minutes = confirmedMinutes === null ? 'an unknown number of minutes' : count(confirmedMinutes, 'minute');
  show('totals-sentence', `Since the miner began: ${count(claimed ?? 0, 'drop')} claimed, ${minutes} confirmed.`);
}

function ask(session) {
  const form = at('sign-in');
  const first = session.setupNeeded && session.maySetPassword;
  show('sign-in-title', first ? 'Choose a password for this console' : 'Sign in');
  show('password-label', first ? 'New password, at least 8 characters' : 'Password');
  at('password').autocomplete = first ? 'new-password' : 'current-password';
  form.dataset.path = first ? 'api/setup/password' : 'api/session';
  form.hidden = false;
  at('health').hidden = true;
  for (const id of ['now', 'code', 'totals', 'actions']) at(id).hidden = true;
}

function isStale(why) {
  document.body.classList.toggle('stale', why !== null);
  at('stale').hidden = why === null;
  if (why !== null)
    show('stale', `${why} What is shown is ${last === null ? 'nothing yet' : `${span(Date.now() - lastAt)} old`}.`);
}

async function look() {
  try {
    const session = await call('GET', 'api/session');
    if (!session.scopes.includes('read')) return ask(session);
    at('sign-in').hidden = true;
    at('health').hidden = false;
    at('actions').hidden = !session.scopes.includes('control');
    at('sign-out').hidden = session.kind !== 'session';
    last = await call('GET', 'api/status');
    lastAt = Date.now();
    isStale(null);
    render(last);
  } catch (error) {
    isStale(error instanceof TypeError ? 'The console does not answer.' : error.message);
  }
}

at('sign-in').addEventListener('submit', async (event) => {
  event.preventDefault();
  show('sign-in-problem', '');
  try {
    await call('POST', at('sign-in').dataset.path, { password: at('password').value });
    at('password').value = '';
    await look();
  } catch (error) {
    show('sign-in-problem', error.message);
  }
});

at('reload').addEventListener('click', async () => {
  try {
    show('action-answer', (await call('POST', 'api/reload')).sentence);
  } catch (error) {
    show('action-answer', error.message);
  }
});

at('sign-out').addEventListener('click', async () => {
  await call('DELETE', 'api/session').catch(() => {});
  await look();
});

await look();
setInterval(look, pollMs);
setInterval(() => {
  if (last !== null && !at('now').hidden) renderNow(last);
}, 1_000);
