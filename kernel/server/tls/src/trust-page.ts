// The page of trust 信任证书: the authority's certificate in the forms devices take it, and how to make each of them trust it.
import { createHash } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { appleProfile } from './apple-profile.ts'
import type { LocalCertificate } from './local-certificate.ts'
import { trustWords } from './trust-words.ts'
import type { TrustWords } from './trust-words.ts'

type Authority = LocalCertificate['authority']
interface Paper {
  readonly type: string
  readonly body: string | Buffer
  /** Under this name it is saved; shown in the browser without. */
  readonly name?: string
}

const style = `
:root { color-scheme: light dark; font: 16px/1.6 system-ui, "Noto Sans CJK SC", sans-serif }
body { margin: 0 auto; max-width: 40rem; padding: 1rem }
h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; margin-block: 1.5rem .25rem }
code { display: block; overflow-wrap: anywhere; padding: .5rem; border: 1px solid; border-radius: .25rem }
a { display: inline-block; min-height: 2.5rem; line-height: 2.5rem; margin-inline-end: 1rem }
`
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`

/** Answers `/trust` and what lies below it; gives every other request back to `others`. Asks nobody who he is. */
export function trustPage(authority: Authority, others: RequestListener): RequestListener {
  return (request, response) => {
    // not read as a URL: what strangers send need not be one
    const [pathname = '', search] = (request.url ?? '').split('?', 2)
    const paper = request.method === 'GET' || request.method === 'HEAD' ? paperAt(authority, { pathname, language: languageOf(request, new URLSearchParams(search)) }) : undefined
    if (paper === undefined) others(request, response)
    else send(response, paper)
  }
}

function paperAt(authority: Authority, { pathname, language }: { pathname: string; language: 'zh' | 'en' }): Paper | undefined {
  switch (pathname) {
    case '/trust':
    case '/trust/':
      return { type: 'text/html; charset=utf-8', body: page(authority, language) }
    case '/trust/ca.crt':
      return { type: 'application/x-x509-ca-cert', body: authority.der, name: 'houqin-ca.crt' }
    case '/trust/ca.pem':
      return { type: 'application/x-pem-file', body: authority.pem, name: 'houqin-ca.pem' }
    case '/trust/ca.mobileconfig':
      return { type: 'application/x-apple-aspen-config', body: appleProfile(authority), name: 'houqin-ca.mobileconfig' }
    default:
      return undefined
  }
}

function languageOf({ headers }: IncomingMessage, search: URLSearchParams): 'zh' | 'en' {
  const first = (search.get('lang') ?? headers['accept-language'] ?? '').split(',').find((part) => /^\s*(zh|en)/i.test(part)) ?? 'zh'
  return /^\s*en/i.test(first) ? 'en' : 'zh'
}

function send(response: ServerResponse, { type, body, name }: Paper): void {
  response.writeHead(200, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    ...(name !== undefined && { 'content-disposition': `attachment; filename="${name}"` }),
  })
  // Node leaves the body of an answer to HEAD out by itself
  response.end(body)
}

function page({ sha256, name }: Authority, language: 'zh' | 'en'): string {
  const words: TrustWords = trustWords[language]
  const devices = words.devices.map(({ device, steps }) => `<h2>${device}</h2>\n<ol>${steps.map((step) => `<li>${step}</li>`).join('')}</ol>`)
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<style>${style}</style>
<h1>${words.title}</h1>
<p>${words.why}</p>
<p><a href="/trust/ca.crt">${words.certificate}</a> <a href="/trust/ca.mobileconfig">${words.profile}</a> <a href="/trust/ca.pem">${words.pem}</a></p>
<p>${words.compare}</p>
<code>${escaped(name)}<br>SHA-256 ${sha256}</code>
${devices.join('\n')}
<p><a href="/trust?lang=${words.otherLanguage.code}" lang="${words.otherLanguage.code}">${words.otherLanguage.name}</a></p>
</html>
`
}

/** The machine's name stands in the certificate's. */
function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
