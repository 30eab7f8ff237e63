import type { pushSayings as en } from '../../en/sayings/pushing.ts';

export const pushSayings: Record<keyof typeof en, string> = {
  'sayings.push-silent':
    'Miner w ciągu {seconds} s nie powiedział, że przyjął ustawienia. Zajrzyj do jego dziennika albo uruchom go ponownie.',
  'sayings.command-unanswered': 'Miner nie odpowiada od {seconds} s. Może jeszcze to zrobi; powie o tym jego dziennik.',
  'sayings.command-too-many': 'Na minera czeka już tyle poleceń: {commandCount}. Zaczekaj, aż na nie odpowie.',
  'sayings.peer-not-kept': '{peer} nie zachował {name}: ma tam własną wartość.',
  'sayings.peer-push-file': 'Nie działa: plik zostanie zapisany i odczytany przy następnym uruchomieniu.',
  'sayings.peer-push-restart':
    'TDM czyta ustawienia przy uruchomieniu, a przy końcu zapisuje własne: zostanie zatrzymany, plik zapisany, a on uruchomiony ponownie.',
  'sayings.peer-push-api': 'rangermix przyjmuje ustawienia w trakcie działania.',
};
