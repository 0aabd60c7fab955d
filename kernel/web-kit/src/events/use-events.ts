// What happens while one looks: the server's events make what is shown stale, and say what arrived for me.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useToast } from '../blocks/toast.tsx'
import { useSay } from '../words/words.tsx'

type Payload = Readonly<Record<string, unknown>>
/** `reload`: too much was missed to be told one by one. */
const topics = ['matter', 'alarm', 'inbox', 'notice', 'job', 'reload'] as const

/** The browser itself resumes with `Last-Event-ID` after a break. */
export function useEvents(): void {
  const client = useQueryClient()
  const toast = useToast()
  const say = useSay()
  useEffect(() => {
    const stream = new EventSource('/api/events')
    const stale = (...keys: readonly (readonly unknown[])[]): void => {
      for (const queryKey of keys) void client.invalidateQueries({ queryKey })
    }
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
        // What I am looking at tells me itself.
        if (payload['kind'] === 'read' || path === location.pathname) return
        toast({ says: say(text(payload['zh']), text(payload['en'])), ...(path && { to: path }), ...(payload['importance'] === 'urgent' && { tone: 'fault' as const }) })
      },
      alarm(payload) {
        stale(['alarms'])
        if (payload['state'] === 'open') toast({ says: say(`告警:${text(payload['subject'])} ${text(payload['title'])}`, `Alarm: ${text(payload['subject'])} ${text(payload['title'])}`), to: '/alarms', tone: 'fault' })
      },
      job(payload) {
        stale(['job', text(payload['id'])])
      },
      reload() {
        void client.invalidateQueries()
      },
    }
    for (const topic of topics)
      stream.addEventListener(topic, (event: MessageEvent<unknown>) => {
        const payload = payloadOf(event.data)
        if (payload) heard[topic](payload)
      })
    return () => stream.close()
  }, [client, toast, say])
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
