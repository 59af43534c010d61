'use client';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { Toast } from '@base-ui/react/toast';
import { ThemeProvider } from 'next-themes';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import type { Language } from '../../graph-schema/views/settings-view.ts';
import type { Messages } from '../../messages/index.ts';
import { EventStream } from '../_trpc/events.tsx';
import { DataProvider } from '../_trpc/provider.tsx';
import { ChoicesSync } from './choices-sync.tsx';

interface Props {
  language: Language;
  words: Messages;
  nonce: string | undefined;
  timeZone: string;
  children: ReactNode;
}

/**
 * Everything the page stands on: words, theme, data, address, notices. No suspense boundary in between: what hydrates late would meet
 * data that the server did not have.
 */
export function Providers({ language, words, nonce, timeZone, children }: Props) {
  const given = nonce === undefined ? {} : { nonce };
  return (
    <ThemeProvider attribute="data-theme" disableTransitionOnChange {...given}>
      <CSPProvider {...given}>
        <IntlProvider locale={language} messages={words} timeZone={timeZone}>
          <DataProvider>
            <NuqsAdapter>
              <Toast.Provider timeout={7000} limit={3}>
                <EventStream />
                <ChoicesSync language={language} />
                {children}
              </Toast.Provider>
            </NuqsAdapter>
          </DataProvider>
        </IntlProvider>
      </CSPProvider>
    </ThemeProvider>
  );
}
