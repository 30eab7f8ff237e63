import type { limitSayings as en } from '../../en/sayings/limits.ts';

export const limitSayings: Record<keyof typeof en, string> = {
  'sayings.limit-claims':
    'A Twitch pode exigir que uma recompensa seja resgatada na própria página dela. O Dropwise então avisa e dá o link; ali ele não resgata por você.',
  'sayings.limit-android':
    'A Twitch não deixa ninguém entrar de novo com este cliente (android): o login vale até a Twitch encerrá-lo.',
  'sayings.limit-mobile-web': 'A Twitch recusou pedidos deste cliente (mobile-web); tv funciona.',
  'sayings.limit-web':
    'A Twitch nega a este cliente (web) a lista de campanhas e os resgates se um navegador não responder por ele; tv funciona.',
  'sayings.limit-no-list':
    'A Twitch não mostra a este login ({client}) a lista de todas as campanhas. As em andamento são conhecidas; as outras vêm do catálogo da comunidade, se discovery.catalogue estiver ligado.',
  'sayings.limit-list-doubtful': 'Talvez a Twitch não mostre a este login ({client}) a lista de todas as campanhas.',
};
