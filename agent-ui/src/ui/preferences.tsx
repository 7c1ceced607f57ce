import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

export const densities = ['compact', 'usual', 'roomy'] as const;
export type Density = (typeof densities)[number];
export const languages = ['uk', 'en'] as const;
export type Language = (typeof languages)[number];

/** Height of a registry row, px. */
export const rowHeights: Readonly<Record<Density, number>> = { compact: 28, usual: 34, roomy: 42 };

interface Preferences {
  readonly density: Density;
  readonly setDensity: (density: Density) => void;
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}
const PreferencesContext = createContext<Preferences | null>(null);

function remembered<T extends string>(key: string, allowed: readonly T[], fallback: T): T {
  const kept = localStorage.getItem(key);
  return allowed.find((value) => value === kept) ?? fallback;
}

export const rememberedLanguage = () => remembered('dzvin.language', languages, 'uk');

/** What one person chose on this computer: kept in the browser, never sent. */
export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  const { i18n } = useTranslation();
  const [density, setDensity] = useState<Density>(() => remembered('dzvin.density', densities, 'usual'));
  const [language, setLanguage] = useState<Language>(rememberedLanguage);

  useEffect(() => {
    localStorage.setItem('dzvin.density', density);
    document.documentElement.style.setProperty('--dz-row', `${rowHeights[density]}px`);
  }, [density]);
  useEffect(() => {
    localStorage.setItem('dzvin.language', language);
    document.documentElement.lang = language;
    void i18n.changeLanguage(language);
  }, [language, i18n]);

  const value = useMemo(() => ({ density, setDensity, language, setLanguage }), [density, language]);
  return <PreferencesContext value={value}>{children}</PreferencesContext>;
}

export function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext);
  if (!preferences) throw new Error('usePreferences needs a PreferencesProvider above it');
  return preferences;
}
