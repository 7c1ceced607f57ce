import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import { uk } from './uk.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'texts';
    resources: { texts: typeof uk };
  }
}

/** Both languages at hand at once: changing the language waits for nothing. */
export function startTexts(language: 'uk' | 'en'): i18n {
  const texts = i18next.createInstance();
  // With its resources given, i18next starts synchronously and has nothing to fail at.
  void texts.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'uk',
    defaultNS: 'texts',
    resources: { uk: { texts: uk }, en: { texts: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return texts;
}
