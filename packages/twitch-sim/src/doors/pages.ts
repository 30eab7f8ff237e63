import { createHash } from 'node:crypto';
import { randomText } from '@dropwise/kit';
import { htmlAnswer, type SimAnswer, type SimRequest } from './exchange.ts';
import { type Origins, originsFor } from './origins.ts';
import type { Service } from './service.ts';

const settingsHash = createHash('md5').update('dropwise-sim').digest('hex');
/** Where the settings script lies; clients look for 32 hex digits. Protocol 5.1. */
export const settingsPath = `/config/settings.${settingsHash}.js`;
/** A build id of the form that one peer scrapes from the landing page. Protocol 1.2. */
const buildId = '5e1f0000-0000-4000-8000-00000000d70b';

/** Sets the device cookie, or repeats the one that came. Protocol 1.3. */
export function answerLanding(service: Service, request: SimRequest): SimAnswer {
  const origins = originsFor(request.scheme, request.host);
  const answer = htmlAnswer(200, page('Twitch, simulated', '', origins));
  if (service.faults.strike('deviceCookieMissing') !== null) return answer;
  const known = /(?:^|;\s*)unique_id=([A-Za-z0-9]+)/.exec(request.headers.cookie ?? '')?.[1];
  const uniqueId =
    known ?? randomText(service.chance, 32, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');
  return { ...answer, setCookies: [`unique_id=${uniqueId}; ${origins.cookieAttributes}`] };
}

/** Names the settings script; the TV site's pages do not. Protocol 5.1. */
export function answerChannelPage(service: Service, request: SimRequest): SimAnswer {
  const origins = originsFor(request.scheme, request.host);
  const isTv = request.host.startsWith('android.tv.');
  const script =
    isTv || service.faults.peek('watchUrlMissing') !== null
      ? ''
      : `<script src="${origins.settings}${settingsPath}"></script>`;
  const channel = service.world.channels.findByLogin(request.path.slice(1));
  return htmlAnswer(200, page(escapeHtml(channel?.definition.displayName ?? 'Twitch'), script, origins));
}

/** Holds both keys under which the peers look for the watch URL. Protocol 5.1. */
export function answerSettings(service: Service, request: SimRequest): SimAnswer {
  const contentType = 'application/javascript';
  if (service.faults.strike('watchUrlMissing') !== null) {
    return { kind: 'answer', status: 200, contentType, body: 'window.__twilightSettings = {"env":"sim"};' };
  }
  const { spade, beacon } = originsFor(request.scheme, request.host);
  const urls = {
    spade_url:
      service.faults.peek('watchHostUnresolvable', 'spade') === null ? `${spade}/track` : 'https://spade.invalid/track',
    beacon_url:
      service.faults.peek('watchHostUnresolvable', 'beacon') === null
        ? `${beacon}/track`
        : 'https://beacon.invalid/track',
  };
  return {
    kind: 'answer',
    status: 200,
    contentType,
    body: `window.__twilightSettings = ${JSON.stringify({ env: 'sim', ...urls })};`,
  };
}

/** Where a person approves or denies a device code. */
export function answerActivate(service: Service, request: SimRequest): SimAnswer {
  const origins = originsFor(request.scheme, request.host);
  if (request.method !== 'POST') {
    return htmlAnswer(200, page('Activate your device', activateForm(request.query.get('device-code') ?? ''), origins));
  }
  const form = new URLSearchParams(request.body);
  const userCode = (form.get('user-code') ?? '').trim().toUpperCase();
  const decision = form.get('decision') === 'deny' ? 'denied' : 'approved';
  const isKnown = service.world.signIn.decide(userCode, decision);
  const said = isKnown
    ? `The device was ${decision}. You can close this page.`
    : 'No device waits with this code. Check the code and try again.';
  const body = `<p role="status">${said}</p>${isKnown ? '' : activateForm(userCode)}`;
  return htmlAnswer(isKnown ? 200 : 404, page('Activate your device', body, origins));
}

function activateForm(userCode: string): string {
  return `<form method="post" action="/activate">
<p><label for="user-code">Code shown on the device</label>
<input id="user-code" name="user-code" value="${escapeHtml(userCode)}" autocomplete="off" required></p>
<p><button name="decision" value="approve">Approve</button> <button name="decision" value="deny">Deny</button></p>
</form>`;
}

/** Plain and legible in both themes; no host but our own is asked for anything. */
const pageStyle = `:root{color-scheme:light dark;--ground:#FAFAF7;--surface:#FFF;--line:#5E5B54;--text:#1C1B19;--accent:#5B3FC4;--on:#FFF}
@media(prefers-color-scheme:dark){:root{--ground:#121317;--surface:#1B1D23;--line:#A5A39B;--text:#ECEBE6;--accent:#B5A2FF;--on:#121317}}
body{font:16px/1.5 system-ui,sans-serif;background:var(--ground);color:var(--text);max-width:28rem;margin:3rem auto;padding:0 1rem}
h1{font-size:1.75rem;line-height:1.2}label{display:block}
input{font:1.75rem ui-monospace,monospace;letter-spacing:.15em;width:100%;box-sizing:border-box;padding:.5rem .75rem;text-transform:uppercase}
input,button{border:1px solid var(--line);border-radius:8px;background:var(--surface);color:inherit}
button{font:inherit;padding:.5rem 1.25rem;cursor:pointer}button[value=approve]{background:var(--accent);border-color:var(--accent);color:var(--on)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}small{color:var(--line)}`;

function page(title: string, body: string, origins: Origins): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>${pageStyle}</style>
<script>window.__twilightBuildID="${buildId}"</script></head>
<body><h1>${title}</h1>${body}<p><small>A simulation at ${escapeHtml(origins.site)}, not Twitch.</small></p></body></html>`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
