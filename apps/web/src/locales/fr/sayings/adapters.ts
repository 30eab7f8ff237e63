import type { adapterSayings as en } from '../../en/sayings/adapters.ts';

export const adapterSayings: Record<keyof typeof en, string> = {
  'sayings.tdm-own-window':
    'La chaîne qu’il regarde et ce qu’il réclame ne figurent que dans sa propre fenêtre, jamais dans log.txt : les deux sont connus là où cette sortie est lue, et pas ailleurs.',
  'sayings.tdm-english-only':
    'Seuls les textes anglais de sa fenêtre sont reconnus. Dans d’autres langues, les lignes sont gardées mais ne disent rien des chaînes, des réclamations et de la connexion.',
  'sayings.tdm-verbosity':
    'Les minutes sont connues à partir de -vvv. Ce que Twitch a confirmé et ce que TDM a compté lui-même ne se distinguent qu’à la ligne qui l’a apporté.',
  'sayings.tdm-no-orders':
    'Il ne reçoit pas d’ordres : on recharge les campagnes et choisit les chaînes dans sa fenêtre. On peut le démarrer, l’arrêter et le redémarrer.',
  'sayings.tdm-no-lists': 'Il n’énumère ni ses campagnes ni ses plans.',
  'sayings.rangermix-one-number':
    'Il montre un seul nombre de minutes et ne distingue pas ce que Twitch a confirmé de ce qu’il a compté lui-même.',
  'sayings.rangermix-claims':
    'Comment il est arrivé à une réclamation, et combien de fois il a essayé, il ne le dit pas.',
  'sayings.rangermix-no-why': 'Pourquoi il regarde une chaîne, et pour quelle campagne, il ne le dit pas.',
  'sayings.rangermix-language':
    'Ses états sont dits dans sa propre langue : si ce n’est pas l’anglais, ils sont montrés tels quels, sans leur sens.',
  'sayings.rangermix-unheard': 'Ce qu’il a dit pendant que personne n’écoutait n’est pas lu après coup.',
  'sayings.rangermix-no-plan':
    'Il n’a pas de plan. Les réglages se changent par son API pendant qu’il fonctionne, et la déconnexion n’est possible que sur sa propre machine.',
  'sayings.command-patterns':
    'On ne sait que ce que ses motifs trouvent dans ses lignes ; rien d’autre de ce qu’il fait.',
  'sayings.command-minutes':
    'Des minutes ne comptent comme confirmées que là où un motif le dit, et c’est la parole de qui l’a écrit.',
  'sayings.command-no-orders': 'Il ne reçoit pas d’autre ordre que de s’arrêter : on ne sait rien du programme.',
  'sayings.adapter-absent': 'Cette console n’a pas d’adaptateur « {adapter} ». Choisissez-en un autre.',
  'sayings.line-twitch-down':
    'Twitch a des difficultés ; nouvelle demande dans {seconds, plural, one {# seconde} other {# secondes}}.',
  'sayings.line-unreachable':
    '{host} est injoignable ; nouvel essai dans {seconds, plural, one {# seconde} other {# secondes}}.',
  'sayings.line-unreachable-todo': 'Vérifiez votre connexion, et le proxy dans ses réglages.',
  'sayings.line-query-unknown': 'Twitch ne connaissait pas la requête {operation}.',
  'sayings.line-query-unknown-todo': 'Si cela dure, cherchez une mise à jour de ce mineur.',
  'sayings.line-operation-error': 'Twitch a répondu à {operation} par une erreur : {detail}.',
  'sayings.line-web-page': 'Une page web est venue là où Twitch aurait dû répondre.',
  'sayings.line-web-page-todo': 'Vérifiez si ce réseau demande de se connecter avant de laisser passer.',
  'sayings.line-captcha': 'Twitch a refusé la connexion avec un CAPTCHA.',
  'sayings.line-captcha-todo': 'Attendez douze heures ou plus, puis redémarrez-le.',
  'sayings.line-login-needed': 'Il attend que vous vous connectiez à Twitch.',
  'sayings.line-login-button-todo':
    'Appuyez sur le bouton de connexion de sa fenêtre, et entrez sur Twitch le code qu’elle montre.',
  'sayings.line-login-code-todo': 'Ouvrez {link} et entrez {code}.',
  'sayings.line-login-confirm-todo':
    'Ouvrez {link} et entrez {code}, puis confirmez ici : alors seulement il continue.',
  'sayings.line-session-kept': 'Twitch n’a pas mis fin à l’ancienne session : {detail}.',
  'sayings.line-drops-unknown': 'Twitch n’a pas dit quels drops a {channel}.',
  'sayings.line-watch-failed': 'Le visionnage de {channel} n’est pas parvenu à Twitch.',
  'sayings.line-unconfirmed': 'Twitch n’a confirmé aucune minute de {campaign} depuis un moment.',
  'sayings.line-fatal': 'Il a rencontré une erreur qui l’empêche de continuer.',
  'sayings.line-ended-error': 'Il s’est terminé sur une erreur et demande de l’attention.',
  'sayings.line-restart-todo': 'Regardez ses dernières lignes, puis redémarrez-le.',
  'sayings.line-part-failed': 'Sa partie {task} a échoué ; ses lignes donnent les détails.',
  'sayings.line-part-failed-todo': 'S’il ne continue pas de lui-même, redémarrez-le.',
  'sayings.line-stopped-mining':
    'Il ne mine plus, mais son processus est peut-être encore là, en attendant qu’on ferme sa fenêtre.',
  'sayings.line-socket-none': 'Sa liaison directe {socket} avec Twitch ne s’établit pas.',
  'sayings.line-socket-closed': 'Sa liaison directe {socket} avec Twitch a été fermée par Twitch.',
  'sayings.line-socket-reconnecting': 'Sa liaison directe {socket} avec Twitch est en cours de rétablissement.',
  'sayings.line-socket-silent': 'Sa liaison directe {socket} avec Twitch n’a pas eu de réponse.',
  'sayings.line-socket-moving': 'Sa liaison directe {socket} avec Twitch passe sur un autre serveur.',
  'sayings.line-socket-error': 'Sa liaison directe {socket} avec Twitch signale une erreur.',
  'sayings.line-socket-failed': 'Sa liaison directe {socket} avec Twitch a échoué.',
  'sayings.line-watching': 'Visionnage en cours. Ce que Twitch compte n’est pas connu ici.',
  'sayings.dropwise-version':
    'La console attend un mineur qui parle la version {expected} de leur langage, et celui-ci parle la version {found}. Installez les deux depuis la même source et redémarrez-les.',
  'sayings.adapter-failed': 'Sa sortie est incompréhensible : l’adaptateur a échoué. Le journal donne les détails.',
  'sayings.rangermix-silent': 'Il fonctionne, mais ne répond pas à {url} : {detail}.',
  'sayings.rangermix-silent-todo': 'Vérifiez l’adresse, et que rien d’autre n’utilise son port.',
  'sayings.rangermix-lost': 'rangermix est injoignable à {url} : {detail}.',
};
