import type { help as en } from '../en/help.ts';

export const help: Record<keyof typeof en, string> = {
  'help.title': 'Aide',
  'help.contents': 'Sur cette page',
  'help.risk.title': 'À vos risques',
  'help.risk.rules':
    'Faire regarder un programme est contraire aux conditions d’utilisation de Twitch, et un compte peut être suspendu pour cela. C’est à vous de décider si vous prenez ce risque.',
  'help.risk.limits':
    'Dropwise ne demande jamais votre mot de passe Twitch, ne contourne aucun contrôle anti-bots et n’utilise pas de jetons d’intégrité. Là où Twitch refuse une étape aux programmes, il le dit, vous donne le lien et continue avec ce qui reste permis.',
  'help.first.title': 'Premiers pas',
  'help.first.signIn': 'Connectez-vous à Twitch avec un code : vous le saisissez sur la page de Twitch.',
  'help.first.link':
    'Liez vos comptes de jeu à Twitch. Sans cela, la plupart des drops ne peuvent pas être gagnés ; chaque campagne propose le lien.',
  'help.first.choose':
    'Dites ce que vous voulez : listez les jeux dans l’ordre, ou donnez des souhaits. Si vous ne dites rien, tout est miné.',
  'help.first.leave': 'Laissez-le tourner. Les drops sont récupérés dès qu’ils sont gagnés.',
  'help.first.go': 'Suivre l’installation',
  'help.words.title': 'Ce que les mots veulent dire',
  'help.word.drop': 'Drop',
  'help.word.drop.about':
    'Un objet de jeu, un badge ou une emote que Twitch donne pour un certain nombre de minutes regardées.',
  'help.word.campaign': 'Campagne',
  'help.word.campaign.about':
    'Un ensemble de drops d’un jeu, avec un début et une fin. Ce qui n’est pas gagné à la fin ne peut plus l’être.',
  'help.word.allowList': 'Liste autorisée',
  'help.word.allowList.about':
    'Les chaînes qui comptent pour une campagne. Les minutes sur d’autres chaînes ne comptent pas pour elle, même avec le même jeu. Sans liste, toute chaîne du jeu qui a activé les drops compte.',
  'help.word.linked': 'Compte lié',
  'help.word.linked.about':
    'Votre compte chez l’éditeur du jeu, connu de Twitch. Les badges et les emotes n’en demandent pas ; presque tout le reste, si.',
  'help.word.confirmed': 'Minutes confirmées',
  'help.word.confirmed.about': 'Twitch a dit les avoir comptées. Elles sont dessinées en plein.',
  'help.word.estimated': 'Minutes estimées',
  'help.word.estimated.about':
    'Regardées, mais pas encore confirmées. Elles sont dessinées hachurées, jamais ajoutées aux confirmées, et corrigées dès que Twitch dit ce qu’il a compté.',
  'help.word.earned': 'Gagné',
  'help.word.earned.about':
    'Toutes les minutes du drop sont confirmées. Il n’est pas encore à vous : il doit être récupéré.',
  'help.word.claimed': 'Récupéré',
  'help.word.claimed.about':
    'Il est à vous. Dropwise récupère tout seul ; là où Twitch n’autorise que vous, il vous donne le lien.',
  'help.word.givenUp': 'Abandonné',
  'help.word.givenUp.about':
    'Il n’y a pas assez de temps pour tout, et le plan donne le temps de ce drop à d’autres. Il dit auxquels. Vous pouvez en décider autrement.',
  'help.word.missed': 'Manqué',
  'help.word.missed.about': 'La campagne s’est terminée avant que le drop soit gagné, et personne ne l’a décidé.',
  'help.bar.title': 'Comment lire une barre',
  'help.bar.example': 'Un exemple : 24 minutes confirmées, 12 de plus estimées',
  'help.plan.title': 'Plan et souhaits',
  'help.plan.about':
    'Le plan voit deux semaines à l’avance : quelle campagne est regardée et quand, pour que le plus de drops possible soient terminés avant leur fin. Il est refait dès que quelque chose change.',
  'help.plan.wishes': 'Un souhait dit à quel point vous voulez un jeu, une campagne ou un seul drop :',
  'help.plan.must': 'Essentiel',
  'help.plan.must.about':
    'Jamais abandonné, sauf pour un autre essentiel. Si cela devient juste, Dropwise vous prévient tant qu’il reste du temps.',
  'help.plan.want': 'Voulu',
  'help.plan.want.about': 'Planifié. Abandonné seulement s’il n’y a pas assez de temps pour tout.',
  'help.plan.fill': 'Complément',
  'help.plan.fill.about': 'Seulement dans le temps dont rien d’autre n’a besoin.',
  'help.plan.never': 'Jamais',
  'help.plan.never.about': 'Pas miné.',
  'help.plan.order':
    'Ce qui est dit d’un drop l’emporte sur ce qui est dit de sa campagne, et cela sur son jeu. Ce que vous avez exclu dans les réglages l’emporte sur tout souhait.',
  'help.whyNot.title': 'Pourquoi quelque chose n’est pas miné',
  'help.whyNot.about': 'Chaque campagne et chaque drop qui n’est pas miné donne une de ces raisons.',
  'help.whyNot.caption': 'Raisons pour lesquelles une campagne ou un drop n’est pas miné',
  'help.reasons.title': 'Ce que veut dire l’état du mineur',
  'help.reasons.about': 'Le premier écran dit le plus grave de ce qui est vrai, et ce qu’il faut y faire.',
  'help.reasons.caption': 'Raisons qu’un état peut avoir',
  'help.reasons.search': 'Rechercher dans ces raisons',
  'help.reasons.level': 'État',
  'help.reasons.found': '{count, plural, =0 {Aucune raison ne correspond.} one {# raison} other {# raisons}}',
  'help.reasons.code': 'Code',
  'help.reasons.meaning': 'Ce qui se passe',
  'help.reasons.todo': 'Que faire',
  'help.reasons.goesOn': 'Ce qui continue',
  'help.audience.title': 'Votre propre flux tiendra-t-il ?',
  'help.audience.about':
    'Le laboratoire du public n’a rien à voir avec les drops. Il éprouve un flux que vous gérez : des spectateurs sur cette machine le lisent comme le ferait un navigateur. Il ne va que vers des hôtes qui l’ont autorisé à votre clé.',
  'help.audience.go': 'Aller au public',
  'help.keys.title': 'Touches',
  'help.keys.about': 'Tout peut se faire au clavier : Tab passe d’un élément au suivant.',
  'help.keys.caption': 'Touches, par écran',
  'help.keys.where': 'Où',
  'help.keys.key': 'Touche',
  'help.keys.what': 'Effet',
  'help.keys.everywhere': 'Partout',
  'help.keys.skip': 'Le premier élément que Tab atteint : saute la liste des écrans.',
  'help.keys.escape': 'Ferme ce qui est ouvert au-dessus de l’écran.',
  'help.keys.planTime': 'Plan, sur la ligne du temps',
  'help.keys.planMove': 'Plus tôt ou plus tard',
  'help.keys.planPage': 'Plus tôt ou plus tard, de presque tout ce qui est affiché',
  'help.keys.planZoom': 'Plus ou moins de temps à la fois',
  'help.keys.planNow': 'Retour à maintenant',
  'help.keys.wishes': 'Souhaits',
  'help.keys.wishMove': 'Un autre souhait',
  'help.keys.log': 'Journal, sur les lignes',
  'help.keys.logEnd': 'Suit à nouveau les dernières lignes',
  'help.keys.lists': 'Listes dans les réglages',
  'help.keys.listAdd': 'Ajoute ce qui est saisi',
  'help.keys.listMove': 'Sur une flèche à côté d’une entrée : la déplace d’un rang',
  'help.version.title': 'Version',
  'help.version.changes':
    'Ce que chaque version a apporté se trouve dans le fichier CHANGELOG.md, fourni avec le programme.',
};
