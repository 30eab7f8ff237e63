export const channels = {
  'channels.title': 'Channels',
} as const;
