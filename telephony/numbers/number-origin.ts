import { type CountryCode, parsePhoneNumber } from './phone-number.ts';

export type OriginLanguage = 'uk' | 'en';
interface OriginText {
  readonly uk: string;
  readonly en: string;
}

/** Oblasts by the first two digits of the national number. */
const oblasts: Readonly<Record<string, OriginText>> = {
  31: { uk: 'Закарпатська область', en: 'Zakarpattia oblast' },
  32: { uk: 'Львівська область', en: 'Lviv oblast' },
  33: { uk: 'Волинська область', en: 'Volyn oblast' },
  34: { uk: 'Івано-Франківська область', en: 'Ivano-Frankivsk oblast' },
  35: { uk: 'Тернопільська область', en: 'Ternopil oblast' },
  36: { uk: 'Рівненська область', en: 'Rivne oblast' },
  37: { uk: 'Чернівецька область', en: 'Chernivtsi oblast' },
  38: { uk: 'Хмельницька область', en: 'Khmelnytskyi oblast' },
  41: { uk: 'Житомирська область', en: 'Zhytomyr oblast' },
  43: { uk: 'Вінницька область', en: 'Vinnytsia oblast' },
  44: { uk: 'Київ', en: 'Kyiv' },
  45: { uk: 'Київська область', en: 'Kyiv oblast' },
  46: { uk: 'Чернігівська область', en: 'Chernihiv oblast' },
  47: { uk: 'Черкаська область', en: 'Cherkasy oblast' },
  48: { uk: 'Одеська область', en: 'Odesa oblast' },
  51: { uk: 'Миколаївська область', en: 'Mykolaiv oblast' },
  52: { uk: 'Кіровоградська область', en: 'Kirovohrad oblast' },
  53: { uk: 'Полтавська область', en: 'Poltava oblast' },
  54: { uk: 'Сумська область', en: 'Sumy oblast' },
  55: { uk: 'Херсонська область', en: 'Kherson oblast' },
  56: { uk: 'Дніпропетровська область', en: 'Dnipropetrovsk oblast' },
  57: { uk: 'Харківська область', en: 'Kharkiv oblast' },
  61: { uk: 'Запорізька область', en: 'Zaporizhzhia oblast' },
  62: { uk: 'Донецька область', en: 'Donetsk oblast' },
  64: { uk: 'Луганська область', en: 'Luhansk oblast' },
  65: { uk: 'Автономна Республіка Крим', en: 'Autonomous Republic of Crimea' },
  69: { uk: 'Севастополь', en: 'Sevastopol' },
};

/** Whom a mobile code was given to. A number may have moved to another operator since and kept its digits. */
const operators: Readonly<Record<string, string>> = {
  39: 'Київстар',
  50: 'Vodafone',
  63: 'lifecell',
  66: 'Vodafone',
  67: 'Київстар',
  68: 'Київстар',
  73: 'lifecell',
  75: 'Vodafone',
  77: 'Київстар',
  91: 'ТриМоб',
  92: 'PEOPLEnet',
  93: 'lifecell',
  94: 'Інтертелеком',
  95: 'Vodafone',
  96: 'Київстар',
  97: 'Київстар',
  98: 'Київстар',
  99: 'Vodafone',
};
const englishOperators: Readonly<Record<string, string>> = {
  Київстар: 'Kyivstar',
  ТриМоб: 'TriMob',
  Інтертелеком: 'Intertelecom',
};

/** Where a number is from, to be read beside an unknown caller (C14.3). Null when that is not known. */
export function numberOrigin(number: string, language: OriginLanguage, homeRegion: CountryCode = 'UA'): string | null {
  const parsed = parsePhoneNumber(number, homeRegion);
  if (parsed?.country == null) return null;
  if (parsed.country !== 'UA') return countryName(parsed.country, language);
  return ukrainianOrigin(parsed.national.slice(0, 2), language);
}

function ukrainianOrigin(code: string, language: OriginLanguage): string {
  const oblast = oblasts[code];
  if (oblast) return oblast[language];
  const operator = operators[code];
  if (operator === undefined) return countryName('UA', language);
  return language === 'uk' ? `мобільний, ${operator}` : `mobile, ${englishOperators[operator] ?? operator}`;
}

const countryNames = {
  uk: new Intl.DisplayNames(['uk'], { type: 'region' }),
  en: new Intl.DisplayNames(['en'], { type: 'region' }),
};

function countryName(country: CountryCode, language: OriginLanguage): string {
  return countryNames[language].of(country) ?? country;
}
