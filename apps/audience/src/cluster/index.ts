export type { ClusterBus } from './bus.ts';
export {
  type ClusterLeader,
  type ClusterResult,
  type LeaderListener,
  type LeaderOptions,
  leadCluster,
} from './cluster-leader.ts';
export { type ClusterMember, joinCluster, type MemberListener, type MemberOptions } from './cluster-member.ts';
export { openNatsBus } from './nats-bus.ts';
export { settingsFingerprint } from './settings-fingerprint.ts';
