import type { pushSayings as en } from '../../en/sayings/pushing.ts';

export const pushSayings: Record<keyof typeof en, string> = {
  'sayings.push-silent': 'El minero no dijo en {seconds} s que aceptó los ajustes. Mira su registro o reinícialo.',
  'sayings.command-unanswered':
    'El minero no ha respondido en {seconds} s. Puede que aún lo haga; su registro lo dirá.',
  'sayings.command-too-many': 'Ya hay {commandCount} órdenes esperando al minero. Espera a que tengan respuesta.',
  'sayings.peer-not-kept': '{peer} no conservó {name}: tiene ahí su propio valor.',
  'sayings.peer-push-file': 'No está en marcha: el archivo se escribe y se leerá en su próximo inicio.',
  'sayings.peer-push-restart':
    'TDM lee sus ajustes al iniciarse y guarda los suyos al terminar: se detiene, se escribe el archivo y se inicia de nuevo.',
  'sayings.peer-push-api': 'rangermix acepta los ajustes mientras funciona.',
};
