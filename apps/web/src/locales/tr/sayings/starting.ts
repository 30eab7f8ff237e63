import type { startSayings as en } from '../../en/sayings/starting.ts';

export const startSayings: Record<keyof typeof en, string> = {
  'sayings.prepare-file-missing': '{path} bir dosya olmalı ama orada değil. Madencinin komutundaki yolu düzeltin.',
  'sayings.prepare-file-unseen':
    '{path} bir dosya olmalı ama sistem şöyle yanıtladı: {detail}. Madencinin komutundaki yolu düzeltin.',
  'sayings.prepare-no-file': '{path} bir dosya olmalı ama başka bir şey. Yolu düzeltin.',
  'sayings.prepare-unreadable': '{path} bu hesap için okunabilir olmalı ama değil.',
  'sayings.prepare-not-executable': '{path} çalıştırılabilir olmalı ama değil. İzin verin: {command}',
  'sayings.prepare-not-on-path':
    '{program} programı PATH klasörlerinden birinde bekleniyordu ama hiçbirinde yok. Tam yolunu verin.',
  'sayings.prepare-no-command-or-log':
    'Bir komut ya da günlük dosyası bekleniyordu ama tanımda ikisi de yok. Başlatılacak programı verin.',
  'sayings.prepare-no-command-or-url':
    'Bir komut ya da adres bekleniyordu ama tanımda ikisi de yok. python ile main.py yolunu ya da çalıştığı yeri verin: {url}.',
  'sayings.prepare-tdm-no-command':
    'TDM için bir komut gerekli ama yok. Çalıştırılabilir dosyasını, AppImage’ını ya da python ile main.py yolunu verin.',
  'sayings.prepare-tdm-no-log':
    '{program} adından log.txt dosyasını nerede tuttuğu anlaşılmıyor. Tam yolunu ya da günlük dosyasının yolunu verin.',
  'sayings.prepare-tdm-no-display':
    'TDM bir pencere açar ve ekran gerektirir ama ne DISPLAY ne de WAYLAND_DISPLAY ayarlı. Birini ortamında ayarlayın ya da komutunun önüne xvfb-run koyun.',
  'sayings.prepare-no-miner':
    'Madenci {path} konumunda bekleniyor ama orada hiçbir şey okunamıyor. Dropwise’ı yeniden kurun.',
  'sayings.prepare-called-off': 'Başlatılmadan önce durduruldu.',
  'sayings.prepare-failed': 'Hazırlanamadı: {detail}',
};
