import type { limitSayings as en } from '../../en/sayings/limits.ts';

export const limitSayings: Record<keyof typeof en, string> = {
  'sayings.limit-claims':
    'Twitch peut exiger qu’une récompense soit réclamée sur sa propre page. Dropwise le dit alors et donne le lien ; il ne réclame pas pour vous là-bas.',
  'sayings.limit-android':
    'Twitch ne laisse personne se connecter de nouveau avec ce client (android) : la connexion vaut jusqu’à ce que Twitch y mette fin.',
  'sayings.limit-mobile-web': 'Twitch a refusé des demandes de ce client (mobile-web) ; tv fonctionne.',
  'sayings.limit-web':
    'Twitch refuse à ce client (web) la liste des campagnes et les réclamations, sauf si un navigateur répond de lui ; tv fonctionne.',
  'sayings.limit-no-list':
    'Twitch ne montre pas à cette connexion ({client}) la liste de toutes les campagnes. Celles en cours sont connues ; les autres viennent du catalogue de la communauté, si discovery.catalogue est activé.',
  'sayings.limit-list-doubtful':
    'Il se peut que Twitch ne montre pas à cette connexion ({client}) la liste de toutes les campagnes.',
};
