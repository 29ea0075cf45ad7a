import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { nl } from './nl.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof nl };
    returnNull: false;
  }
}

void i18next.use(initReactI18next).init({
  lng: 'nl-BE',
  resources: { 'nl-BE': { translation: nl } },
  // React already escapes.
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** "{{partner, capital}}" at the beginning of a sentence. */
i18next.services.formatter?.add('capital', (value: unknown) => String(value).charAt(0).toUpperCase() + String(value).slice(1));
