// The way of those hours on the map: coloured by speed as in the playback, each alarm where it happened.
import { Fault, useSay, Waiting } from '@houqin/web-kit'
import { MapCanvas } from '@houqin/web-kit/map'
import type { MapPin } from '@houqin/web-kit/map'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { groundQuery } from '../map/ground-query.ts'
import { coloursOf, momentAt, momentsOf } from '../playback/course.ts'
import { spanQuery } from './evidence-query.ts'

/** @param moments what happened when; without a place of its own it is where the track was. */
export function EvidenceMap({ vehicle, from, to, moments }: {
  vehicle: { readonly id: string; readonly name: string }
  from: string
  to: string
  moments: readonly { readonly id: string; readonly at: string; readonly longitude: number | null; readonly latitude: number | null }[]
}): ReactNode {
  const say = useSay()
  const ground = useQuery(groundQuery)
  const { data, error, refetch } = useQuery(spanQuery({ vehicle: vehicle.id, from, to }))
  const way = useMemo(() => momentsOf(data?.points ?? []), [data])
  const line = useMemo(() => ({ points: way.map(({ longitude, latitude }) => [longitude, latitude] as const), colours: coloursOf(way) }), [way])
  const pins = useMemo((): readonly MapPin[] => {
    const ends = [[way[0], 'start', say('起', 'A')], [way.at(-1), 'end', say('终', 'B')]] as const
    return [
      ...ends.flatMap(([moment, tone, words]): MapPin[] => (moment ? [{ id: tone, place: [moment.longitude, moment.latitude], words, tone }] : [])),
      ...moments.flatMap(({ id, at, longitude, latitude }): MapPin[] => {
        const there = momentAt(way, Date.parse(at))
        const place = longitude !== null && latitude !== null ? ([longitude, latitude] as const) : there && ([there.longitude, there.latitude] as const)
        return place ? [{ id, place, words: '!', tone: 'alarm' }] : []
      }),
    ]
  }, [way, moments, say])
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={5} />
  return (
    <div className="fl-evidence-map">
      <MapCanvas ground={ground.data} marks={[]} line={line} pins={pins} picked="" onPick={() => undefined} label={say(`${vehicle.name} 当时的轨迹`, `Where ${vehicle.name} was`)} />
    </div>
  )
}
