import type { limitSayings as en } from '../../en/sayings/limits.ts';

export const limitSayings: Record<keyof typeof en, string> = {
  'sayings.limit-claims':
    'Twitch może chcieć, by nagrodę odebrać na jego własnej stronie. Dropwise mówi wtedy o tym i podaje link; tam nie odbiera za ciebie.',
  'sayings.limit-android':
    'Twitch nie pozwala nikomu zalogować się od nowa tym klientem (android): logowanie działa, dopóki Twitch go nie zakończy.',
  'sayings.limit-mobile-web': 'Twitch odrzucał żądania tego klienta (mobile-web); tv działa.',
  'sayings.limit-web':
    'Twitch odmawia temu klientowi (web) listy kampanii i odbierania, jeśli nie ręczy za niego przeglądarka; tv działa.',
  'sayings.limit-no-list':
    'Twitch nie pokazuje temu logowaniu ({client}) listy wszystkich kampanii. Te w toku są znane; inne pochodzą z katalogu społeczności, jeśli discovery.catalogue jest włączone.',
  'sayings.limit-list-doubtful': 'Twitch może nie pokazywać temu logowaniu ({client}) listy wszystkich kampanii.',
};
