export const miners = {
  'miners.title': 'Miners',
} as const;
