import type { ProtocolData } from '@dropwise/twitch';
import { resolveClient } from '@dropwise/twitch';
import type { Check, DoctorContext } from '../check.ts';
import { broken, type Finding, ok } from '../finding.ts';

/** Where watch events went last; for the case that the page that names them cannot be read. Protocol 5.1. */
const knownWatchHosts = ['spade.twitch.tv', 'beacon.twitch.tv'];

/** Every host that the miner will need. Block lists answer for some of them with the machine itself. Protocol 7. */
export const namesCheck: Check = {
  group: 'the way to Twitch',
  name: 'names',
  async run(context) {
    if (resolvesAtProxy(context)) return [ok('The proxy looks them up.')];
    const hosts = await hostsNeeded(context);
    const names = hosts.filter((host) => !isOwnName(host));
    if (names.length === 0) return [ok(`${hosts.join(', ')} needs no look-up.`)];
    const findings = await Promise.all(names.map((host) => lookAt(context, host)));
    const bad = findings.filter((finding) => finding !== null);
    return bad.length > 0 ? bad : [ok(`All ${names.length} hosts are found: ${names.join(', ')}.`)];
  },
};

async function lookAt({ lookUp }: DoctorContext, host: string): Promise<Finding | null> {
  const todo = `Allow ${host} in your block list, hosts file or DNS server.`;
  try {
    const addresses = await lookUp(host);
    const own = addresses.find(isThisMachine);
    return own === undefined ? null : broken(`A block list answers for ${host}: it leads to ${own}.`, todo);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code';
    return broken(`The name ${host} is not found (${code}).`, todo);
  }
}

/** SOCKS5 without the h, and no proxy at all, leave names to this machine. */
function resolvesAtProxy({ proxy }: DoctorContext): boolean {
  return proxy !== null && proxy.kind !== 'socks5';
}

async function hostsNeeded(context: DoctorContext): Promise<readonly string[]> {
  const { protocol, client } = context;
  const watch = await context.watchUrls().catch(() => null);
  const urls = [...endpointsOf(protocol), resolveClient(client, protocol).baseUrl, ...(watch?.ok ? watch.value : [])];
  const hosts = urls.map((url) => new URL(url).hostname);
  const isTwitch = protocol.endpoints.site === null;
  return [...new Set(isTwitch ? [...hosts, ...knownWatchHosts] : hosts)];
}

function endpointsOf({ endpoints, clients, socketDialect }: ProtocolData): readonly string[] {
  const { gql, id, usher, site } = endpoints;
  return [gql, id, usher, endpoints[socketDialect], site ?? clients.web.baseUrl];
}

function isOwnName(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host.includes(':') || /^[\d.]+$/.test(host);
}

function isThisMachine(address: string): boolean {
  return address === '0.0.0.0' || address === '::' || address === '::1' || address.startsWith('127.');
}
