// One search over everything one may see: screens here, people, rooms and numbers at the server. Arrow keys and Enter.
import { ConsoleLink, searchQuery, Sheet, useGo, useHouse, useMe, useNames, useSay } from '@houqin/web-kit'
import type { WebPart } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState } from 'react'
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
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const q = useDeferredValue(typed.trim())
  const screens = useScreens(parts, q)
  const kindOf = useKindOf()
  const { data, isFetching } = useQuery({ ...searchQuery(q), placeholderData: (before) => before })
  const hits = q.length > 1 ? (data?.rows ?? []).map((hit): Found => ({ path: hit.path, name: hit.kind === 'matter' ? `${hit.name} ${hit.id}` : hit.name, kind: kindOf(hit) })) : []
  const found = [...screens, ...hits]
  const chosen = found[Math.min(at, found.length - 1)]
  const open = (path: string): void => {
    onClose()
    go(path)
  }
  return (
    <Sheet title={say('搜索', 'Search')} onClose={onClose}>
      <input
        className="hq-native"
        type="search"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-found`}
        aria-activedescendant={chosen ? `${id}-${found.indexOf(chosen)}` : undefined}
        aria-label={say('搜索人、房间、单号、页面', 'Search people, rooms, numbers, screens')}
        placeholder={say('名称、拼音首字母、单号', 'A name, initials or a number')}
        autoFocus
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setAt(0)
        }}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
          if (step !== undefined && found.length > 0) {
            event.preventDefault()
            setAt((now) => (Math.min(now, found.length - 1) + step + found.length) % found.length)
          }
          if (event.key === 'Enter' && !event.nativeEvent.isComposing && chosen) open(chosen.path)
        }}
      />
      <ul id={`${id}-found`} role="listbox" aria-label={say('结果', 'Results')} className="hq-found">
        {found.map((one, place) => (
          <li key={`${one.kind}${one.path}`} id={`${id}-${place}`} role="option" aria-selected={one === chosen}>
            <ConsoleLink to={one.path} tabIndex={-1} onClick={onClose}>
              <span>{one.name}</span>
              <span className="hq-secondary hq-small">{one.kind}</span>
            </ConsoleLink>
          </li>
        ))}
      </ul>
      {found.length === 0 && q.length > 1 && !isFetching && <p className="hq-secondary">{say('没有找到。换个说法,或只输入两个字。', 'Nothing found. Try other words, or just two characters.')}</p>}
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
