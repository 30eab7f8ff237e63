import { sayer } from '@dropwise/core';

/** What of a settings file is left out or bent when it is taken over. `{key}` is a setting of ours, `{name}` one of the file. */
export const importSayings = {
  'import-unknown': '{name} is no setting of {peer} that is known here, and is left out.',
  'import-misfit': 'Left out: {detail}',
  'import-no-setting': 'There is no setting {name}: it is left out.',
  'import-stays': '{key} stays as it is, because what is in the file does not fit: {detail}.',
  'import-left-out': 'Left out: {detail}',
  'import-code-rewards': 'Rewards that come as a code are of their own kind here: mining.benefits.CODE stays as it is.',
  'import-page-only': '{name} is about rangermix’ page and has no counterpart.',
  'import-window-only': '{name} is about TDM’s window and has no counterpart.',
  'import-no-games':
    'games_to_watch is empty, so rangermix mines nothing, and with mining.mode priority_only nor does Dropwise.',
  'import-badges':
    'TDM mines no campaign with a badge or an emote at all while enable_badges_emotes is off. Here such a campaign is left only where no account is linked; switch off mining.benefits.BADGE and mining.benefits.EMOTE for more.',
  'import-autostart': 'autostart_tray has no counterpart: Dropwise starts as a service.',
  'import-tray': 'tray_notifications has no counterpart: notifications go out over the channels you set up.',
  'import-empty-names': '{key}: {count} empty names were left out.',
  'import-bent': '{key} is {taken} and not {given}: it goes from {min} to {max}.',
} as const;

export const sayOfImport = sayer(importSayings);
