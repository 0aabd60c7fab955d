// The box to sign in 签名框: written with a finger, a pen or the mouse; handed on as a small picture, black on white.
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { PointerEvent, ReactNode } from 'react'
import { call } from '../api/call.ts'
import { useSay } from '../words/words.tsx'
import './approval.css'

/** What was written, once it is more than a dot. */
export type Drawn = () => Promise<Blob | null>
const wide = 640
const high = 240
const leastLength = 40

/** @param onDrawn told how to get the picture as soon as something is written, and null when it is wiped. */
export function SignaturePad({ onDrawn }: { onDrawn: (drawn: Drawn | null) => void }): ReactNode {
  const say = useSay()
  const canvas = useRef<HTMLCanvasElement>(null)
  const last = useRef<{ x: number; y: number } | null>(null)
  const length = useRef(0)
  const [isWritten, setWritten] = useState(false)
  useEffect(() => wipe(canvas.current), [])
  function at(event: PointerEvent<HTMLCanvasElement>): { x: number; y: number } {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    return { x: ((event.clientX - left) * wide) / width, y: ((event.clientY - top) * high) / height }
  }
  function begin(event: PointerEvent<HTMLCanvasElement>): void {
    event.currentTarget.setPointerCapture(event.pointerId)
    last.current = at(event)
  }
  function go(event: PointerEvent<HTMLCanvasElement>): void {
    const context = canvas.current?.getContext('2d')
    const from = last.current
    if (!context || !from) return
    const to = at(event)
    context.beginPath()
    context.moveTo(from.x, from.y)
    context.lineTo(to.x, to.y)
    context.stroke()
    last.current = to
    length.current += Math.hypot(to.x - from.x, to.y - from.y)
    if (!isWritten && length.current > leastLength) {
      setWritten(true)
      onDrawn(() => pictureOf(canvas.current))
    }
  }
  function clear(): void {
    wipe(canvas.current)
    length.current = 0
    setWritten(false)
    onDrawn(null)
  }
  return (
    <div className="hq-signing">
      <canvas
        ref={canvas}
        width={wide}
        height={high}
        className="hq-signature-pad"
        aria-label={say('签名框', 'Box to sign in')}
        onPointerDown={begin}
        onPointerMove={go}
        onPointerUp={() => (last.current = null)}
        onPointerCancel={() => (last.current = null)}
      />
      <div className="hq-row">
        <span className="hq-small hq-secondary">{say('请在框内手写签名', 'Write your name in the box')}</span>
        <Button disabled={!isWritten} onClick={clear}>
          {say('重写', 'Again')}
        </Button>
      </div>
    </div>
  )
}

/** Brings the picture in. @returns the file's id. @throws ProblemError */
export async function sendSignature(picture: Blob): Promise<string> {
  const form = new FormData()
  form.append('file', picture, 'signature.png')
  return (await call<{ id: string }>('/files', { method: 'POST', body: form })).id
}

function wipe(canvas: HTMLCanvasElement | null): void {
  const context = canvas?.getContext('2d')
  if (!context) return
  context.fillStyle = '#fff'
  context.fillRect(0, 0, wide, high)
  context.strokeStyle = '#111'
  context.lineWidth = 5
  context.lineCap = 'round'
  context.lineJoin = 'round'
}
async function pictureOf(canvas: HTMLCanvasElement | null): Promise<Blob | null> {
  return new Promise((done) => {
    if (canvas) canvas.toBlob(done, 'image/png')
    else done(null)
  })
}
