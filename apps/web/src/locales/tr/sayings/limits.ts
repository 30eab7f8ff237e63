import type { limitSayings as en } from '../../en/sayings/limits.ts';

export const limitSayings: Record<keyof typeof en, string> = {
  'sayings.limit-claims':
    'Twitch bir ödülün kendi sayfasında alınmasını isteyebilir. O zaman Dropwise bunu söyler ve bağlantıyı verir; orada sizin yerinize almaz.',
  'sayings.limit-android':
    'Twitch bu istemciyle (android) kimsenin yeniden oturum açmasına izin vermez: oturum, Twitch sonlandırana kadar geçerlidir.',
  'sayings.limit-mobile-web': 'Twitch bu istemcinin (mobile-web) isteklerini reddetti; tv çalışıyor.',
  'sayings.limit-web':
    'Twitch, bir tarayıcı kefil olmadıkça bu istemciye (web) kampanya listesini ve ödül almayı reddeder; tv çalışıyor.',
  'sayings.limit-no-list':
    'Twitch bu oturuma ({client}) tüm kampanyaların listesini göstermiyor. Sürenler bilinir; ötekiler, discovery.catalogue açıksa topluluğun kataloğundan gelir.',
  'sayings.limit-list-doubtful': 'Twitch bu oturuma ({client}) tüm kampanyaların listesini göstermeyebilir.',
};
