// 试连: reads what the provider says about itself and tells in words what fits and what does not.
import type { Actor } from '@houqin/access'
import type { System } from '@houqin/http'
import { say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import type { TriedProvider } from '@houqin/wire'
import { openProvider } from './providers.ts'
import { discover } from './relying-party.ts'
import { redirectOf } from './sign-in.ts'
import { reasonOf } from './turned-away.ts'

type Finding = TriedProvider['findings'][number]

/** @throws Problem `not-found`; `conflict` when the secret no longer opens. */
export async function tryOut(system: System, { id, actor }: { id: string; actor: Actor }): Promise<TriedProvider> {
  const { provider, secret } = await openProvider(system.db, system.secrets, id)
  const redirect = redirectOf(system, id)
  const findings: Finding[] = []
  const find = (tone: Finding['tone'], says: Sentence): void => void findings.push({ tone, says: says[actor.locale] })
  const { origin } = new URL(provider.issuer)
  try {
    const metadata = (await discover({ provider, secret, clock: system.clock })).serverMetadata()
    find('good', say(`读到了 ${origin} 的发现文档，签发者一致。`, `Read the discovery document of ${origin}; the issuer is the same.`))
    if (!metadata.authorization_endpoint || !metadata.token_endpoint || !metadata.jwks_uri)
      find('bad', say('发现文档缺少授权、令牌或公钥地址，不能登录。请找统一身份平台的人。', 'The document lacks the address of authorization, tokens or keys: nobody can sign in. Ask whoever runs the provider.'))
    if (metadata.response_types_supported?.includes('code') === false)
      find('bad', say('对方不支持授权码登录。', 'It does not support the authorization code.'))
    if (metadata.code_challenge_methods_supported?.includes('S256') !== true)
      find('doubt', say('对方没有说支持 PKCE（S256）；我们照发，不认识的平台通常会忽略。', 'It does not say that it knows PKCE (S256); we send it, and a provider that does not know it usually ignores it.'))
    const missing = provider.scopes.filter((scope) => metadata.scopes_supported?.includes(scope) === false)
    if (missing.length > 0) find('doubt', say(`对方没有列出这些范围：${missing.join('、')}。`, `It does not list these scopes: ${missing.join(', ')}.`))
    const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    if (secret !== null && !methods.includes('client_secret_basic') && !methods.includes('client_secret_post'))
      find('bad', say(`对方不收客户端密码，只收 ${methods.join('、')}。`, `It takes no client secret, only ${methods.join(', ')}.`))
    if (secret === null && !methods.includes('none'))
      find('doubt', say('没有填客户端密码，而对方没有说可以不用密码。', 'There is no client secret, and it does not say that none is needed.'))
    find(metadata.end_session_endpoint ? 'good' : 'doubt', metadata.end_session_endpoint
      ? say('退出时也会退出统一身份。', 'Signing out ends the session there too.')
      : say('对方没有退出地址：在这里退出后，那边仍是登录状态。', 'It has no address for signing out: who signs out here stays signed in there.'))
    find('doubt', say(
      '客户端编号、密码和回调地址是否登记正确，要实际登录一次才知道。', 'Whether client id, secret and redirect address are registered rightly shows only when somebody signs in.',
    ))
  } catch (error) {
    find('bad', wordsFor(error, origin))
  }
  return { redirect, findings }
}

function wordsFor(error: unknown, origin: string): Sentence {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED' ? 'other' : code === 'OAUTH_TIMEOUT' ? 'slow' : reasonOf(error)) {
    case 'other':
      return say('发现文档里写的签发者与这里填的不一样：请照发现文档里的 issuer 填写，一个字符也不能差。', 'The issuer in the document is not the one entered here: enter it as the document has it, to the last character.')
    case 'slow':
      return say(`${origin} 在 8 秒内没有答复。请检查网络或防火墙。`, `${origin} did not answer within 8 seconds. Check the network and the firewall.`)
    case 'down':
      return causeOf(error) ?? say(`${origin} 有答复，但不是发现文档。请检查签发者的路径。`, `${origin} answers, but not with a discovery document. Check the path of the issuer.`)
    case 'setup':
      return say('对方的网址不是 https，不能使用。', 'An address of the provider is not https and cannot be used.')
    default:
      return say('发现文档读不懂。请找统一身份平台的人。', 'The discovery document makes no sense. Ask whoever runs the provider.')
  }
}

function causeOf(error: unknown): Sentence | undefined {
  const cause = error instanceof TypeError ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return say('找不到这个主机名。请检查网址，或请网络管理员加上解析。', 'There is no such host name. Check the address, or ask the network administrator to add it.')
  if (code === 'ECONNREFUSED') return say('对方主机拒绝连接：地址或端口不对，或服务没有启动。', 'The host refuses: a wrong address or port, or the service is not running.')
  if (/CERT|SELF_SIGNED|UNABLE_TO/.test(code)) return say('对方的证书不可信（过期、自签或域名不符）。请统一身份平台换上可信证书。', 'Its certificate cannot be trusted (expired, self-signed, or of another name). The provider needs a trusted one.')
  return error instanceof TypeError ? say('连不上对方主机。请检查网络或防火墙。', 'The host cannot be reached. Check the network and the firewall.') : undefined
}
