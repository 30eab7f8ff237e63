import type { settingExplanations as en } from '../../en/settings/explanations.ts';

export const settingExplanations: Record<keyof typeof en, string> = {
  'settings.doc.mining.mode':
    'Le plan voit deux semaines à l’avance pour obtenir le plus de drops, selon vos souhaits. Les autres modes classent les jeux par une seule règle ; les jeux de votre liste viennent en premier dans tous.',
  'settings.doc.mining.priority': 'Noms de jeux, le plus voulu d’abord. Majuscules et minuscules ne comptent pas.',
  'settings.doc.mining.wishes.games':
    'À quel point vous voulez chaque jeu. Les jeux non nommés ici sont voulus s’ils figurent dans votre liste ci-dessus ou si elle est vide ; sinon, ils remplissent le temps qui reste.',
  'settings.doc.mining.wishes.campaigns':
    'De même pour des campagnes précises, par identifiant ou nom exact. L’emporte sur le souhait du jeu.',
  'settings.doc.mining.wishes.drops':
    'De même pour des drops précis, par identifiant. L’emporte sur les souhaits de la campagne et du jeu. Ce qui est exclu ci-dessous l’emporte sur tout souhait.',
  'settings.doc.mining.planGoal': 'Ce que le plan cherche à maximiser.',
  'settings.doc.mining.exclude.games': 'Noms de jeux qui ne sont jamais minés.',
  'settings.doc.mining.exclude.campaigns': 'Campagnes qui ne sont jamais minées, par identifiant ou nom exact.',
  'settings.doc.mining.exclude.drops': 'Drops qui ne sont jamais minés, par identifiant.',
  'settings.doc.mining.exclude.keywords':
    'Parties de noms : une campagne ou un drop dont le nom en contient une n’est jamais miné.',
  'settings.doc.mining.benefits.DIRECT_ENTITLEMENT': 'Miner les récompenses qui vont directement au compte de jeu.',
  'settings.doc.mining.benefits.BADGE': 'Miner les badges de chat.',
  'settings.doc.mining.benefits.EMOTE': 'Miner les emotes.',
  'settings.doc.mining.benefits.CODE': 'Miner les récompenses qui arrivent sous forme de code.',
  'settings.doc.mining.benefits.UNKNOWN': 'Miner les récompenses de types que Twitch a ajoutés depuis cette version.',
  'settings.doc.mining.badgesAndEmotesUnlinked':
    'Miner les badges et les emotes même sans compte de jeu lié : ils n’en ont pas besoin.',
  'settings.doc.mining.seed':
    'Décide de l’ordre quand les jeux sont choisis au hasard ; le même nombre donne le même ordre.',
  'settings.doc.mining.pausedHours':
    'Quand rien n’est miné. Les heures qui passent minuit appartiennent au jour où elles commencent. Les drops sont tout de même récupérés.',
  'settings.doc.mining.timeZone': 'Dans lequel les heures de pause et les heures calmes sont lues.',
  'settings.doc.discovery.availableDrops':
    'Demander aux chaînes en direct des jeux voulus à quelles campagnes elles participent.',
  'settings.doc.discovery.catalogue':
    'Lire un catalogue public de campagnes tenu par d’autres. Il ne vient pas de Twitch et ne sait rien de votre compte.',
  'settings.doc.discovery.catalogueUrl': 'Où se trouve ce catalogue.',
  'settings.doc.watching.transports':
    'Dans l’ordre où elles sont essayées. La suivante est utilisée quand les minutes ne sont pas comptées.',
  'settings.doc.twitch.client':
    'Sous quelle forme Dropwise se connecte à Twitch. Une session appartient à un type : après un changement, vous vous reconnectez.',
  'settings.doc.twitch.customClientId': 'Utilisé seulement quand le type de client ci-dessus est le vôtre.',
  'settings.doc.twitch.socket': 'Par où arrive la progression.',
  'settings.doc.network.proxy':
    'Pour tout ce qui va vers Twitch. Il peut contenir un nom et un mot de passe, il est donc gardé secret.',
  'settings.doc.network.connectionQuality':
    'Multiplie chaque délai : 1 pour une bonne connexion, 6 pour une très lente.',
  'settings.doc.maintenance.reloadMinutes': 'À quelle fréquence tout est redemandé à Twitch.',
  'settings.doc.logging.keepDays': 'Les fichiers journaux quotidiens plus anciens sont supprimés.',
  'settings.doc.console.host':
    'Toute autre adresse que celle de cette machine (127.0.0.1, ::1, localhost) exige un mot de passe.',
  'settings.doc.console.port': 'Où la console écoute ; 0 en prend un libre.',
  'settings.doc.console.basePath':
    'Chemin sous lequel tout est servi, derrière un proxy inverse dont l’hôte est partagé, par exemple /dropwise.',
  'settings.doc.console.allowedHosts':
    'Noms sous lesquels la console répond, outre son adresse d’écoute, par exemple nas.local ou drops.example.org. Les autres sont refusés, pour qu’aucune page web ne puisse l’atteindre sous un nom à elle.',
  'settings.doc.console.trustedProxies':
    'Adresses ou plages (172.16.0.0/12) des proxys inverses crus quand ils disent qui demande.',
  'settings.doc.console.tlsCertFile': 'Au format PEM, pour servir en HTTPS ; avec le fichier de la clé.',
  'settings.doc.console.tlsKeyFile': 'Au format PEM, pour le certificat ci-dessus.',
  'settings.doc.console.sessionDays': 'Comptés à partir de la dernière visite d’un navigateur.',
  'settings.doc.console.metrics': 'Servir /metrics. Il demande une connexion ou une clé d’API, comme tout le reste.',
  'settings.doc.history.factDays':
    'Événements un par un. Les drops récupérés et les minutes par jour sont gardés pour toujours.',
  'settings.doc.history.lineDays': 'Dans la base de données ; les fichiers journaux ont leur propre limite.',
  'settings.doc.history.sampleDays': 'Mesures du processeur et de la mémoire.',
  'settings.doc.history.auditDays': 'Le journal d’audit, et les réglages antérieurs.',
  'settings.doc.history.maxMegabytes':
    'Au-dessus, les plus anciennes lignes du journal, puis les mesures, puis les événements partent avant leur heure.',
  'settings.doc.notifications.quietHours':
    'Heures où rien n’est envoyé, sauf ce qui a besoin de vous tout de suite. Le reste suit après, en un seul message.',
  'settings.doc.notifications.repeatMinutes':
    'Le même message sur la même chose n’est pas renvoyé avant ce nombre de minutes.',
  'settings.doc.notifications.uncountedMinutes':
    'Combien de temps Twitch peut ne rien compter pendant un visionnage avant que Dropwise vous prévienne.',
  'settings.doc.backup.schedule':
    'Quand une sauvegarde des réglages et de l’historique est faite, en ligne cron comme 30 4 * * * ; rien veut dire jamais automatiquement. Les identifiants n’y sont que si DROPWISE_BACKUP_PASSPHRASE_FILE désigne un fichier avec une phrase secrète.',
  'settings.doc.backup.keep': 'La plus ancienne part en premier.',
  'settings.doc.backup.folder': 'Où vont les sauvegardes ; rien veut dire le dossier backups du dossier de données.',
  'settings.doc.updates.check': 'Une fois par jour. Tant que c’est désactivé, rien n’est jamais demandé.',
  'settings.doc.updates.url': 'Une adresse qui répond par du JSON avec version (ou tag_name) et, au choix, url.',
};
