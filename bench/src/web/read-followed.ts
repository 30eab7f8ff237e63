import type { Followed } from './web-report.ts';

/** How many channels and campaigns the console tells its pages about. */
export async function readFollowed(url: string): Promise<Followed> {
  const { channels } = (await ask(new URL('api/channels', url))) as { readonly channels: readonly unknown[] };
  const { campaigns } = (await ask(new URL('api/campaigns', url))) as { readonly campaigns: readonly unknown[] };
  return { channels: channels.length, campaigns: campaigns.length };
}

async function ask(url: URL): Promise<unknown> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`expected ${url.pathname} to answer, found ${answer.status}`);
  return answer.json();
}
