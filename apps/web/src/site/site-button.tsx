// The site switcher 场所切换 where it is seen: a quiet button in the top bar at the desk, a strip above the page on a telephone while one site is chosen.
import { call, ProblemError, rowQuery, useCan, useHouse, useIsPhone, useKeptSites, useMe, useSay, useToldOf, worksAtSeveral } from '@houqin/web-kit'
import type { Page, WireRow } from '@houqin/web-kit'
import { DownOutlined } from '@ant-design/icons'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import './site.css'

/** Whether there are two. */
const severalQuery = (register: string) =>
  queryOptions({
    queryKey: ['rows', register, 'several'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => (await call<Page<WireRow>>(`/registers/${register}?limit=2`, { signal })).rows.length > 1,
  })

/** @returns the register of sites; undefined for whoever has at most one to look at. */
export function useSites(): string | undefined {
  const me = useMe()
  const register = useHouse().keeperOf('site')?.id
  const may = useCan(register ?? '')('read') && worksAtSeveral(me)
  const { data: several } = useQuery({ ...severalQuery(register ?? ''), enabled: may })
  return may && several ? register : undefined
}
/** What the switcher says. */
export function useSiteName(register: string): string {
  const say = useSay()
  const told = useToldOf()
  const { chosen, choose } = useKeptSites()
  const { data, error } = useQuery({ ...rowQuery(register, chosen?.id ?? ''), enabled: chosen !== null })
  const gone = error instanceof ProblemError && error.type === 'not-found'
  useEffect(() => {
    if (gone) choose(null)
    // once: it is not there any more
    // oxlint-disable-next-line react/exhaustive-deps
  }, [gone])
  return chosen ? told(register, data?.name ?? chosen.name) : say('全部场所', 'All sites')
}

export function SiteButton({ register, onOpen }: { register: string; onOpen: () => void }): ReactNode {
  const say = useSay()
  const phone = useIsPhone()
  const { chosen } = useKeptSites()
  const name = useSiteName(register)
  if (phone && !chosen) return null
  const button = (
    <button type="button" className="hq-plain hq-site" data-chosen={chosen ? '' : undefined} aria-haspopup="dialog" aria-label={say(`场所：${name}`, `Site: ${name}`)} title={name} onClick={onOpen}>
      <span>{name}</span>
      <DownOutlined aria-hidden="true" />
    </button>
  )
  return phone ? <div className="hq-site-strip">{button}</div> : button
}
