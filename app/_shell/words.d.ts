import type { Messages } from '../../messages/index.ts';

declare module 'use-intl' {
  interface AppConfig {
    Locale: 'ru' | 'en';
    Messages: Messages;
  }
}
