import type { limitSayings as en } from '../../en/sayings/limits.ts';

export const limitSayings: Record<keyof typeof en, string> = {
  'sayings.limit-claims':
    'Twitch puede exigir que una recompensa se reclame en su propia página. Dropwise lo dice entonces y da el enlace; allí no reclama por ti.',
  'sayings.limit-android':
    'Twitch no deja a nadie iniciar sesión de nuevo con este cliente (android): la sesión vale hasta que Twitch la termine.',
  'sayings.limit-mobile-web': 'Twitch ha rechazado peticiones de este cliente (mobile-web); tv funciona.',
  'sayings.limit-web':
    'Twitch niega a este cliente (web) la lista de campañas y las reclamaciones si un navegador no responde por él; tv funciona.',
  'sayings.limit-no-list':
    'Twitch no muestra a esta sesión ({client}) la lista de todas las campañas. Se conocen las que están en curso; las demás vienen del catálogo de la comunidad, si discovery.catalogue está activado.',
  'sayings.limit-list-doubtful': 'Puede que Twitch no muestre a esta sesión ({client}) la lista de todas las campañas.',
};
