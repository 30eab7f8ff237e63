/** What is valid and cannot work: `settings.warning.` and the code of core's table. */
export const settingWarningWords = {
  'settings.warning.list-empty':
    'Only games on your list are mined, and the list is empty: nothing will be mined. List a game, or choose another mode.',
  'settings.warning.listed-excluded':
    '{name} is on your list and also left out: it will not be mined. Take it off one of them.',
  'settings.warning.listed-twice': '{name} is on your list more than once: only its first place counts.',
  'settings.warning.listed-never':
    '{name} is on your list, and your wish for it is never: it will not be mined. Change one of them.',
  'settings.warning.wished-excluded':
    'You have a wish for {name}, and it is left out: it will not be mined. Take it off one of them.',
  'settings.warning.wished-twice':
    'Your wishes say {otherWish} for {other} and {wish} for {name}, which are the same: {wish} counts. Take one of them out.',
  'settings.warning.no-benefit': 'Every kind of reward is switched off: nothing will be mined. Switch one on.',
  'settings.warning.no-hours': 'The paused hours leave no hour of the week: nothing will be mined. Leave some time.',
  'settings.warning.catalogue-nowhere':
    'A public catalogue is to be read, and its address is missing: none is read. Give its address.',
  'settings.warning.client-without-id':
    'The kind of client is your own, and its client id is missing: signing in cannot work. Give the client id.',
  'settings.warning.client-id-unused':
    'The client id of your own has no effect while another kind of client is chosen.',
} as const;
