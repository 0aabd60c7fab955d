// What happens while one looks: the server's events make what is shown stale, and say what arrived for me.
import type { Me } from '@houqin/wire'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { meQuery } from '../api/queries.ts'
import { useToast } from '../blocks/toast.tsx'
import type { Say } from '../words/locale.ts'
import { useSay } from '../words/words.tsx'

type Payload = Readonly<Record<string, unknown>>
/** `rights`: what I may do has changed, or a session of mine has ended; `reload`: too much was missed to be told one by one. */
const topics = ['matter', 'alarm', 'inbox', 'notice', 'job', 'rights', 'reload'] as const
const askAgainMs = 5_000
/** More notices than these, each soon after the one before, are counted in one sentence. */
const shownSingly = 3
const rowMs = 6_000

let stopped = (): void => undefined
/** At signing out: the end of one's own session is no news, and nobody is left to ask who one is. */
export function stopListening(): void {
  stopped()
}

/** The browser itself resumes with `Last-Event-ID` after a break; refused, as while the server starts, it is asked again here. */
export function useEvents(): void {
  const client = useQueryClient()
  const toast = useToast()
  const say = useSay()
  useEffect(() => {
    const stale = (...keys: readonly (readonly unknown[])[]): void => {
      for (const queryKey of keys) void client.invalidateQueries({ queryKey })
    }
    let [inARow, lastAt] = [0, 0]
    const heard: Readonly<Record<(typeof topics)[number], (payload: Payload) => void>> = {
      matter(payload) {
        const { matter, number } = named(payload)
        stale(matter ? ['matters', matter] : ['matters'], ['inbox'])
        if (matter && number) stale(['matter', matter, number])
      },
      inbox() {
        stale(['inbox'])
      },
      notice(payload) {
        stale(['notices'])
        const path = text(payload['path'])
        const kind = text(payload['kind'])
        // What I am looking at tells me itself, and so do my rights; what is no news by now stands in the list alone.
        if (kind === 'read' || kind.startsWith('grant.') || path === location.pathname || payload['silent'] === true) return
        inARow = performance.now() - lastAt < rowMs ? inARow + 1 : 1
        lastAt = performance.now()
        if (inARow > shownSingly) toast({ says: say(`又有 ${inARow - shownSingly} 条通知`, `${inARow - shownSingly} more notices`), to: '/messages', instead: 'notices' })
        else toast({ says: say(text(payload['zh']), text(payload['en'])), ...(path && { to: path }), ...(payload['importance'] === 'urgent' && { tone: 'fault' as const }) })
      },
      alarm(payload) {
        stale(['alarms'])
        if (payload['state'] === 'open') toast({ says: say(`告警：${text(payload['subject'])} ${text(payload['title'])}`, `Alarm: ${text(payload['subject'])} ${text(payload['title'])}`), to: '/alarms', tone: 'fault' })
      },
      job(payload) {
        stale(['job', text(payload['id'])])
      },
      rights() {
        const before = client.getQueryData(meQuery.queryKey)
        // who I am first: what the rest of the page asks for depends on it
        void client.refetchQueries({ queryKey: meQuery.queryKey }).then(() => {
          const says = changeOfRoles(before, client.getQueryData(meQuery.queryKey), say)
          if (says) toast({ says })
          return client.invalidateQueries()
        })
      },
      reload() {
        void client.invalidateQueries()
      },
    }
    let stream: EventSource | undefined
    let again: ReturnType<typeof setTimeout> | undefined
    const listen = (): void => {
      stream = new EventSource('/api/events')
      for (const topic of topics)
        stream.addEventListener(topic, (event: MessageEvent<unknown>) => {
          const payload = payloadOf(event.data)
          if (payload) heard[topic](payload)
        })
      stream.addEventListener('error', () => {
        if (stream?.readyState !== EventSource.CLOSED) return
        // a session that is over shows itself at the next question; anything else passes
        void client.invalidateQueries()
        again = setTimeout(listen, askAgainMs)
      })
    }
    listen()
    stopped = () => {
      clearTimeout(again)
      stream?.close()
    }
    return stopped
  }, [client, toast, say])
}

/** What was given and taken away between two looks at who I am; undefined when nothing was. */
function changeOfRoles(before: Me | undefined, after: Me | undefined, say: Say): string | undefined {
  const titles = (me: Me | undefined): ReadonlyMap<string, string> => new Map((me?.roles ?? []).map(({ role, title, organ, site }) => [`${role} ${organ?.id} ${site?.id}`, title]))
  const [had, has] = [titles(before), titles(after)]
  const only = (some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): string => [...new Set([...some].filter(([key]) => !others.has(key)).map(([, title]) => title))].join(say('、', ', '))
  const [gone, come] = [only(had, has), only(has, had)]
  const said = [gone && say(`您不再担任「${gone}」，页面已更新`, `You no longer hold ${gone}; the page shows it`), come && say(`您已担任「${come}」`, `You now hold ${come}`)].filter(Boolean)
  return said.length > 0 ? said.join(say('；', '; ')) : undefined
}
function payloadOf(data: unknown): Payload | undefined {
  try {
    const value: unknown = JSON.parse(String(data))
    return typeof value === 'object' && value !== null ? (value as Payload) : undefined // members are looked at one by one
  } catch {
    return undefined
  }
}
function named(payload: Payload): { matter: string; number: string } {
  return { matter: text(payload['matter']), number: text(payload['number']) }
}
function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
