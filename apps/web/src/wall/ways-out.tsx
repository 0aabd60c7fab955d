// The ways off the wall 退出大屏: a small button, and Esc, which ends the browser's full screen first; and the way into full screen.
import { useGo, useSay } from '@houqin/web-kit'
import { FullscreenOutlined } from '@ant-design/icons'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'

export function WaysOut(): ReactNode {
  const say = useSay()
  const go = useGo()
  const full = useSyncExternalStore(watchFull, isFull)
  const [mayFill] = useState(() => document.fullscreenEnabled)
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape' && !isFull()) go('/')
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })
  const leave = (): void => {
    if (isFull()) void document.exitFullscreen()
    go('/')
  }
  return (
    <div className="hq-wall-ways">
      {mayFill && !full && (
        <button type="button" className="hq-plain" aria-label={say('全屏', 'Full screen')} title={say('全屏', 'Full screen')} onClick={() => void document.documentElement.requestFullscreen().catch(() => undefined)}>
          <FullscreenOutlined aria-hidden="true" />
        </button>
      )}
      <button type="button" className="hq-plain" onClick={leave}>
        {say('退出大屏', 'Leave')}
      </button>
    </div>
  )
}

function watchFull(changed: () => void): () => void {
  document.addEventListener('fullscreenchange', changed)
  return () => document.removeEventListener('fullscreenchange', changed)
}
function isFull(): boolean {
  return document.fullscreenElement !== null
}
