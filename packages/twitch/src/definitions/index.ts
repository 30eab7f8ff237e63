export {
  type ClientName,
  type ClientProfile,
  clientNames,
  defaultProtocolData,
  type Endpoints,
  type OperationName,
  operationNames,
  type ProtocolData,
  protocolDataForOrigin,
  type SocketDialectName,
  socketDialectNames,
  type WatchTransportName,
  watchTransportNames,
} from './protocol-data.ts';
export { overrideProtocolData } from './protocol-override.ts';
export { formatTopic, parseTopic, socketLimits, type Topic, type TopicKind, topicKinds } from './topics.ts';
