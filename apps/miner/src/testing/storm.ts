import { createRandom, hashText, randomInt } from '@dropwise/kit';
import type { Fault, Sim } from '@dropwise/twitch-sim';

const minute = 60_000;
const operations = [
  'Inventory',
  'ViewerDropsDashboard',
  'DropCampaignDetails',
  'DirectoryPage_Game',
  'VideoPlayerStreamInfoOverlayChannel',
  'DropCurrentSessionContext',
  'DropsPage_ClaimDropRewards',
  'DropsHighlightService_AvailableDrops',
];

/** Faults as a bad month has them. Dead tokens, refused logins and other people's doing are left to tests of their own. */
const menu: readonly ((operation: string) => Fault)[] = [
  (target) => ({ kind: 'httpError', target }),
  () => ({ kind: 'httpError' }),
  (target) => ({ kind: 'html', target }),
  (target) => ({ kind: 'invalidJson', target }),
  (target) => ({ kind: 'slow', target }),
  (target) => ({ kind: 'connectionReset', target }),
  () => ({ kind: 'watchHostUnresolvable' }),
  (target) => ({ kind: 'unauthorized', target, times: 1 }),
  (target) => ({ kind: 'serviceError', target }),
  (target) => ({ kind: 'persistedQueryNotFound', target }),
  (target) => ({ kind: 'serviceTimeout', target }),
  (target) => ({ kind: 'contextDeadlineExceeded', target }),
  (target) => ({ kind: 'unknownError', target }),
  () => ({ kind: 'nullCatalogue', target: 'tv' }),
  () => ({ kind: 'malformedCampaign' }),
  () => ({ kind: 'socketRefused' }),
  () => ({ kind: 'socketSilent' }),
  () => ({ kind: 'pongMissing' }),
  () => ({ kind: 'reconnectRequested', times: 2 }),
  () => ({ kind: 'socketDropped', everyMs: 60_000 }),
  () => ({ kind: 'listenRefused', target: 'user-drop-events' }),
  () => ({ kind: 'malformedSocketMessage', times: 3 }),
  () => ({ kind: 'watchCredit', transports: ['hls'] }),
  () => ({ kind: 'watchCredit', transports: [] }),
  () => ({ kind: 'wrongDropCredited' }),
  () => ({ kind: 'progressDuplicated' }),
  () => ({ kind: 'progressOutOfOrder' }),
  () => ({ kind: 'progressRegressing' }),
  () => ({ kind: 'progressUnreported' }),
  () => ({ kind: 'claimSignalMissing' }),
  () => ({ kind: 'claimFails' }),
  () => ({ kind: 'streamUpWithoutStream' }),
  () => ({ kind: 'otherViewer' }),
];

/** Sets a fault every 20 to 90 minutes, for 2 to 30 minutes, until disposed. The same seed gives the same storm. */
export function startStorm(sim: Sim, seed: number): Disposable & { readonly faultCount: number } {
  const random = createRandom(hashText(`storm ${seed}`));
  let faultCount = 0;
  let timer = next();

  function next() {
    return sim.clock.after(randomInt(random, 20, 90) * minute, () => {
      const operation = operations[randomInt(random, 0, operations.length - 1)] ?? 'Inventory';
      const make = menu[randomInt(random, 0, menu.length - 1)];
      const spanMs = randomInt(random, 2, 30) * minute;
      if (make !== undefined) begin(make(operation), spanMs);
      timer = next();
    });
  }

  function begin(fault: Fault, forMs: number): void {
    faultCount += 1;
    sim.faults.set({ ...fault, forMs });
  }

  return {
    get faultCount() {
      return faultCount;
    },
    [Symbol.dispose]: () => timer.cancel(),
  };
}
