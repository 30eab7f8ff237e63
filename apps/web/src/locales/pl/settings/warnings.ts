import type { settingWarningWords as en } from '../../en/settings/warnings.ts';

export const settingWarningWords: Record<keyof typeof en, string> = {
  'settings.warning.list-empty':
    'Zdobywane są tylko gry z Twojej listy, a lista jest pusta: nic nie będzie zdobywane. Dodaj grę albo wybierz inny tryb.',
  'settings.warning.listed-excluded':
    '{name} jest na Twojej liście i zarazem wśród wykluczonych: nie będzie zdobywane. Usuń z jednego z tych miejsc.',
  'settings.warning.listed-twice': '{name} jest na Twojej liście więcej niż raz: liczy się tylko pierwsze miejsce.',
  'settings.warning.listed-never':
    '{name} jest na Twojej liście, a Twoje życzenie to „Nigdy”: nie będzie zdobywane. Zmień jedno z nich.',
  'settings.warning.wished-excluded':
    'Masz życzenie dla {name}, a jest wśród wykluczonych: nie będzie zdobywane. Usuń z jednego z tych miejsc.',
  'settings.warning.wished-twice':
    'Twoje życzenia to „{otherWish}” dla {other} i „{wish}” dla {name}, a to jest to samo: liczy się „{wish}”. Usuń jedno z nich.',
  'settings.warning.no-benefit': 'Wszystkie rodzaje nagród są wyłączone: nic nie będzie zdobywane. Włącz któryś.',
  'settings.warning.no-hours':
    'Godziny przerwy nie zostawiają ani godziny w tygodniu: nic nie będzie zdobywane. Zostaw trochę czasu.',
  'settings.warning.catalogue-nowhere':
    'Ma być czytany publiczny katalog, ale brakuje jego adresu: żaden nie jest czytany. Podaj adres.',
  'settings.warning.client-without-id':
    'Wybrano własnego klienta, ale brakuje jego identyfikatora: logowanie się nie uda. Podaj identyfikator klienta.',
  'settings.warning.client-id-unused':
    'Własny identyfikator klienta nie działa, dopóki wybrany jest inny rodzaj klienta.',
};
