import type { AudienceReport } from '@dropwise/contract/audience';
import { formatMs } from './format-quantity.ts';
import type { GeneratorFacts } from './report-facts.ts';

/** Beyond them the tool measures itself: the study's section 2, `tool_lag`. */
export const toolLagLimitMs = 5;
export const loopUtilizationLimit = 0.8;

/** @param toolLagP99Ms null = nothing was sent. */
export function judgeGenerator(facts: GeneratorFacts, toolLagP99Ms: number | null): AudienceReport['generator'] {
  const reasons: string[] = [];
  if (toolLagP99Ms !== null && toolLagP99Ms > toolLagLimitMs) {
    reasons.push(`requests left ${formatMs(toolLagP99Ms)} after their time (p99; at most ${toolLagLimitMs} ms)`);
  }
  if (facts.loopUtilization !== null && facts.loopUtilization > loopUtilizationLimit) {
    const found = Math.floor(facts.loopUtilization * 100);
    reasons.push(`an event loop was busy for ${found} % of the time (at most ${loopUtilizationLimit * 100} %)`);
  }
  return { ...facts, saturated: reasons.length > 0, reasons, toolLagP99Ms };
}
