import type { settingSayings as en } from '../../en/sayings/settings.ts';

export const settingSayings: Record<keyof typeof en, string> = {
  'sayings.proxy-http-works': '{address} : il répond en proxy HTTP et nous laisse passer.',
  'sayings.proxy-socks-works': '{address} : il répond en proxy SOCKS5 et nous laisse passer.',
  'sayings.proxy-socks-accepts': '{address} : il répond en proxy SOCKS5 et accepte le nom et le mot de passe.',
  'sayings.proxy-not-http': '{address} : il ne répond pas comme un proxy HTTP.',
  'sayings.proxy-not-socks': '{address} : il ne répond pas comme un proxy SOCKS5.',
  'sayings.proxy-web-server': '{address} : il répond {status}, comme un serveur web qui n’est pas un proxy.',
  'sayings.proxy-wants-name': '{address} : il demande un nom et un mot de passe.',
  'sayings.proxy-refuses-name': '{address} : il n’accepte pas le nom et le mot de passe.',
  'sayings.proxy-other-sign-in': '{address} : il veut une façon de se connecter qui n’est pas connue ici.',
  'sayings.proxy-long-name': '{address} : un nom ou un mot de passe SOCKS5 a au plus {maxBytes} octets.',
  'sayings.proxy-too-slow': '{address} : il n’a pas répondu en {seconds} s. Vérifiez l’hôte et le port.',
  'sayings.proxy-talks':
    '{address} : il en a dit plus qu’une réponse n’en contient. Vérifiez qu’il y a bien là un proxy de ce type.',
  'sayings.proxy-hangs-up':
    '{address} : il a mis fin à la connexion au lieu de répondre. Vérifiez qu’il y a bien là un proxy de ce type.',
  'sayings.proxy-nobody': '{address} : rien n’écoute là. Vérifiez l’hôte et le port, et que le proxy fonctionne.',
  'sayings.proxy-unknown-host': '{address} : le nom de l’hôte est inconnu. Vérifiez son orthographe.',
  'sayings.proxy-no-way': '{address} : aucun chemin ne mène à cet hôte. Vérifiez l’adresse et le réseau.',
  'sayings.proxy-broke': '{address} : il a coupé la connexion. Vérifiez qu’il y a bien là un proxy de ce type.',
  'sayings.proxy-failed': '{address} : la connexion a échoué ({errorCode}). Vérifiez le schéma, l’hôte et le port.',
  'sayings.import-unknown': '{name} n’est pas un réglage connu de {peer}, et est laissé de côté.',
  'sayings.import-misfit': '{name} est laissé de côté : sa valeur dans le fichier ne convient pas.',
  'sayings.import-no-setting': 'Il n’y a pas de réglage {name} : il est laissé de côté.',
  'sayings.import-stays': '« {key} » reste tel quel : ce qui est dans le fichier ne convient pas.',
  'sayings.import-left-out': '« {key} » est laissé de côté : sa valeur dans le fichier ne convient pas.',
  'sayings.import-code-rewards':
    'Les récompenses données sous forme de code sont ici un type à part : mining.benefits.CODE reste tel quel.',
  'sayings.import-page-only': '{name} concerne la page de rangermix et n’a pas d’équivalent.',
  'sayings.import-window-only': '{name} concerne la fenêtre de TDM et n’a pas d’équivalent.',
  'sayings.import-no-games':
    'games_to_watch est vide : rangermix ne mine donc rien, et avec mining.mode priority_only, Dropwise non plus.',
  'sayings.import-badges':
    'TDM ne mine aucune campagne avec badge ou emote tant que enable_badges_emotes est désactivé. Ici, une telle campagne n’est laissée que là où aucun compte n’est lié ; désactivez mining.benefits.BADGE et mining.benefits.EMOTE pour aller plus loin.',
  'sayings.import-autostart': 'autostart_tray n’a pas d’équivalent : Dropwise démarre comme service.',
  'sayings.import-tray':
    'tray_notifications n’a pas d’équivalent : les notifications partent par les canaux que vous configurez.',
  'sayings.import-empty-names':
    '« {key} » : {count, plural, one {# nom vide a été laissé} other {# noms vides ont été laissés}} de côté.',
  'sayings.import-bent': '« {key} » vaut {taken} et non {given} : de {min} à {max}.',
  'sayings.settings-unreadable':
    '{path} doit être lisible, mais le système a répondu : {detail}. On continue sans lui.',
  'sayings.settings-broken':
    '{path} doit être du JSON, mais la ligne {line}, colonne {column}, ne convient pas. Il est laissé tel quel{copy, select, none {} other {, avec une copie dans {copy}}}. On continue sans lui : corrigez cette ligne.',
  'sayings.settings-misfit':
    '{place} : « {key} » ne peut pas être {found}. {detail} {origin, select, file {La valeur du fichier de réglages s’applique.} environment {La valeur de l’environnement s’applique.} other {La valeur par défaut s’applique.}}',
  'sayings.settings-unknown': '{place} : il n’y a pas de réglage {name}. Il est sans effet.',
  'sayings.settings-unknown-near': '{place} : il n’y a pas de réglage {name}. Peut-être {near} ? Il est sans effet.',
  'sayings.storage-read-only':
    '{path} doit être accessible en écriture, mais son système de fichiers est monté en lecture seule. Montez-le en écriture, ou choisissez un autre dossier avec --data-dir.',
  'sayings.storage-full':
    '{path} doit accepter des fichiers, mais le disque ou le quota est plein. Libérez de la place.',
  'sayings.storage-file-in-way':
    '{path} doit être un dossier, mais un fichier est en travers à {file}. Déplacez-le, ou choisissez un autre dossier avec --data-dir.',
  'sayings.storage-failing':
    '{path} doit être un dossier qui accepte des fichiers, mais le système a répondu : {detail}. Corrigez cela, ou choisissez un autre dossier avec --data-dir.',
  'sayings.storage-refused':
    '{path} doit être accessible en écriture, mais le système a refusé. Donnez à ce compte le droit d’y écrire, ou choisissez un autre dossier avec --data-dir.',
  'sayings.storage-own-mode':
    '{path} doit être accessible en écriture, mais le système a refusé : {folder} appartient à {owner} (mode {mode}), et Dropwise fonctionne sous {account}. Donnez au propriétaire le droit d’écrire.',
  'sayings.storage-not-made':
    '{path} ne peut pas être créé : {folder} appartient à {owner} (mode {mode}), et Dropwise fonctionne sous {account}. Créez le dossier pour lui, ou choisissez-en un autre avec --data-dir.',
  'sayings.storage-other-owner':
    '{path} doit être accessible en écriture, mais le système a refusé : {folder} appartient à {owner} (mode {mode}), et Dropwise fonctionne sous {account}. Transmettez le dossier.',
};
