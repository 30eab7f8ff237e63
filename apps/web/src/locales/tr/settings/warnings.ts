import type { settingWarningWords as en } from '../../en/settings/warnings.ts';

export const settingWarningWords: Record<keyof typeof en, string> = {
  'settings.warning.list-empty':
    'Yalnızca listenizdeki oyunlar için madencilik yapılıyor ve liste boş: hiçbir şey yapılmayacak. Bir oyun ekleyin veya başka bir mod seçin.',
  'settings.warning.listed-excluded':
    '{name} hem listenizde hem de hariç tutulanlarda: madencilik yapılmayacak. Birinden çıkarın.',
  'settings.warning.listed-twice': '{name} listenizde birden çok kez var: yalnızca ilk yeri sayılır.',
  'settings.warning.listed-never':
    '{name} listenizde, ama isteğiniz “asla”: madencilik yapılmayacak. Birini değiştirin.',
  'settings.warning.wished-excluded':
    '{name} için bir isteğiniz var, ama hariç tutulmuş: madencilik yapılmayacak. Birinden çıkarın.',
  'settings.warning.wished-twice':
    'İstekleriniz {other} için “{otherWish}”, {name} için “{wish}” diyor; bunlar aynı şey: “{wish}” geçerli. Birini kaldırın.',
  'settings.warning.no-benefit': 'Tüm ödül türleri kapalı: madencilik yapılmayacak. Birini açın.',
  'settings.warning.no-hours':
    'Duraklatma saatleri haftada hiç saat bırakmıyor: madencilik yapılmayacak. Biraz zaman bırakın.',
  'settings.warning.catalogue-nowhere':
    'Herkese açık bir katalog okunacak, ama adresi yok: hiçbiri okunmuyor. Adresini verin.',
  'settings.warning.client-without-id':
    'İstemci türü kendinizinki, ama istemci kimliği yok: oturum açılamaz. İstemci kimliğini verin.',
  'settings.warning.client-id-unused': 'Başka bir istemci türü seçiliyken kendi istemci kimliğinizin etkisi yoktur.',
};
