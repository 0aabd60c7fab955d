// The first screen of staff: what I can ask for, and where my matters stand.
import { ConsoleLink, InboxRows, PageHead, Slot, staffHome, useMe, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import { StartTiles } from './start-tiles.tsx'
import './home.css'

export function StaffHome(): ReactNode {
  const say = useSay()
  const me = useMe()
  return (
    <div className="hq-home">
      <PageHead title={say(`${me.name}，您好`, `Hello, ${me.name}`)} />
      <StartTiles />
      <Slot slot={staffHome} given={{ person: me.person?.id ?? null }} />
      <section>
        <div className="hq-section-head">
          <h2>{say('我的事项', 'My matters')}</h2>
          <ConsoleLink to="/inbox">{say('全部', 'All')}</ConsoleLink>
        </div>
        <InboxRows scope="asked" most={6} />
      </section>
    </div>
  )
}
