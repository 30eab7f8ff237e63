import { type DefinitionsOf, defineSetting } from '../define-setting.ts';
import { wholeNumberKind } from '../kinds.ts';

export interface MaintenanceGroup {
  readonly reloadMinutes: number;
}

export const maintenanceDefinitions: DefinitionsOf<MaintenanceGroup> = {
  reloadMinutes: defineSetting({
    key: 'maintenance.reloadMinutes',
    doc: 'How often everything is asked of Twitch again.',
    default: 60,
    ...wholeNumberKind(15, 1_440),
  }),
};
