'use client';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';

/** Numbers, bytes, durations and dates as the person's language writes them. */
export function useMeasures() {
  const t = useTranslations('shell');
  const locale = useLocale();
  return useMemo(() => {
    const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    const tenth = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    const thousandth = new Intl.NumberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
    const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
    const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
    return {
      count: (value: number) => whole.format(value),
      decimal: (value: number) => tenth.format(value),
      thousandths: (value: number) => thousandth.format(value),
      bytes(bytes: number): string {
        if (bytes >= 1e9) return t('bytes.gb', { count: tenth.format(bytes / 1e9) });
        if (bytes >= 1e6) return t('bytes.mb', { count: whole.format(bytes / 1e6) });
        return t('bytes.kb', { count: whole.format(Math.max(1, bytes / 1e3)) });
      },
      duration(seconds: number): string {
        if (seconds < 90) return t('time.seconds', { count: whole.format(Math.max(1, seconds)) });
        if (seconds < 5400) return t('time.minutes', { count: whole.format(seconds / 60) });
        return t('time.hours', { count: tenth.format(seconds / 3600) });
      },
      when: (iso: string) => moment.format(new Date(iso)),
      /** `2026-11-29` */
      day: (text: string) => date.format(new Date(text)),
    };
  }, [locale, t]);
}
