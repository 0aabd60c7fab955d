// Choosing a site 选场所: all of them, mine, those chosen lately, and any other by name or pinyin; keys all the way.
import { choicesQuery, Sheet, sitesOf, useIsPhone, useKeptSites, useMe, useSay, useToldOf } from '@houqin/web-kit'
import type { Ref } from '@houqin/web-kit'
import { CheckOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useWalk } from '../search/use-walk.ts'
import { siteGroups } from './site-groups.ts'
import '../search/search.css'
import './site-sheet.css'

export function SiteSheet({ register, onClose }: { register: string; onClose: () => void }): ReactNode {
  const say = useSay()
  const told = useToldOf()
  const phone = useIsPhone()
  const me = useMe()
  const kept = useKeptSites()
  const [{ chosen, lately }] = useState(kept)
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data, isFetching, isError } = useQuery({ ...choicesQuery(register, q), placeholderData: (before) => before })
  const groups = siteGroups({ typed: q !== '', mine: sitesOf(me), lately, found: data?.rows ?? [] })
  const titles = { all: say('全部', 'All'), mine: say('我的场所', 'My sites'), lately: say('最近选过', 'Chosen lately'), others: say('其他场所', 'Other sites'), found: say('搜到的', 'What was found') }
  const offered = groups.flatMap(({ sites }) => sites)
  const ids = offered.map((site) => site?.id ?? '')
  const { at, keys, active } = useWalk(ids, q === '' ? Math.max(0, ids.indexOf(chosen?.id ?? '')) : 0)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // on a telephone the keyboard would cover what is offered
    if (!phone) input.current?.focus()
  }, [phone])
  const choose = (site: Ref | null): void => {
    kept.choose(site && { id: site.id, name: site.name })
    onClose()
  }
  const nameOf = (site: Ref | null): string => (site ? told(register, site.name) : say('全部场所', 'All sites'))
  const standing = offered[at]
  return (
    <Sheet title={say('只看哪一处场所', 'Which site to look at')} onClose={onClose}>
      <form
        className="hq-find"
        onSubmit={(event) => {
          event.preventDefault()
          if (standing !== undefined) choose(standing)
        }}
      >
        <input
          ref={input}
          className="hq-native"
          type="search"
          autoComplete="off"
          spellCheck={false}
          aria-label={say('找场所', 'Find a site')}
          placeholder={say('名称、拼音或首字母', 'A name, pinyin or initials')}
          value={typed}
          onKeyDown={keys}
          onChange={({ target }) => setTyped(target.value)}
        />
      </form>
      <div className="hq-sites">
        {groups.map(({ key, sites, from }) => (
          <section key={key} aria-label={titles[key]}>
            {key !== 'all' && key !== 'found' && <h3>{titles[key]}</h3>}
            <ul>
              {sites.map((site, place) => (
                <li key={site?.id ?? ''} ref={from + place === at ? active : null}>
                  <button type="button" className="hq-plain" aria-current={from + place === at ? 'true' : undefined} onClick={() => choose(site)}>
                    {nameOf(site)}
                    {(site?.id ?? '') === (chosen?.id ?? '') && <CheckOutlined aria-label={say('现在所选', 'Chosen now')} />}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <output className="hq-secondary hq-small">
          {isError && say('没有连上服务器，只列出已知的场所。', 'The server cannot be reached; only the sites known here are listed.')}
          {!isError && q !== '' && offered.length === 0 && !isFetching && say('没有找到，换个说法再试。', 'Nothing found; try other words.')}
          {!isError && offered.length > 0 && data?.next != null && say('没有列全，输入名称继续找。', 'Not all are listed: type a name to find others.')}
        </output>
      </div>
      <output className="hq-hidden">{q !== '' && standing !== undefined && nameOf(standing)}</output>
      <p className="hq-find-keys hq-secondary hq-small" aria-hidden="true">
        <kbd>↑</kbd> <kbd>↓</kbd> {say('选择', 'choose')} <kbd>Enter</kbd> {say('只看这一处', 'look at it alone')} <kbd>Esc</kbd> {say('关闭', 'close')}
      </p>
    </Sheet>
  )
}
