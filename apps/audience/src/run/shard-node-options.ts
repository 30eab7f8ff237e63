/**
 * How Node runs a shard. Room for new objects grows by itself to tens of megabytes: of 10,000 viewers, each collection
 * of it would then hold up the loop for longer than a tool may be late, and it alone would be half of their memory.
 */
export const shardNodeOptions: readonly string[] = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=4'];
