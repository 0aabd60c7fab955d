// The way out 退出登录: the session ends, and what this person left in the page and on the device goes with it.
import { call, forgetHere } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'

export function useSignOut(): () => void {
  const client = useQueryClient()
  return () => {
    void call<{ to: string }>('/identity/leave', { method: 'POST', body: {} })
      .catch(() => ({ to: '/sign-in' }))
      .then(({ to }) => {
        client.clear()
        forgetHere()
        // Everything of this person leaves the page's memory too.
        location.assign(to)
      })
  }
}
