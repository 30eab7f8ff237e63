import type { settingWarningWords as en } from '../../en/settings/warnings.ts';

export const settingWarningWords: Record<keyof typeof en, string> = {
  'settings.warning.list-empty':
    'Добываются только игры из вашего списка, а список пуст: ничего добываться не будет. Добавьте игру или выберите другой режим.',
  'settings.warning.listed-excluded':
    '{name} есть в вашем списке и среди исключений: добываться не будет. Уберите из одного места.',
  'settings.warning.listed-twice': '{name} есть в вашем списке несколько раз: считается только первое место.',
  'settings.warning.listed-never':
    '{name} есть в вашем списке, а ваше пожелание — «Никогда»: добываться не будет. Измените что-то одно.',
  'settings.warning.wished-excluded':
    'Для {name} есть пожелание, но оно среди исключений: добываться не будет. Уберите из одного места.',
  'settings.warning.wished-twice':
    'Ваши пожелания: «{otherWish}» для {other} и «{wish}» для {name}, а это одно и то же: действует «{wish}». Уберите одно из них.',
  'settings.warning.no-benefit': 'Все виды наград отключены: ничего добываться не будет. Включите какой-нибудь.',
  'settings.warning.no-hours': 'Часы паузы занимают всю неделю: ничего добываться не будет. Оставьте немного времени.',
  'settings.warning.catalogue-nowhere':
    'Нужно читать публичный каталог, но его адрес не указан: ничего не читается. Укажите адрес.',
  'settings.warning.client-without-id':
    'Выбран собственный клиент, но его идентификатор не указан: войти не получится. Укажите идентификатор клиента.',
  'settings.warning.client-id-unused':
    'Собственный идентификатор клиента не действует, пока выбран другой вид клиента.',
};
