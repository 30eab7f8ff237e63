/** What one process plays with room to spare: half a core, and below the descriptors that most systems give it. */
const viewersPerShard = 15_000;

/** Processes for so many viewers on this machine. More than cores only where descriptors ask for it. */
export function shardCountOf(wanted: number | 'auto', viewers: number, openFiles: number | null): number {
  if (wanted !== 'auto') return wanted;
  // A viewer may open a second connection for a moment.
  const byFiles = openFiles === null ? viewersPerShard : Math.max(1, Math.floor((openFiles - 256) / 1.25));
  return Math.max(1, Math.ceil(viewers / Math.min(viewersPerShard, byFiles)));
}
