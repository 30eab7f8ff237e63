import type { limitSayings as en } from '../../en/sayings/limits.ts';

export const limitSayings: Record<keyof typeof en, string> = {
  'sayings.limit-claims':
    'Twitch может потребовать забрать награду на своей странице. Тогда Dropwise скажет об этом и даст ссылку; там он за вас не забирает.',
  'sayings.limit-android':
    'С этим клиентом (android) Twitch никому не даёт войти заново: вход действует, пока Twitch его не завершит.',
  'sayings.limit-mobile-web': 'Twitch отклонял запросы этого клиента (mobile-web); tv работает.',
  'sayings.limit-web':
    'Twitch отказывает этому клиенту (web) в списке кампаний и получении наград, если за него не ручается браузер; tv работает.',
  'sayings.limit-no-list':
    'Twitch не показывает этому входу ({client}) список всех кампаний. Начатые известны; остальные берутся из каталога сообщества, если включено discovery.catalogue.',
  'sayings.limit-list-doubtful': 'Возможно, Twitch не показывает этому входу ({client}) список всех кампаний.',
};
