// 找地方: a sheet to find a room, a ground or a site by a few letters; rooms of my own sites stand first.
import { choicesQuery, Empty, Sheet, useMe, useSay, Waiting } from '@houqin/web-kit'
import type { ListQuery } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { ownSitesQuery, placeRegisters } from './places-known.ts'
import type { Place, PlaceKind } from './places-known.ts'

export function PlaceSearch({ onChoose, onClose }: { onChoose: (place: Place) => void; onClose: () => void }): ReactNode {
  const say = useSay()
  const me = useMe()
  const [typed, setTyped] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const word = useDeferredValue(typed.trim())
  const { data: ownSites = [] } = useQuery(ownSitesQuery(me))
  const own = ownSites.map(({ id }) => id).join(',')
  const near = useFound({ kind: 'room', word, where: own ? { 'where.site.in': own } : {} })
  const rooms = useFound({ kind: 'room', word: word === '' ? null : word })
  const areas = useFound({ kind: 'area', word: word === '' ? null : word })
  const sites = useFound({ kind: 'site', word: word === '' ? null : word })
  const nearIds = new Set(near.places.map(({ id }) => id))
  const groups = [
    { title: say('本单位驻地', 'Where my organ sits'), places: own ? near.places : [] },
    { title: say('房间', 'Rooms'), places: rooms.places.filter(({ id }) => !own || !nearIds.has(id)) },
    { title: say('室外', 'Grounds'), places: areas.places },
    { title: say('只知道在哪个院子', 'Only the site is known'), places: word === '' ? ownSites : sites.places },
  ].filter(({ places }) => places.length > 0)
  const waiting = [near, rooms, areas, sites].some((one) => one.waiting)
  return (
    <Sheet title={say('在哪里', 'Where')} onClose={onClose}>
      <div className="sd-place-search">
        <input
          className="hq-native"
          type="search"
          ref={input}
          value={typed}
          enterKeyHint="search"
          placeholder={say('房号、名称或拼音首字母，如 305', 'Room number or name, such as 305')}
          aria-label={say('找房间', 'Find a room')}
          onChange={({ target }) => setTyped(target.value)}
        />
        {groups.map(({ title, places }) => (
          <section key={title} aria-label={title}>
            <h3 className="hq-secondary hq-small">{title}</h3>
            <ul>
              {places.map((place) => (
                <li key={place.id}>
                  <button type="button" className="hq-plain sd-place-found" onClick={() => onChoose(place)}>
                    {place.name}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {groups.length === 0 && (waiting ? <Waiting lines={4} /> : <Empty title={say('没有找到', 'Nothing found')}>{say('换个写法试试：只输房号，或输楼名。', 'Try the number alone, or the building’s name.')}</Empty>)}
      </div>
    </Sheet>
  )
}

/** @param word null asks nothing. */
function useFound({ kind, word, where = {} }: { kind: PlaceKind; word: string | null; where?: ListQuery }): { places: readonly Place[]; waiting: boolean } {
  const { data, isFetching } = useQuery({ ...choicesQuery(placeRegisters[kind], word ?? '', where), enabled: word !== null, placeholderData: (before) => before })
  return { places: word === null ? [] : (data?.rows ?? []).map(({ id, name }): Place => ({ id, name, kind })), waiting: isFetching }
}
