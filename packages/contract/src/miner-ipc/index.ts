export { applyPatch } from './apply-patch.ts';
export { type Art, type ArtProblem, type ArtType, artTypeOf, maxArtAddressLength, maxArtBytes } from './art.ts';
export type { CommandProblem, MinerCommand, MinerCommandKind } from './command.ts';
export { diffState } from './diff-state.ts';
export {
  type ArtFetched,
  type Hello,
  type KeyedFact,
  type MinerLine,
  type MinerMessage,
  minerIpcVersion,
  type PatchedMap,
  type PatchedRecord,
  type SessionFacts,
  type SettingsTaken,
  type StatePatch,
} from './from-miner.ts';
export { parseConsoleMessage } from './parse-console-message.ts';
export { parseMinerMessage } from './parse-miner-message.ts';
export type { ConsoleMessage } from './to-miner.ts';
