// One search over everything one may see: screens here, people, rooms and numbers at the server. Arrow keys and Enter.
import { ConsoleLink, searchQuery, Sheet, useGo, useHouse, useMe, useNames, useSay } from '@houqin/web-kit'
import type { WebPart } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { groupWords, ownScreenWords, railGroups } from '../shell/rail-groups.ts'
import './search.css'

interface Found {
  readonly path: string
  readonly name: string
  readonly kind: string
}

export function SearchSheet({ parts, onClose }: { parts: readonly WebPart[]; onClose: () => void }): ReactNode {
  const say = useSay()
  const go = useGo()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const screens = useScreens(parts, q)
  const kindOf = useKindOf()
  const { data, isFetching } = useQuery({ ...searchQuery(q), placeholderData: (before) => before })
  const hits = q.length > 1 ? (data?.rows ?? []).map((hit): Found => ({ path: hit.path, name: hit.kind === 'matter' ? `${hit.name} ${hit.id}` : hit.name, kind: kindOf(hit) })) : []
  const found = [...screens, ...hits]
  const list = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  useEffect(() => {
    // Up and down walk from the input through what was found.
    const walk = (event: KeyboardEvent): void => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step === undefined) return
      event.preventDefault()
      const places = [input.current, ...(list.current?.querySelectorAll('a') ?? [])]
      const at = places.findIndex((place) => place === document.activeElement)
      places[Math.min(places.length - 1, Math.max(0, at + step))]?.focus()
    }
    document.addEventListener('keydown', walk)
    return () => document.removeEventListener('keydown', walk)
  }, [])
  return (
    <Sheet title={say('搜索', 'Search')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const first = found[0]
          if (!first) return
          onClose()
          go(first.path)
        }}
      >
        <input
          ref={input}
          className="hq-native"
          type="search"
          aria-label={say('搜索人、房间、单号、页面', 'Search people, rooms, numbers, screens')}
          placeholder={say('名称、拼音首字母、单号', 'A name, initials or a number')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </form>
      <div ref={list} className="hq-found">
        <ul>
          {found.map((one) => (
            <li key={`${one.kind}${one.path}`}>
              <ConsoleLink to={one.path} onClick={onClose}>
                <span>{one.name}</span>
                <span className="hq-secondary hq-small">{one.kind}</span>
              </ConsoleLink>
            </li>
          ))}
        </ul>
        <output className="hq-secondary">
          {found.length === 0 && q.length > 1 && !isFetching && say('没有找到。换个说法,或只输入两个字。', 'Nothing found. Try other words, or just two characters.')}
        </output>
      </div>
    </Sheet>
  )
}

function useScreens(parts: readonly WebPart[], q: string): readonly Found[] {
  const say = useSay()
  const names = useNames()
  const me = useMe()
  return railGroups(parts, me)
    .flatMap(({ group, screens }) => screens.map(({ path, title }): Found => ({ path, name: say(title, ownScreenWords[title] ?? names.phrase(title)), kind: say(group, groupWords[group]) })))
    .filter(({ name }) => q !== '' && name.toLowerCase().includes(q.toLowerCase()))
    .slice(0, 6)
}
function useKindOf(): (hit: { kind: string; register?: string; path: string }) => string {
  const say = useSay()
  const names = useNames()
  const house = useHouse()
  return (hit) => {
    const id = hit.path.split('/')[2] ?? ''
    const declared = hit.kind === 'register' ? house.register(hit.register ?? id) : house.matter(id)
    return declared ? names.of(declared) : hit.kind === 'matter' ? say('事项', 'Matter') : ''
  }
}
