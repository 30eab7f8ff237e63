import type { ChildDefinition } from '@dropwise/contract';
import { plainRules, type RestartPolicy, type SupervisionRules } from '@dropwise/core/supervision';

/** What the definition asks of its supervisor. `policy` is that of children who ask for none. */
export function supervisionRules(definition: ChildDefinition, policy: RestartPolicy): SupervisionRules {
  const { limits } = definition;
  return {
    ...plainRules,
    program: definition.adapter,
    silenceMs: definition.silenceSeconds * 1_000,
    stopGraceMs: definition.stopGraceSeconds * 1_000,
    memoryBytes: limits.memoryMb === null ? null : limits.memoryMb * 1_048_576,
    cpuPercent: limits.cpuPercent,
    policy: restartPolicyOf(definition, policy),
  };
}

function restartPolicyOf({ restart }: ChildDefinition, policy: RestartPolicy): RestartPolicy {
  if (restart === undefined) return policy;
  const { firstDelayMs, maxDelayMs, maxQuickDeaths } = restart;
  return { ...policy, backoff: { ...policy.backoff, firstMs: firstDelayMs, capMs: maxDelayMs }, maxQuickDeaths };
}
