import type { adapterSayings as en } from '../../en/sayings/adapters.ts';

export const adapterSayings: Record<keyof typeof en, string> = {
  'sayings.tdm-own-window':
    'Hangi kanalı izlediği ve neyi aldığı yalnızca kendi penceresinde görünür, log.txt içinde asla: ikisi de o çıktının okunduğu yerde bilinir, başka yerde değil.',
  'sayings.tdm-english-only':
    'Yalnızca penceresinin İngilizce metinleri tanınır. Başka dillerde satırlar saklanır ama kanallar, almalar ve giriş hakkında bir şey söylemez.',
  'sayings.tdm-verbosity':
    'Dakikalar -vvv ile bilinir. Twitch’in onayladığı ile TDM’nin kendi saydığı yalnızca onu getiren satırla ayırt edilir.',
  'sayings.tdm-no-orders':
    'Komut almaz: kampanyalar penceresinde yenilenir, kanallar orada seçilir. Başlatılabilir, durdurulabilir ve yeniden başlatılabilir.',
  'sayings.tdm-no-lists': 'Ne kampanyalarını ne de planlarını listeler.',
  'sayings.rangermix-one-number': 'Tek bir dakika sayısı gösterir; Twitch’in onayladığını kendi saydığından ayırmaz.',
  'sayings.rangermix-claims': 'Bir almaya nasıl vardığını ve kaç kez denediğini söylemez.',
  'sayings.rangermix-no-why': 'Bir kanalı neden ve hangi kampanya için izlediğini söylemez.',
  'sayings.rangermix-language':
    'Durumlarını kendi dilinde söyler: İngilizce değilse, anlamları olmadan oldukları gibi gösterilir.',
  'sayings.rangermix-unheard': 'Kimse dinlemezken söyledikleri sonradan okunmaz.',
  'sayings.rangermix-no-plan':
    'Planı yoktur. Ayarları çalışırken API’siyle değiştirilir; oturum yalnızca kendi makinesinde kapatılabilir.',
  'sayings.command-patterns': 'Yalnızca kalıplarının satırlarında bulduğu bilinir; yaptığı başka hiçbir şey bilinmez.',
  'sayings.command-minutes': 'Dakikalar yalnızca bir kalıp öyle dediğinde onaylı sayılır; bu da onu yazanın sözüdür.',
  'sayings.command-no-orders': 'Sonlanmaktan başka komut almaz: program hakkında hiçbir şey bilinmez.',
  'sayings.adapter-absent': 'Bu konsolda “{adapter}” bağdaştırıcısı yok. Başka birini seçin.',
  'sayings.line-twitch-down':
    'Twitch sorun yaşıyor; {seconds, plural, one {# saniye} other {# saniye}} sonra yeniden sorulur.',
  'sayings.line-unreachable':
    '{host} erişilemiyor; {seconds, plural, one {# saniye} other {# saniye}} sonra yeniden denenir.',
  'sayings.line-unreachable-todo': 'Bağlantınızı ve ayarlarındaki vekil sunucuyu denetleyin.',
  'sayings.line-query-unknown': 'Twitch {operation} sorgusunu tanımadı.',
  'sayings.line-query-unknown-todo': 'Böyle kalırsa bu madencinin güncellemesine bakın.',
  'sayings.line-operation-error': 'Twitch {operation} için hata verdi: {detail}.',
  'sayings.line-web-page': 'Twitch’in yanıtı yerine bir web sayfası geldi.',
  'sayings.line-web-page-todo': 'Bu ağın geçiş için giriş isteyip istemediğine bakın.',
  'sayings.line-captcha': 'Twitch girişi CAPTCHA ile reddetti.',
  'sayings.line-captcha-todo': 'On iki saat ya da daha uzun bekleyin, sonra yeniden başlatın.',
  'sayings.line-login-needed': 'Twitch’e giriş yapmanızı bekliyor.',
  'sayings.line-login-button-todo': 'Penceresindeki giriş düğmesine basın ve gösterdiği kodu Twitch’te girin.',
  'sayings.line-login-code-todo': '{link} adresini açın ve {code} girin.',
  'sayings.line-login-confirm-todo':
    '{link} adresini açın, {code} girin, sonra burada onaylayın: ancak o zaman devam eder.',
  'sayings.line-session-kept': 'Twitch eski oturumu sonlandırmadı: {detail}.',
  'sayings.line-drops-unknown': 'Twitch {channel} kanalında hangi dropların olduğunu söylemedi.',
  'sayings.line-watch-failed': '{channel} izlemesi Twitch’e ulaşmadı.',
  'sayings.line-unconfirmed': 'Twitch bir süredir {campaign} için hiç dakika onaylamadı.',
  'sayings.line-fatal': 'Devam edemeyeceği bir hatayla karşılaştı.',
  'sayings.line-ended-error': 'Bir hatayla sonlandı ve ilgi istiyor.',
  'sayings.line-restart-todo': 'Son satırlarına bakın, sonra yeniden başlatın.',
  'sayings.line-part-failed': '{task} bölümü başarısız oldu; ayrıntılar satırlarında.',
  'sayings.line-part-failed-todo': 'Kendiliğinden devam etmezse yeniden başlatın.',
  'sayings.line-stopped-mining': 'Artık kazmıyor, ama süreci hâlâ penceresinin kapatılmasını bekliyor olabilir.',
  'sayings.line-socket-none': 'Twitch ile canlı bağlantısı {socket} kurulamıyor.',
  'sayings.line-socket-closed': 'Twitch ile canlı bağlantısı {socket} Twitch tarafından kapatıldı.',
  'sayings.line-socket-reconnecting': 'Twitch ile canlı bağlantısı {socket} yeniden kuruluyor.',
  'sayings.line-socket-silent': 'Twitch ile canlı bağlantısı {socket} yanıt alamadı.',
  'sayings.line-socket-moving': 'Twitch ile canlı bağlantısı {socket} başka bir sunucuya taşınıyor.',
  'sayings.line-socket-error': 'Twitch ile canlı bağlantısı {socket} hata bildiriyor.',
  'sayings.line-socket-failed': 'Twitch ile canlı bağlantısı {socket} başarısız oldu.',
  'sayings.line-watching': 'İzleniyor. Twitch’in ne saydığı burada bilinmiyor.',
  'sayings.dropwise-version':
    'Konsol, dillerinin {expected} sürümünü konuşan bir madenci bekliyor; bu ise {found} sürümünü konuşuyor. İkisini aynı yerden kurun ve yeniden başlatın.',
  'sayings.adapter-failed': 'Çıktısı anlaşılamıyor: bağdaştırıcı başarısız oldu. Ayrıntılar günlükte.',
  'sayings.rangermix-silent': 'Çalışıyor ama {url} adresinde yanıt vermiyor: {detail}.',
  'sayings.rangermix-silent-todo': 'Adresi ve bağlantı noktasını başka bir şeyin kullanmadığını denetleyin.',
  'sayings.rangermix-lost': 'rangermix {url} adresinde erişilemiyor: {detail}.',
};
