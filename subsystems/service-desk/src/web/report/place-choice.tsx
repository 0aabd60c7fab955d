// 在哪里: the place of a report, chosen with one tap from those one knows, by scanning a door, or by searching.
import { AimOutlined, EnvironmentOutlined, PushpinFilled, PushpinOutlined, ScanOutlined, SearchOutlined } from '@ant-design/icons'
import { useGo, useMe, useSay } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { PlaceSearch } from './place-search.tsx'
import { ownSitesQuery, pinnedPlace, pinPlace, recentPlacesQuery, shortName } from './places-known.ts'
import type { Place } from './places-known.ts'

const mostShown = 5

export function PlaceChoice({ chosen, issue, onChange }: { chosen: Place | null; issue: string | undefined; onChange: (place: Place | null) => void }): ReactNode {
  const say = useSay()
  const go = useGo()
  const me = useMe()
  const [searching, setSearching] = useState(false)
  const [pinned, setPinned] = useState(pinnedPlace)
  const { data: recent = [] } = useQuery(recentPlacesQuery(me))
  const { data: ownSites = [] } = useQuery(ownSitesQuery(me))
  const known = [...(pinned ? [pinned] : []), ...recent.filter(({ id }) => id !== pinned?.id)].slice(0, mostShown)
  const pin = (place: Place | null): void => {
    pinPlace(place)
    setPinned(place)
  }
  return (
    <fieldset className="sd-where" data-field="room" data-wrong={issue ? '' : undefined}>
      <legend>{say('在哪里', 'Where')}</legend>
      {chosen ? (
        <div className="sd-place">
          <EnvironmentOutlined aria-hidden="true" />
          <span className="hq-grow">{chosen.name}</span>
          {chosen.kind === 'room' && (
            <button
              type="button"
              className="hq-plain sd-pin"
              aria-pressed={pinned?.id === chosen.id}
              title={say('设为我的房间', 'Make it my room')}
              aria-label={say('设为我的房间', 'Make it my room')}
              onClick={() => pin(pinned?.id === chosen.id ? null : chosen)}
            >
              {pinned?.id === chosen.id ? <PushpinFilled aria-hidden="true" /> : <PushpinOutlined aria-hidden="true" />}
            </button>
          )}
          <button type="button" className="hq-plain sd-change" onClick={() => onChange(null)}>
            {say('换', 'Change')}
          </button>
        </div>
      ) : (
        <>
          {known.length > 0 && (
            <div className="sd-known">
              {known.map((place) => (
                <button key={place.id} type="button" className="sd-known-place" onClick={() => onChange(place)}>
                  {place.id === pinned?.id ? <PushpinFilled aria-hidden="true" /> : <AimOutlined aria-hidden="true" />}
                  {shortName(place, ownSites)}
                  {place.id === pinned?.id && <span className="hq-secondary hq-small">{say('我的房间', 'my room')}</span>}
                </button>
              ))}
            </div>
          )}
          <div className="sd-where-ways">
            <button type="button" className="hq-more" onClick={() => setSearching(true)}>
              <SearchOutlined aria-hidden="true" /> {say('找房间', 'Find a room')}
            </button>
            <button type="button" className="hq-more" onClick={() => go('/scan?to=/service-desk/report')}>
              <ScanOutlined aria-hidden="true" /> {say('扫门牌', 'Scan a door')}
            </button>
          </div>
        </>
      )}
      <p className="hq-field-issue" role={issue ? 'alert' : undefined}>
        {issue}
      </p>
      {searching && (
        <PlaceSearch
          onClose={() => setSearching(false)}
          onChoose={(place) => {
            setSearching(false)
            onChange(place)
          }}
        />
      )}
    </fieldset>
  )
}
