import type { settingWarningWords as en } from '../../en/settings/warnings.ts';

export const settingWarningWords: Record<keyof typeof en, string> = {
  'settings.warning.list-empty':
    'Майняться лише ігри з вашого списку, а список порожній: не майнитиметься нічого. Додайте гру або виберіть інший режим.',
  'settings.warning.listed-excluded':
    '{name} є у вашому списку і водночас серед виключеного: не майнитиметься. Приберіть з одного з них.',
  'settings.warning.listed-twice': '{name} є у вашому списку кілька разів: рахується лише перше місце.',
  'settings.warning.listed-never':
    '{name} є у вашому списку, а ваше побажання — «ніколи»: не майнитиметься. Змініть щось одне.',
  'settings.warning.wished-excluded':
    'Для {name} є побажання, але це виключено: не майнитиметься. Приберіть щось одне.',
  'settings.warning.wished-twice':
    'Ваші побажання: «{otherWish}» для {other} і «{wish}» для {name}, а це одне й те саме: діє «{wish}». Приберіть щось одне.',
  'settings.warning.no-benefit': 'Усі види винагород вимкнено: не майнитиметься нічого. Увімкніть якийсь.',
  'settings.warning.no-hours':
    'Години паузи не лишають жодної години на тиждень: не майнитиметься нічого. Залиште трохи часу.',
  'settings.warning.catalogue-nowhere':
    'Має читатися публічний каталог, але його адреси немає: нічого не читається. Вкажіть адресу.',
  'settings.warning.client-without-id':
    'Вибрано власний клієнт, але його ідентифікатора немає: увійти неможливо. Вкажіть ідентифікатор клієнта.',
  'settings.warning.client-id-unused': 'Власний ідентифікатор клієнта не діє, доки вибрано інший вид клієнта.',
};
