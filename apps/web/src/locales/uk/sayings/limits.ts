import type { limitSayings as en } from '../../en/sayings/limits.ts';

export const limitSayings: Record<keyof typeof en, string> = {
  'sayings.limit-claims':
    'Twitch може вимагати забрати нагороду на своїй сторінці. Тоді Dropwise скаже про це й дасть посилання; там він за вас не забирає.',
  'sayings.limit-android':
    'З цим клієнтом (android) Twitch нікому не дає ввійти знову: вхід діє, доки Twitch його не завершить.',
  'sayings.limit-mobile-web': 'Twitch відхиляв запити цього клієнта (mobile-web); tv працює.',
  'sayings.limit-web':
    'Twitch відмовляє цьому клієнту (web) у списку кампаній і отриманні нагород, якщо за нього не ручається браузер; tv працює.',
  'sayings.limit-no-list':
    'Twitch не показує цьому входу ({client}) список усіх кампаній. Розпочаті відомі; решта береться з каталогу спільноти, якщо ввімкнено discovery.catalogue.',
  'sayings.limit-list-doubtful': 'Можливо, Twitch не показує цьому входу ({client}) список усіх кампаній.',
};
