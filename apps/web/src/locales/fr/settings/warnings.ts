import type { settingWarningWords as en } from '../../en/settings/warnings.ts';

export const settingWarningWords: Record<keyof typeof en, string> = {
  'settings.warning.list-empty':
    'Seuls les jeux de votre liste sont minés, et la liste est vide : rien ne sera miné. Ajoutez un jeu, ou choisissez un autre mode.',
  'settings.warning.listed-excluded':
    '{name} est dans votre liste et aussi exclu : il ne sera pas miné. Retirez-le de l’un des deux.',
  'settings.warning.listed-twice': '{name} est plusieurs fois dans votre liste : seule la première place compte.',
  'settings.warning.listed-never':
    '{name} est dans votre liste, et votre souhait pour lui est « Jamais » : il ne sera pas miné. Changez l’un des deux.',
  'settings.warning.wished-excluded':
    'Vous avez un souhait pour {name}, et il est exclu : il ne sera pas miné. Retirez-le de l’un des deux.',
  'settings.warning.wished-twice':
    'Vos souhaits disent « {otherWish} » pour {other} et « {wish} » pour {name}, qui sont la même chose : « {wish} » compte. Retirez l’un des deux.',
  'settings.warning.no-benefit': 'Tous les types de récompenses sont désactivés : rien ne sera miné. Activez-en un.',
  'settings.warning.no-hours':
    'Les heures de pause ne laissent aucune heure de la semaine : rien ne sera miné. Laissez du temps.',
  'settings.warning.catalogue-nowhere':
    'Un catalogue public doit être lu, et son adresse manque : aucun n’est lu. Donnez son adresse.',
  'settings.warning.client-without-id':
    'Le type de client est le vôtre, et son identifiant client manque : la connexion ne peut pas fonctionner. Donnez l’identifiant client.',
  'settings.warning.client-id-unused':
    'Votre propre identifiant client n’a aucun effet tant qu’un autre type de client est choisi.',
};
