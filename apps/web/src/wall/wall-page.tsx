// 大屏: the board over the whole window, dark, for a wall that nobody touches: it refreshes itself, keeps what it read last, and says of when that is.
import { board, boardHead, ConsoleLink, DarkLook, NoToasts, Slot, useEvents, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import { useSendKept } from '../offline/use-send-kept.ts'
import { AsOf } from './as-of.tsx'
import { useFresh, useSessionEnded } from './fresh.ts'
import { useBureau } from './use-bureau.ts'
import { useWakeLock } from './use-wake-lock.ts'
import { WallClock } from './wall-clock.tsx'
import { WaysOut } from './ways-out.tsx'
import './wall.css'

export function WallPage(): ReactNode {
  return (
    <NoToasts>
      <DarkLook className="hq-wall">
        <Wall />
      </DarkLook>
    </NoToasts>
  )
}

function Wall(): ReactNode {
  const say = useSay()
  const ended = useSessionEnded()
  const title = useBureau()
  useFresh(!ended)
  useSendKept()
  useWakeLock()
  return (
    <main id="page" tabIndex={-1} className="hq-wall-page">
      {!ended && <Listening />}
      <header className="hq-wall-head">
        <h1>{title}</h1>
        <AsOf ended={ended} />
        <WallClock />
        <WaysOut />
      </header>
      <div className="hq-wall-strip">
        <Slot slot={boardHead} given={{}} />
      </div>
      <div className="hq-board hq-wall-board">
        <Slot slot={board} given={{}} />
      </div>
      <p className="hq-wall-none hq-secondary">
        {say('板块按岗位显示，您的岗位还没有板块。', 'Panels are shown by role, and yours has none yet.')} <ConsoleLink to="/">{say('回到首页', 'Back to the first page')}</ConsoleLink>
      </p>
    </main>
  )
}

/** Asks for no news once nobody is signed in. */
function Listening(): ReactNode {
  useEvents()
  return null
}
