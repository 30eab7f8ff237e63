import type { pushSayings as en } from '../../en/sayings/pushing.ts';

export const pushSayings: Record<keyof typeof en, string> = {
  'sayings.push-silent':
    'Madenci {seconds} saniye içinde ayarları aldığını söylemedi. Günlüğüne bakın ya da yeniden başlatın.',
  'sayings.command-unanswered': 'Madenci {seconds} saniyedir yanıt vermedi. Yine de yapabilir; günlüğünde görünür.',
  'sayings.command-too-many': 'Madenciyi zaten {commandCount} komut bekliyor. Yanıtlanana kadar bekleyin.',
  'sayings.peer-not-kept': '{peer}, {name} ayarını korumadı: orada kendi değeri var.',
  'sayings.peer-push-file': 'Çalışmıyor: dosya yazılır ve bir sonraki başlangıçta okunur.',
  'sayings.peer-push-restart':
    'TDM ayarlarını başlarken okur, sonlanırken kendininkileri kaydeder: durdurulur, dosya yazılır ve yeniden başlatılır.',
  'sayings.peer-push-api': 'rangermix ayarları çalışırken alır.',
};
