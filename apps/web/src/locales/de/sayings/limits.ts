import type { limitSayings as en } from '../../en/sayings/limits.ts';

export const limitSayings: Record<keyof typeof en, string> = {
  'sayings.limit-claims':
    'Twitch kann verlangen, dass eine Belohnung auf seiner eigenen Seite abgeholt wird. Dropwise sagt es dann und gibt den Link; dort holt es nicht für dich ab.',
  'sayings.limit-android':
    'Mit diesem Client (android) lässt Twitch niemanden neu anmelden: Die Anmeldung gilt, bis Twitch sie beendet.',
  'sayings.limit-mobile-web': 'Twitch hat Anfragen dieses Clients (mobile-web) abgelehnt; tv geht.',
  'sayings.limit-web':
    'Twitch verweigert diesem Client (web) die Liste der Kampagnen und das Abholen, solange kein Browser für ihn bürgt; tv geht.',
  'sayings.limit-no-list':
    'Twitch zeigt dieser Anmeldung ({client}) nicht die Liste aller Kampagnen. Die laufenden sind bekannt; andere kommen aus dem Katalog der Community, wenn discovery.catalogue an ist.',
  'sayings.limit-list-doubtful': 'Vielleicht zeigt Twitch dieser Anmeldung ({client}) nicht die Liste aller Kampagnen.',
};
