// One search over everything one may see: screens here; people, rooms, numbers and clauses at the server. Keys all the way; what was chosen last comes first.
import { ConsoleLink, searchQuery, Sheet, useGo, useMe, useNames, useSay, useToldOf, useWordsOf } from '@houqin/web-kit'
import type { IndexedPart } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { groupWords, ownScreenWords, railGroups } from '../shell/rail-groups.ts'
import { matchingScreens } from './matching-screens.ts'
import { recentOf, rememberChoice } from './recent.ts'
import type { Found } from './recent.ts'
import { useWalk } from './use-walk.ts'
import './search.css'

const mostScreens = 6

export function SearchSheet({ parts, onClose }: { parts: readonly IndexedPart[]; onClose: () => void }): ReactNode {
  const say = useSay()
  const go = useGo()
  const { account } = useMe()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const screens = useScreens(parts, q)
  const { data, isFetching, isError } = useQuery({ ...searchQuery(q), placeholderData: (before) => before })
  const [recent] = useState(() => recentOf(account))
  const told = useToldOf()
  const rows = data?.rows ?? []
  useWordsOf(...new Set(rows.map(declaredIn)))
  const hits = q.length > 1 ? rows.map((hit): Found => ({ path: hit.path, name: told(declaredIn(hit), hit.name), kind: hit.title, detail: hit.kind === 'matter' ? `${hit.id} ${hit.detail ?? ''}` : hit.detail })) : []
  const found = q === '' ? recent : [...screens, ...hits]
  const { at, keys, active } = useWalk(found.map(({ path }) => path))
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const choose = (one: Found): void => {
    rememberChoice(account, one)
    onClose()
  }
  const nothing = found.length === 0 && q.length > 1 && !isFetching
  return (
    <Sheet title={say('搜索', 'Search')} onClose={onClose}>
      <form
        className="hq-find"
        onSubmit={(event) => {
          event.preventDefault()
          const one = found[at]
          if (!one) return
          choose(one)
          go(one.path)
        }}
      >
        <input
          ref={input}
          className="hq-native"
          type="search"
          autoComplete="off"
          spellCheck={false}
          aria-label={say('搜索人、房间、单号、条文、页面', 'Search people, rooms, numbers, clauses, screens')}
          placeholder={say('名称、拼音、首字母、单号', 'A name, pinyin, initials or a number')}
          value={typed}
          onKeyDown={keys}
          onChange={({ target }) => setTyped(target.value)}
        />
      </form>
      <div className="hq-found">
        {q === '' && recent.length > 0 && <p className="hq-secondary hq-small">{say('最近打开', 'Opened lately')}</p>}
        <ul aria-label={say('搜到的', 'What was found')}>
          {found.map((one, place) => (
            <li key={`${one.kind}${one.path}`} ref={place === at ? active : null}>
              <ConsoleLink to={one.path} aria-current={place === at ? 'true' : undefined} onClick={() => choose(one)}>
                <span>
                  <span>{one.name}</span>
                  {one.detail && <span className="hq-secondary hq-small">{one.detail}</span>}
                </span>
                <span className="hq-secondary hq-small">{one.kind}</span>
              </ConsoleLink>
            </li>
          ))}
        </ul>
        <output className="hq-secondary">
          {nothing && (isError ? say('没有连上服务器，只能找页面。', 'The server cannot be reached; only screens are found.') : say('没有找到。换个说法，或只输入两个字。', 'Nothing found. Try other words, or just two characters.'))}
          {q === '' && recent.length === 0 && say('输入两个字，或拼音首字母，如 zw、baoxiu、BX-2026。', 'Type two characters, initials or pinyin, such as zw, baoxiu, BX-2026.')}
        </output>
      </div>
      <output className="hq-hidden">{q !== '' && found[at] && `${found[at].name}, ${found[at].kind}`}</output>
      <p className="hq-find-keys hq-secondary hq-small" aria-hidden="true">
        <kbd>↑</kbd> <kbd>↓</kbd> {say('选择', 'choose')} <kbd>Enter</kbd> {say('打开', 'open')} <kbd>Esc</kbd> {say('关闭', 'close')}
      </p>
    </Sheet>
  )
}

/** `/registers/places.room/…` → `places.room`: the register or kind of matter it is of. */
const declaredIn = ({ path }: { readonly path: string }): string => path.split('/')[2] ?? ''

function useScreens(parts: readonly IndexedPart[], q: string): readonly Found[] {
  const say = useSay()
  const names = useNames()
  const me = useMe()
  const screens = railGroups(parts, me).flatMap(({ group, screens: open }) =>
    open.map(({ path, title }) => ({ path, title, name: say(title, ownScreenWords[title] ?? names.phrase(title)), kind: say(group, groupWords[group]) })),
  )
  return matchingScreens({ screens, q, readings: builtTitleReadings }).slice(0, mostScreens)
}
