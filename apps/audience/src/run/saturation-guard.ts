import type { AudienceSample } from '@dropwise/contract/audience';
import { loopUtilizationLimit, toolLagLimitMs } from '../report/judge-generator.ts';

/** A machine hiccups now and then; this long it does not. */
export const saturationPatienceSeconds = 5;

/** Watches that the tool itself keeps up: whoever is added to one that does not makes its figures worse, and no origin's. */
export class SaturationGuard {
  #lateSeconds = 0;

  /** Look once a second. True = it has not kept up for five seconds in a row; said once in such a spell. */
  observe({ lagP99Ms, loopUtilization }: AudienceSample['tool']): boolean {
    const isLate = (lagP99Ms ?? 0) > toolLagLimitMs || loopUtilization > loopUtilizationLimit;
    this.#lateSeconds = isLate ? this.#lateSeconds + 1 : 0;
    return this.#lateSeconds === saturationPatienceSeconds;
  }
}
