import { Cron } from 'croner';

/** A sentence for a schedule that cannot be, or that never comes; null for one that can. */
export function checkSchedule(schedule: string): string | null {
  if (schedule === '') return null;
  const expected = 'backup.schedule must be a cron line such as 30 4 * * 0';
  try {
    if (new Cron(schedule, { paused: true }).nextRun() !== null) return null;
    return `${expected}, but there is no day on which "${schedule}" comes. No backups are made by themselves.`;
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error))
      .replace(/^CronPattern: /, '')
      .replace(/\.$/, '');
    return `${expected}, but "${schedule}" is none: ${why}. No backups are made by themselves.`;
  }
}
