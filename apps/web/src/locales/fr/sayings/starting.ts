import type { startSayings as en } from '../../en/sayings/starting.ts';

export const startSayings: Record<keyof typeof en, string> = {
  'sayings.prepare-file-missing':
    '{path} doit être un fichier, mais il n’est pas là. Corrigez le chemin dans la commande du mineur.',
  'sayings.prepare-file-unseen':
    '{path} doit être un fichier, mais le système a répondu : {detail}. Corrigez le chemin dans la commande du mineur.',
  'sayings.prepare-no-file': '{path} doit être un fichier, mais est autre chose. Corrigez le chemin.',
  'sayings.prepare-unreadable': '{path} doit être lisible pour ce compte, mais ne l’est pas.',
  'sayings.prepare-not-executable': '{path} doit être exécutable, mais ne l’est pas. Autorisez-le : {command}',
  'sayings.prepare-not-on-path':
    'Le programme {program} était attendu dans l’un des dossiers de PATH, mais n’est dans aucun. Indiquez son chemin complet.',
  'sayings.prepare-no-command-or-log':
    'Une commande ou un fichier journal était attendu, mais la définition n’a ni l’un ni l’autre. Indiquez le programme à démarrer.',
  'sayings.prepare-no-command-or-url':
    'Une commande ou une adresse était attendue, mais la définition n’a ni l’une ni l’autre. Indiquez python avec le chemin de son main.py, ou l’adresse où il fonctionne : {url}.',
  'sayings.prepare-tdm-no-command':
    'TDM a besoin d’une commande, mais n’en a pas. Indiquez son exécutable, son AppImage, ou python avec le chemin de son main.py.',
  'sayings.prepare-tdm-no-log':
    'Le nom de {program} ne dit pas où il garde son log.txt. Indiquez son chemin complet, ou le chemin du fichier journal.',
  'sayings.prepare-tdm-no-display':
    'TDM ouvre une fenêtre et a besoin d’un affichage, mais ni DISPLAY ni WAYLAND_DISPLAY n’est défini. Définissez l’un des deux dans son environnement, ou mettez xvfb-run devant sa commande.',
  'sayings.prepare-no-miner': 'Le mineur est attendu à {path}, et rien ne peut y être lu. Réinstallez Dropwise.',
  'sayings.prepare-called-off': 'Il a été arrêté avant d’être démarré.',
  'sayings.prepare-failed': 'Il n’a pas pu être préparé : {detail}',
};
