// The camera 摄像头: looks for a code some times a second while the page is open.
import { useSay } from '@houqin/web-kit'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { codeReader } from './code-reader.ts'

const glance = 250

/** @param onText answers whether the code was one of ours. */
export function Camera({ onText }: { onText: (text: string) => boolean }): ReactNode {
  const say = useSay()
  const video = useRef<HTMLVideoElement>(null)
  const [refused, setRefused] = useState(false)
  const [foreign, setForeign] = useState(false)
  useEffect(() => {
    let stream: MediaStream | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let left = false
    const open = async (): Promise<void> => {
      const given = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      stream = given
      if (left) return given.getTracks().forEach((track) => track.stop())
      if (video.current) {
        video.current.srcObject = given
        await video.current.play()
      }
      const read = await codeReader()
      const look = async (): Promise<void> => {
        const picture = video.current
        const text = picture && picture.readyState >= 2 ? await read(picture) : undefined
        if (left) return
        if (text !== undefined && !onText(text)) setForeign(true)
        timer = setTimeout(() => void look(), glance)
      }
      await look()
    }
    open().catch(() => !left && setRefused(true))
    return () => {
      left = true
      clearTimeout(timer)
      stream?.getTracks().forEach((track) => track.stop())
    }
    // The camera is opened once for the page.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  if (refused) return <p className="hq-panel">{say('没有打开摄像头。允许使用摄像头后再来，或在下面输入编码。', 'The camera was not opened. Allow it and come back, or type the code below.')}</p>
  return (
    <div className="hq-stack">
      <video ref={video} className="hq-camera" muted playsInline aria-label={say('摄像头画面', 'Camera')} />
      {foreign && <output>{say('这不是本系统的二维码。', 'That is not one of our codes.')}</output>}
    </div>
  )
}
