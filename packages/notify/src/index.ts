export type { Channel, ChannelConfig, ConfigProblem, SendContext } from './channel.ts';
export { channelOfKind, channels } from './channels/index.ts';
export type { Delivery } from './delivery.ts';
export type { FieldView } from './field.ts';
export { hideSecrets, keepSecrets, secretIsSet } from './secret-fields.ts';
