// The way out 退出登录: the session ends, and what this person left in the page and on the device goes with it.
import { call, forgetHere, forgetKept, forgetSeen, stopListening, useCommands, useMe, useSay } from '@houqin/web-kit'

export function useSignOut(): () => void {
  const say = useSay()
  const { account } = useMe()
  const waiting = useCommands().filter((command) => command.account === account && command.state === 'waiting').length
  return () => {
    // A browser's own question: nothing else stops the way out.
    if (waiting > 0 && !confirm(say(`还有 ${waiting} 件没有发送，退出后就丢了。仍要退出吗？`, `${waiting} are not sent yet and will be lost. Sign out all the same?`))) return
    void leave()
  }

  async function leave(): Promise<void> {
    // From the device first, whether or not the server hears of it; then the page goes at once, before anything asks without a session.
    stopListening()
    await forgetSeen()
    await forgetKept()
    const { to } = await call<{ to: string }>('/identity/leave', { method: 'POST', body: {} }).catch(() => ({ to: '/sign-in' }))
    forgetHere()
    // A page of its own: everything of this person leaves the memory with this one. Emptied before that, what still stands here would ask again, without a session.
    location.assign(to)
  }
}
