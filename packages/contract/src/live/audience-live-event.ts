/** The name under which a run of the audience is told, beside the sequence of the miner's changes. */
export const audienceLiveEvent = 'audience_update';
