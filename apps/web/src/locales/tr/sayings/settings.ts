import type { settingSayings as en } from '../../en/sayings/settings.ts';

export const settingSayings: Record<keyof typeof en, string> = {
  'sayings.proxy-http-works': '{address}: HTTP vekili gibi yanıt veriyor ve geçişe izin veriyor.',
  'sayings.proxy-socks-works': '{address}: SOCKS5 vekili gibi yanıt veriyor ve geçişe izin veriyor.',
  'sayings.proxy-socks-accepts': '{address}: SOCKS5 vekili gibi yanıt veriyor, adı ve parolayı kabul ediyor.',
  'sayings.proxy-not-http': '{address}: HTTP vekili gibi yanıt vermiyor.',
  'sayings.proxy-not-socks': '{address}: SOCKS5 vekili gibi yanıt vermiyor.',
  'sayings.proxy-web-server': '{address}: vekil olmayan bir web sunucusu gibi {status} yanıtı veriyor.',
  'sayings.proxy-wants-name': '{address}: ad ve parola istiyor.',
  'sayings.proxy-refuses-name': '{address}: adı ve parolayı kabul etmiyor.',
  'sayings.proxy-other-sign-in': '{address}: burada bilinmeyen bir giriş yolu istiyor.',
  'sayings.proxy-long-name': '{address}: SOCKS5 adı ya da parolası en çok {maxBytes} bayttır.',
  'sayings.proxy-too-slow':
    '{address}: {seconds} saniye içinde yanıt vermedi. Sunucuyu ve bağlantı noktasını denetleyin.',
  'sayings.proxy-talks': '{address}: bir yanıttan fazlasını söyledi. Orada bu türden bir vekil olduğunu denetleyin.',
  'sayings.proxy-hangs-up':
    '{address}: yanıt yerine bağlantıyı kapattı. Orada bu türden bir vekil olduğunu denetleyin.',
  'sayings.proxy-nobody':
    '{address}: orada dinleyen yok. Sunucuyu, bağlantı noktasını ve vekilin çalıştığını denetleyin.',
  'sayings.proxy-unknown-host': '{address}: sunucu adı bilinmiyor. Yazımını denetleyin.',
  'sayings.proxy-no-way': '{address}: o sunucuya yol yok. Adresi ve ağı denetleyin.',
  'sayings.proxy-broke': '{address}: bağlantıyı kesti. Orada bu türden bir vekil olduğunu denetleyin.',
  'sayings.proxy-failed':
    '{address}: bağlantı başarısız oldu ({errorCode}). Şemayı, sunucuyu ve bağlantı noktasını denetleyin.',
  'sayings.import-unknown': '{name}, {peer} için burada bilinen bir ayar değil ve dışarıda bırakılır.',
  'sayings.import-misfit': '{name} dışarıda bırakılır: dosyadaki değeri uygun değil.',
  'sayings.import-no-setting': '{name} diye bir ayar yok: dışarıda bırakılır.',
  'sayings.import-stays': '“{key}” olduğu gibi kalır: dosyadaki uygun değil.',
  'sayings.import-left-out': '“{key}” dışarıda bırakılır: dosyadaki değeri uygun değil.',
  'sayings.import-code-rewards':
    'Kod olarak gelen ödüller burada ayrı bir türdür: mining.benefits.CODE olduğu gibi kalır.',
  'sayings.import-page-only': '{name} rangermix sayfasıyla ilgilidir ve karşılığı yoktur.',
  'sayings.import-window-only': '{name} TDM penceresiyle ilgilidir ve karşılığı yoktur.',
  'sayings.import-no-games':
    'games_to_watch boş; bu yüzden rangermix hiçbir şey kazmaz ve mining.mode priority_only ile Dropwise da kazmaz.',
  'sayings.import-badges':
    'enable_badges_emotes kapalıyken TDM rozetli ya da emote’lu hiçbir kampanyayı kazmaz. Burada böyle bir kampanya yalnızca bağlı hesap yoksa bırakılır; daha fazlası için mining.benefits.BADGE ve mining.benefits.EMOTE ayarlarını kapatın.',
  'sayings.import-autostart': 'autostart_tray karşılığı yok: Dropwise hizmet olarak başlar.',
  'sayings.import-tray': 'tray_notifications karşılığı yok: bildirimler kurduğunuz kanallardan gider.',
  'sayings.import-empty-names': '“{key}”: {count, plural, one {# boş ad} other {# boş ad}} dışarıda bırakıldı.',
  'sayings.import-bent': '“{key}”: {given} değil {taken}; {min} ile {max} arasıdır.',
  'sayings.settings-unreadable': '{path} okunabilir olmalı ama sistem şöyle yanıtladı: {detail}. Onsuz devam ediliyor.',
  'sayings.settings-broken':
    '{path} JSON olmalı ama {line}. satır, {column}. sütun öyle değil. Olduğu gibi bırakıldı{copy, select, none {} other {; bir kopyası {copy} içinde}}. Onsuz devam ediliyor: o satırı düzeltin.',
  'sayings.settings-misfit':
    '{place}: “{key}” şu olamaz: {found}. {detail} {origin, select, file {Ayar dosyasındaki değer geçerli.} environment {Ortamdaki değer geçerli.} other {Varsayılan geçerli.}}',
  'sayings.settings-unknown': '{place}: {name} diye bir ayar yok. Etkisi yok.',
  'sayings.settings-unknown-near': '{place}: {name} diye bir ayar yok. Belki {near} kastedildi. Etkisi yok.',
  'sayings.storage-read-only':
    '{path} yazılabilir olmalı ama dosya sistemi salt okunur bağlanmış. Yazılabilir bağlayın ya da --data-dir ile başka bir klasör seçin.',
  'sayings.storage-full': '{path} dosya alabilmeli ama disk ya da kota dolu. Yer açın.',
  'sayings.storage-file-in-way':
    '{path} klasör olmalı ama {file} konumunda bir dosya engel oluyor. Dosyayı taşıyın ya da --data-dir ile başka bir klasör seçin.',
  'sayings.storage-failing':
    '{path} dosya alan bir klasör olmalı ama sistem şöyle yanıtladı: {detail}. Bunu düzeltin ya da --data-dir ile başka bir klasör seçin.',
  'sayings.storage-refused':
    '{path} yazılabilir olmalı ama sistem reddetti. Bu hesaba orada yazma hakkı verin ya da --data-dir ile başka bir klasör seçin.',
  'sayings.storage-own-mode':
    '{path} yazılabilir olmalı ama sistem reddetti: {folder} sahibi {owner} (kip {mode}) ve Dropwise {account} olarak çalışıyor. Sahibine yazma hakkı verin.',
  'sayings.storage-not-made':
    '{path} oluşturulamıyor: {folder} sahibi {owner} (kip {mode}) ve Dropwise {account} olarak çalışıyor. Klasörü onun için oluşturun ya da --data-dir ile başka birini seçin.',
  'sayings.storage-other-owner':
    '{path} yazılabilir olmalı ama sistem reddetti: {folder} sahibi {owner} (kip {mode}) ve Dropwise {account} olarak çalışıyor. Klasörü devredin.',
};
