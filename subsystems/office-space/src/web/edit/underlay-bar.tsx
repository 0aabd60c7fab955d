// A scanned sheet to draw over 描图底图: chosen from this device, laid under the plan, and brought to scale by two points whose distance is known.
import { useSay } from '@houqin/web-kit'
import type { Underlay } from '@houqin/web-kit/plan-drawing'
import { lineLength } from '@houqin/dxf'
import type { Point } from '@houqin/dxf'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'

/** Until two points have been measured: an A3 sheet at 150 dots an inch, drawn 1 : 100. */
const guessed = (0.0254 / 150) * 100

export function UnderlayBar({ underlay, onChange, drawn, onScale, onScaled }: {
  underlay: Underlay | null
  onChange: (to: Underlay | null) => void
  /** The line that was drawn for the scale; empty while none was. */
  drawn: readonly Point[]
  onScale: () => void
  onScaled: () => void
}): ReactNode {
  const say = useSay()
  const [real, setReal] = useState('')
  const url = underlay?.url
  useEffect(() => () => {
    if (url !== undefined) URL.revokeObjectURL(url)
  }, [url])
  const take = async (file: File): Promise<void> => {
    const picture = new Image()
    picture.src = URL.createObjectURL(file)
    await picture.decode()
    onChange({ url: picture.src, width: picture.naturalWidth, height: picture.naturalHeight, scale: guessed })
  }
  const long = Number(lineLength(drawn))
  return (
    <>
      <label className="hq-chip os-underlay">
        {underlay ? say('换底图', 'Another sheet') : say('放底图描图', 'Draw over a scan')}
        <input type="file" accept="image/*" aria-label={say('底图', 'Scanned sheet')} onChange={({ target }) => target.files?.[0] && void take(target.files[0])} />
      </label>
      {underlay && <Button onClick={onScale}>{say('两点定比例', 'Scale by two points')}</Button>}
      {underlay && <Button onClick={() => onChange(null)}>{say('撤底图', 'Take it away')}</Button>}
      {underlay && long > 0 && (
        <form className="hq-row" onSubmit={(event) => {
          event.preventDefault()
          onChange({ ...underlay, scale: (underlay.scale * Number(real)) / long })
          onScaled()
        }}>
          <label>{say('这两点实际相距（米）', 'Their distance (m)')} <input className="hq-native" inputMode="decimal" value={real} onChange={({ target }) => setReal(target.value)} /></label>
          <Button htmlType="submit" type="primary" disabled={!(Number(real) > 0)}>{say('定下', 'Set')}</Button>
        </form>
      )}
    </>
  )
}
