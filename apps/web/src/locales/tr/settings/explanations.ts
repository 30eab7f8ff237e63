import type { settingExplanations as en } from '../../en/settings/explanations.ts';

export const settingExplanations: Record<keyof typeof en, string> = {
  'settings.doc.mining.mode':
    'Plan, isteklerinize göre en çok drop için iki hafta ileriye bakar. Diğer modlar oyunları tek bir kurala göre sıralar; hepsinde listenizdeki oyunlar önce gelir.',
  'settings.doc.mining.priority': 'Oyun adları, en çok istenen önce. Büyük ve küçük harf ayrımı yoktur.',
  'settings.doc.mining.wishes.games':
    'Her oyunu ne kadar istediğiniz. Burada adı geçmeyen oyunlar, yukarıdaki listenizdeyse veya o liste boşsa istenir; değilse artan zamanı doldurur.',
  'settings.doc.mining.wishes.campaigns':
    'Tek tek kampanyalar için aynısı, kimlik veya tam adla. Oyununun isteğinden önce gelir.',
  'settings.doc.mining.wishes.drops':
    'Tek tek droplar için aynısı, kimlikle. Kampanyasının ve oyununun isteklerinden önce gelir. Aşağıda hariç tutulanlar her istekten önce gelir.',
  'settings.doc.mining.planGoal': 'Planın en çoğa çıkarmaya çalıştığı şey.',
  'settings.doc.mining.exclude.games': 'Asla madencilik yapılmayacak oyunların adları.',
  'settings.doc.mining.exclude.campaigns': 'Asla madencilik yapılmayacak kampanyalar, kimlik veya tam adla.',
  'settings.doc.mining.exclude.drops': 'Asla madencilik yapılmayacak droplar, kimlikle.',
  'settings.doc.mining.exclude.keywords':
    'Ad parçaları: adında bunlardan biri geçen kampanya veya drop için asla madencilik yapılmaz.',
  'settings.doc.mining.benefits.DIRECT_ENTITLEMENT': 'Doğrudan oyun hesabına giden ödüller için madencilik yap.',
  'settings.doc.mining.benefits.BADGE': 'Sohbet rozetleri için madencilik yap.',
  'settings.doc.mining.benefits.EMOTE': 'İfadeler için madencilik yap.',
  'settings.doc.mining.benefits.CODE': 'Kod olarak gelen ödüller için madencilik yap.',
  'settings.doc.mining.benefits.UNKNOWN': 'Twitch’in bu sürümden sonra eklediği ödül türleri için madencilik yap.',
  'settings.doc.mining.badgesAndEmotesUnlinked':
    'Oyun hesabı bağlı olmasa da rozetler ve ifadeler için madencilik yap: bunlar hesap gerektirmez.',
  'settings.doc.mining.seed': 'Oyunlar rastgele seçilirken sırayı belirler; aynı sayı aynı sırayı verir.',
  'settings.doc.mining.pausedHours':
    'Madencilik yapılmayan zamanlar. Gece yarısını geçen saatler başladıkları güne aittir. Droplar yine alınır.',
  'settings.doc.mining.timeZone': 'Duraklatma saatlerinin ve sessiz saatlerin okunduğu dilim.',
  'settings.doc.discovery.availableDrops':
    'İstenen oyunların yayındaki kanallarına hangi kampanyalara katıldıklarını sor.',
  'settings.doc.discovery.catalogue':
    'Başkalarının tuttuğu, herkese açık bir kampanya kataloğunu oku. Twitch’ten değildir ve hesabınız hakkında hiçbir şey bilmez.',
  'settings.doc.discovery.catalogueUrl': 'O kataloğun bulunduğu yer.',
  'settings.doc.watching.transports': 'Denendikleri sırayla. Dakikalar sayılmadığında sıradaki kullanılır.',
  'settings.doc.twitch.client':
    'Dropwise’ın Twitch’te ne olarak oturum açtığı. Bir oturum tek bir türe aittir: değişiklikten sonra yeniden oturum açarsınız.',
  'settings.doc.twitch.customClientId': 'Yalnızca yukarıdaki istemci türü kendinizinki olduğunda kullanılır.',
  'settings.doc.twitch.socket': 'İlerlemenin üzerinden geldiği bağlantı.',
  'settings.doc.network.proxy': 'Twitch’e giden her şey için. Ad ve parola içerebileceğinden gizli tutulur.',
  'settings.doc.network.connectionQuality': 'Her süre sınırını çarpar: iyi bağlantı için 1, çok yavaş olan için 6.',
  'settings.doc.maintenance.reloadMinutes': 'Her şeyin Twitch’e ne sıklıkta yeniden sorulduğu.',
  'settings.doc.logging.keepDays': 'Bundan eski günlük dosyaları silinir.',
  'settings.doc.console.host':
    'Bu makinenin kendi adresi (127.0.0.1, ::1, localhost) dışındaki her şey parola gerektirir.',
  'settings.doc.console.port': 'Konsolun dinlediği yer; 0, boş bir tanesini alır.',
  'settings.doc.console.basePath':
    'Ana makinesini başkalarıyla paylaşan bir ters vekil sunucunun arkasında her şeyin altında sunulduğu yol, örneğin /dropwise.',
  'settings.doc.console.allowedHosts':
    'Dinlediği adresin yanında konsolun yanıt verdiği adlar, örneğin nas.local veya drops.example.org. Diğerleri reddedilir; böylece hiçbir web sayfası ona kendi adıyla ulaşamaz.',
  'settings.doc.console.trustedProxies':
    'Kimin sorduğunu söylediklerinde inanılan ters vekil sunucuların adresleri veya aralıkları (172.16.0.0/12).',
  'settings.doc.console.tlsCertFile': 'PEM biçiminde, HTTPS sunmak için; anahtar dosyasıyla birlikte.',
  'settings.doc.console.tlsKeyFile': 'PEM biçiminde, yukarıdaki sertifika için.',
  'settings.doc.console.sessionDays': 'Bir tarayıcının son ziyaretinden itibaren sayılır.',
  'settings.doc.console.metrics': '/metrics sun. Diğer her şey gibi oturum veya API anahtarı ister.',
  'settings.doc.history.factDays': 'Tek tek olaylar. Alınan droplar ve güne göre dakikalar sonsuza dek saklanır.',
  'settings.doc.history.lineDays': 'Veritabanında; günlük dosyalarının kendi sınırı vardır.',
  'settings.doc.history.sampleDays': 'İşlemci ve bellek ölçümleri.',
  'settings.doc.history.auditDays': 'Denetim kaydı ve önceki ayarlar.',
  'settings.doc.history.maxMegabytes':
    'Bunun üzerinde önce en eski günlük satırları, sonra ölçümler, sonra olaylar zamanından önce silinir.',
  'settings.doc.notifications.quietHours':
    'Yalnızca sizi hemen gerektirenlerin gönderildiği saatler. Kalanı sonra tek bir iletide gelir.',
  'settings.doc.notifications.repeatMinutes':
    'Aynı şey hakkındaki aynı ileti, bu kadar dakika geçmeden yeniden gönderilmez.',
  'settings.doc.notifications.uncountedMinutes':
    'Bir şey izlenirken Twitch’in size haber verilmeden önce ne kadar süre hiçbir şey saymayabileceği.',
  'settings.doc.backup.schedule':
    'Ayarların ve geçmişin yedeğinin ne zaman alındığı, 30 4 * * * gibi bir cron satırı olarak; boşsa kendiliğinden hiç alınmaz. Kimlik bilgileri yalnızca DROPWISE_BACKUP_PASSPHRASE_FILE parola cümlesi olan bir dosyayı gösteriyorsa yedekte yer alır.',
  'settings.doc.backup.keep': 'Önce en eskisi silinir.',
  'settings.doc.backup.folder': 'Yedeklerin gittiği yer; boşsa veri dizinindeki backups klasörü.',
  'settings.doc.updates.check': 'Günde bir kez. Kapalıyken hiçbir zaman sorulmaz.',
  'settings.doc.updates.url':
    'İçinde version (veya tag_name) ve isteğe bağlı olarak url bulunan JSON ile yanıt veren bir adres.',
};
