import type { AnyFact, LogLine, ResourceSample } from '@dropwise/contract';
import type { FleetSink } from '../fleet-sink.ts';

/** Keeps everything, stores at once. */
export class RecordedSink implements FleetSink {
  readonly told: { readonly childId: string; readonly fact: AnyFact }[] = [];
  readonly heard: LogLine[] = [];
  readonly sampled: ({ readonly childId: string } & ResourceSample)[] = [];

  facts: FleetSink['facts'] = (childId, facts, stored) => {
    for (const { fact } of facts) this.told.push({ childId, fact });
    stored?.();
  };
  lines: FleetSink['lines'] = (childId, lines) => {
    for (const line of lines) this.heard.push({ childId, ...line });
  };
  samples: FleetSink['samples'] = (childId, sample) => void this.sampled.push({ childId, ...sample });

  of<Kind extends AnyFact['kind']>(kind: Kind): readonly Extract<AnyFact, { kind: Kind }>[] {
    return this.told
      .map(({ fact }) => fact)
      .filter((fact): fact is Extract<AnyFact, { kind: Kind }> => fact.kind === kind);
  }
}
