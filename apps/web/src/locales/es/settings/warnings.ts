import type { settingWarningWords as en } from '../../en/settings/warnings.ts';

export const settingWarningWords: Record<keyof typeof en, string> = {
  'settings.warning.list-empty':
    'Solo se minan los juegos de tu lista, y la lista está vacía: no se minará nada. Añade un juego o elige otro modo.',
  'settings.warning.listed-excluded':
    '{name} está en tu lista y también excluido: no se minará. Quítalo de uno de los dos sitios.',
  'settings.warning.listed-twice': '{name} está más de una vez en tu lista: solo cuenta el primer puesto.',
  'settings.warning.listed-never':
    '{name} está en tu lista, y tu deseo para él es «Nunca»: no se minará. Cambia una de las dos cosas.',
  'settings.warning.wished-excluded':
    'Tienes un deseo para {name} y está excluido: no se minará. Quítalo de uno de los dos sitios.',
  'settings.warning.wished-twice':
    'Tus deseos dicen «{otherWish}» para {other} y «{wish}» para {name}, que son lo mismo: vale «{wish}». Quita uno de ellos.',
  'settings.warning.no-benefit': 'Todos los tipos de recompensa están desactivados: no se minará nada. Activa uno.',
  'settings.warning.no-hours':
    'Las horas de pausa no dejan ninguna hora de la semana: no se minará nada. Deja algo de tiempo.',
  'settings.warning.catalogue-nowhere':
    'Se debe leer un catálogo público y falta su dirección: no se lee ninguno. Da la dirección.',
  'settings.warning.client-without-id':
    'El tipo de cliente es el tuyo propio y falta su id de cliente: no se podrá iniciar sesión. Da el id de cliente.',
  'settings.warning.client-id-unused':
    'Tu propio id de cliente no tiene efecto mientras esté elegido otro tipo de cliente.',
};
