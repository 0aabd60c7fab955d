// Why a sign-in by the city's identity came to nothing, one sentence for each word the server may bring back.
import type { Say } from '@houqin/web-kit'

const sentences: Readonly<Record<string, readonly [zh: string, en: string]>> = Object.freeze({
  expired: ['这次登录已过时，或不是从这个浏览器开始的。请重新点按钮登录。', 'This sign-in is too old, or began in another browser. Press the button again.'],
  used: ['这次登录的凭据已经用过，不能再用。请重新点按钮登录。', 'This sign-in was used before and cannot be used again. Press the button again.'],
  denied: ['您在统一身份平台取消了登录。', 'You said no on the identity provider’s page.'],
  refused: ['统一身份平台拒绝了这次登录。请稍后再试，仍不行时请找统一身份平台的服务热线。', 'The identity provider refused. Try again later; if it persists, ask whoever runs the provider.'],
  down: ['统一身份平台没有答复。请稍后再试，或用密码登录。', 'The identity provider does not answer. Try again later, or use your password.'],
  untrusted: ['统一身份平台的答复核对不上，为安全起见没有登录。请再试一次，仍不行时告诉系统管理员。', 'The provider’s answer does not prove genuine, so nobody was signed in. Try once more; tell the system administrator if it persists.'],
  clock: ['统一身份平台的时间与本系统相差太多。请告诉系统管理员校对时钟。', 'The provider’s clock and ours are too far apart. Tell the system administrator.'],
  setup: ['统一身份的设置与对方不符（客户端编号、密码或地址）。请告诉系统管理员。', 'The settings do not fit the provider (client id, secret or address). Tell the system administrator.'],
  off: ['统一身份登录已停用。请用密码登录。', 'Sign-in by this provider is switched off. Use your password.'],
  nameless: ['统一身份平台没有说明您是谁（缺少身份标识）。请告诉系统管理员。', 'The provider did not say who you are (the identifying claim is missing). Tell the system administrator.'],
  closed: ['您的账号已停用，不能登录。请找系统管理员。', 'Your account is closed. Ask the system administrator.'],
  locked: ['您的账号因连续输错密码暂时锁定。请稍后再试，或找系统管理员。', 'Your account is locked for a while after wrong passwords. Try again later, or ask the system administrator.'],
  administrator: ['系统管理员、安全管理员和安全审计员只用密码登录。', 'The three administrators sign in by password alone.'],
  taken: ['这个账号已绑定另一个身份，或这个身份已绑定另一个账号。请找系统管理员解除。', 'The account has another identity, or the identity another account. The system administrator can end that link.'],
})

/** Undefined for a word that is none of ours: an address may be written by anybody. */
export function reasonSentence(word: string | null, say: Say): string | undefined {
  const pair = word !== null && Object.hasOwn(sentences, word) ? sentences[word] : undefined
  return pair && say(...pair)
}
