import { assertNever } from '@dropwise/kit';
import { type ProtocolData, resolveClient } from '@dropwise/twitch';
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
    const results = await Promise.all(names.map((host) => lookAt(context, host)));
    if (names.length > 1 && results.every(({ kind }) => kind === 'notFound')) {
      const todo = 'Check this machine’s connection and its DNS server.';
      return [broken(`Not one of ${names.length} names is found.`, todo)];
    }
    const bad = results.flatMap(findingsOf);
    return bad.length > 0 ? bad : [ok(`All ${names.length} hosts are found: ${names.join(', ')}.`)];
  },
};

type LookUp =
  | { readonly kind: 'found' }
  | { readonly kind: 'blocked'; readonly host: string; readonly address: string }
  | { readonly kind: 'notFound'; readonly host: string; readonly code: string };

async function lookAt({ lookUp }: DoctorContext, host: string): Promise<LookUp> {
  try {
    const address = (await lookUp(host)).find(isThisMachine);
    return address === undefined ? { kind: 'found' } : { kind: 'blocked', host, address };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code';
    return { kind: 'notFound', host, code };
  }
}

function findingsOf(result: LookUp): readonly Finding[] {
  switch (result.kind) {
    case 'found':
      return [];
    case 'blocked':
      return [
        broken(
          `A block list answers for ${result.host}: it leads to ${result.address}.`,
          `Allow ${result.host} in your block list or hosts file.`,
        ),
      ];
    case 'notFound':
      return [
        broken(
          `The name ${result.host} is not found (${result.code}).`,
          `Allow ${result.host} in your block list or DNS server.`,
        ),
      ];
    default:
      return assertNever(result);
  }
}

/** SOCKS5 without the h, and no proxy at all, leave names to this machine. */
function resolvesAtProxy({ proxy }: DoctorContext): boolean {
  return proxy !== null && proxy.kind !== 'socks5';
}

async function hostsNeeded(context: DoctorContext): Promise<readonly string[]> {
  const { protocol, client } = context;
  const watch = await context.watchUrls().catch(() => null);
  const { site } = protocol.endpoints;
  const sites = site === null ? [resolveClient(client, protocol).baseUrl, protocol.clients.web.baseUrl] : [site];
  const urls = [...endpointsOf(protocol), ...sites, ...(watch?.ok ? watch.value : [])];
  const hosts = urls.map((url) => new URL(url).hostname);
  return [...new Set(site === null ? [...hosts, ...knownWatchHosts] : hosts)];
}

function endpointsOf({ endpoints, socketDialect }: ProtocolData): readonly string[] {
  const { gql, id, usher } = endpoints;
  return [gql, id, usher, endpoints[socketDialect]];
}

function isOwnName(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host.includes(':') || /^[\d.]+$/.test(host);
}

function isThisMachine(address: string): boolean {
  return address === '0.0.0.0' || address === '::' || address === '::1' || address.startsWith('127.');
}
