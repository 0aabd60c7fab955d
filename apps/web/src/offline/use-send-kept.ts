// Sends what waits as soon as the server is reached again, and keeps what is read for when it is not.
import { keepSeen, meQuery, sendCommands, useCommands, useMe, useReached, useSay, useToast } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** While it is not reached it is asked so often whether it is. */
const askAgainMs = 5_000

export function useSendKept(): void {
  const say = useSay()
  const toast = useToast()
  const client = useQueryClient()
  const { account } = useMe()
  const reached = useReached()
  const waiting = useCommands().some((command) => command.account === account && command.state === 'waiting')
  useEffect(() => keepSeen(client), [client])
  useEffect(() => {
    let left = false
    const send = (): void =>
      void sendCommands(account, say).then((answered) => {
        if (left || answered === 0) return
        toast({ says: say(`联网了，先前记下的 ${answered} 件已处理`, `The network is back: ${answered} kept before are dealt with`), to: '/waiting' })
        void client.invalidateQueries()
      })
    if (reached) send()
    const again = setInterval(() => {
      // The answer tells whether the server is reached.
      if (!reached) void client.refetchQueries({ queryKey: meQuery.queryKey })
      else if (waiting) send()
    }, askAgainMs)
    return () => {
      left = true
      clearInterval(again)
    }
  }, [account, client, reached, say, toast, waiting])
  useEffect(() => {
    const back = (): void => void client.refetchQueries({ queryKey: meQuery.queryKey })
    addEventListener('online', back)
    return () => removeEventListener('online', back)
  }, [client])
}
