import type { pushSayings as en } from '../../en/sayings/pushing.ts';

export const pushSayings: Record<keyof typeof en, string> = {
  'sayings.push-silent':
    'Le mineur n’a pas dit en {seconds} s qu’il a pris en compte les réglages. Regardez son journal, ou redémarrez-le.',
  'sayings.command-unanswered':
    'Le mineur n’a pas répondu en {seconds} s. Il le fera peut-être encore ; son journal le dira.',
  'sayings.command-too-many': 'Déjà {commandCount} ordres attendent le mineur. Attendez qu’ils aient une réponse.',
  'sayings.peer-not-kept': '{peer} n’a pas gardé {name} : il y a sa propre valeur.',
  'sayings.peer-push-file': 'Il n’est pas en marche : le fichier est écrit, et lu à son prochain démarrage.',
  'sayings.peer-push-restart':
    'TDM lit ses réglages au démarrage et enregistre les siens à l’arrêt : il est arrêté, le fichier est écrit, puis il est redémarré.',
  'sayings.peer-push-api': 'rangermix prend les réglages en compte pendant qu’il est en marche.',
};
