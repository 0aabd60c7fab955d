// The rows of routes in the reader’s words, and one as it is being written.
import type { Matter, Register } from '@houqin/define'
import { call } from '@houqin/web-kit'
import type { Names as Declared, RouteList, Seat, WebPart } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'

export const routesQuery = queryOptions({ queryKey: ['approval', 'routes'], queryFn: () => call<RouteList>('/approval/routes') })

/** Names of persons who were chosen since the list was read: a seat holds only the id. */
export type Names = ReadonlyMap<string, string>

/** The list as the reader's language calls what is declared; what an officer wrote stays as he wrote it. */
export function inReadersWords(list: RouteList, { parts, names, say }: { parts: readonly WebPart[]; names: Declared; say: (zh: string, en: string) => string }): RouteList {
  const matters = new Map(parts.flatMap(({ subsystem }) => Object.values<Matter>(subsystem.matters)).map((matter) => [matter.id, matter]))
  const posts = list.posts.map((one) => {
    const [subsystem, register, key = ''] = one.post.split('.')
    const field = parts.flatMap((part) => Object.values<Register>(part.subsystem.registers)).find(({ id }) => id === `${subsystem}.${register}`)?.fields[key]
    return field ? { ...one, label: names.of(field), options: Object.fromEntries(Object.keys(one.options).map((option) => [option, names.option(field, option)])) } : one
  })
  const wordOf = (seat: Seat, word: string): string => {
    if ('role' in seat) return names.phrase(word)
    if (!('post' in seat)) return word
    const held = posts.find(({ post }) => post === seat.post)?.options[seat.value] ?? seat.value
    return `${seat.organ == null ? say('事项所属单位', "the matter's organ") : (word.split(' · ')[0] ?? '')} · ${held}`
  }
  const wordsOf = (seats: readonly Seat[], words: readonly string[]): readonly string[] => words.map((word, at) => (seats[at] ? wordOf(seats[at], word) : word))
  return {
    rows: list.rows.map((row) => ({ ...row, stages: row.stages.map((stage) => ({ ...stage, words: wordsOf(stage.who, stage.words) })), copyWords: wordsOf(row.copies, row.copyWords) })),
    routes: list.routes.map((route) => {
      const matter = matters.get(route.matter)
      if (!matter) return route
      const step = Object.values(matter.steps).find(({ label }) => label === route.step)
      const choice = Object.values({ ...matter.form, ...matter.facts }).find((field) => field.kind === 'choice' && Object.keys(field.options).join() === Object.keys(route.kinds).join())
      return {
        ...route,
        title: names.of(matter),
        step: step ? names.of(step) : route.step,
        kinds: choice ? Object.fromEntries(Object.keys(route.kinds).map((key) => [key, names.option(choice, key)])) : route.kinds,
      }
    }),
    roles: list.roles.map(({ role, title }) => ({ role, title: names.phrase(title) })),
    posts,
  }
}
