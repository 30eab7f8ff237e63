import type { AudienceReport } from '@dropwise/contract/audience';
import { formatMs } from './format-quantity.ts';
import type { GeneratorFacts } from './report-facts.ts';

/** Beyond them the tool measures itself: the study's section 2, `tool_lag`. */
export const toolLagLimitMs = 5;
export const loopUtilizationLimit = 0.8;

/** Of fewer values the greatest is the 99th percentile, and one hiccup of the machine would condemn a run. */
const leastLagsForP99 = 100;

/** What the judgement takes of the tool's own lag; null = nothing was sent. */
export interface LagFigures {
  readonly count: number;
  readonly p95: number | null;
  readonly p99: number | null;
}

export function judgeGenerator(facts: GeneratorFacts, lag: LagFigures | null): AudienceReport['generator'] {
  const reasons: string[] = [];
  const isJudgedByP99 = lag !== null && lag.count >= leastLagsForP99;
  const judgedMs = (isJudgedByP99 ? lag.p99 : lag?.p95) ?? null;
  if (judgedMs !== null && judgedMs > toolLagLimitMs) {
    const percentile = isJudgedByP99 ? 'p99' : `p95 of ${lag?.count}`;
    reasons.push(`requests left ${formatMs(judgedMs)} after their time (${percentile}; at most ${toolLagLimitMs} ms)`);
  }
  if (facts.loopUtilization !== null && facts.loopUtilization > loopUtilizationLimit) {
    const found = Math.floor(facts.loopUtilization * 100);
    reasons.push(`an event loop was busy for ${found} % of the time (at most ${loopUtilizationLimit * 100} %)`);
  }
  return { ...facts, saturated: reasons.length > 0, reasons, toolLagP99Ms: lag?.p99 ?? null };
}
