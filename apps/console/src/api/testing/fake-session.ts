import type { CommandProblem, MinerCommand, MinerView, PlanPreviewView } from '@dropwise/contract';
import type { TriedWishes } from '@dropwise/core';
import { type Result, succeed } from '@dropwise/kit';
import type { AdapterSession } from '../../adapters/adapter.ts';
import { buildPlan, testNow } from './build-views.ts';

/** A life that answers everything at once. */
export class FakeSession implements AdapterSession {
  view: MinerView;
  clock: AdapterSession['clock'] = { now: () => testNow, speed: 1 };
  settingsTaken: AdapterSession['settingsTaken'] = null;
  preview: Result<PlanPreviewView, string> = succeed({ before: buildPlan(), after: buildPlan(), changes: [] });
  readonly previewed: TriedWishes[] = [];

  constructor(view: MinerView) {
    this.view = view;
  }

  async ask(_command: MinerCommand): Promise<Result<void, CommandProblem>> {
    return succeed(undefined);
  }

  previewPlan(wishes: TriedWishes): Result<PlanPreviewView, string> {
    this.previewed.push(wishes);
    return this.preview;
  }

  async [Symbol.asyncDispose](): Promise<void> {}
}
