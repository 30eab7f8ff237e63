export const setup = {
  'setup.title': 'Setup',
} as const;
