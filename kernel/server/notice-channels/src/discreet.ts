// Discretion 不泄密: the other side may repeat a secret it was sent, in a receipt or in a refusal; it goes no further.
import { ChannelFailure } from '@houqin/notices'
import { say } from '@houqin/problem'
import type { Send } from './kind.ts'

/** Shorter ones would blot out words that are none. */
const shortest = 4

export function discreet(send: Send, secrets: readonly string[]): Send {
  const forms = secrets.filter((secret) => secret.length >= shortest).flatMap((secret) => [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')])
  const without = (text: string): string => forms.reduce((rest, form) => rest.replaceAll(form, '…'), text)
  return async (message, signal) => {
    try {
      const { receipt } = await send(message, signal)
      return { receipt: without(receipt) }
    } catch (error) {
      if (!(error instanceof ChannelFailure)) throw error
      // without its cause, which holds the answer as it came
      throw new ChannelFailure({ permanent: error.permanent, again: error.again, says: say(without(error.says.zh), without(error.says.en)) })
    }
  }
}
