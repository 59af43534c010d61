import { cookies, headers } from 'next/headers';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { messagesFor } from '../messages/index.ts';
import './_shell/fonts.css';
import './_shell/tokens.css';
import './_shell/base.css';
import { Frame } from './_shell/frame.tsx';
import { languageCookie, languageOf } from './_shell/language.ts';
import { Providers } from './_shell/providers.tsx';

export const metadata: Metadata = { title: { default: 'Scenefield', template: '%s · Scenefield' } };
export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' };

/** The gate puts the policy on the request; its nonce goes to what has to write a script or a style. */
function nonceOf(asked: Headers): string | undefined {
  return (
    asked.get('x-nonce') ??
    /'nonce-([^']+)'/.exec(asked.get('content-security-policy') ?? '')?.[1] ??
    undefined
  );
}

export default async function Layout({ children }: { children: ReactNode }) {
  const [asked, jar] = await Promise.all([headers(), cookies()]);
  const language = languageOf(jar.get(languageCookie)?.value, asked.get('accept-language'));
  return (
    <html lang={language} suppressHydrationWarning>
      <body>
        <Providers
          language={language}
          words={messagesFor(language)}
          nonce={nonceOf(asked)}
          timeZone={new Intl.DateTimeFormat().resolvedOptions().timeZone}
        >
          <Frame>{children}</Frame>
        </Providers>
      </body>
    </html>
  );
}
