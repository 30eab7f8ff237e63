export const help = {
  'help.title': 'Help',
} as const;
