// Scanning a printed code with the camera, where the browser can; typing it where it cannot.
import { PageHead, pathOfCode, useGo, useSay } from '@houqin/web-kit'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import './scan.css'

/** Chrome's reader of codes, which the language's own declarations do not know yet. */
interface CodeReader {
  detect: (picture: HTMLVideoElement) => Promise<readonly { rawValue: string }[]>
}
type CodeReaderMaker = new (options: { formats: readonly string[] }) => CodeReader
const Reader = (globalThis as { BarcodeDetector?: CodeReaderMaker }).BarcodeDetector // absent in Safari and Firefox
const glance = 250

export function ScanPage(): ReactNode {
  const say = useSay()
  const go = useGo()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const open = (text: string): boolean => {
    const code = codeIn(text)
    if (!code) return false
    // A form that sent somebody here for a place takes the code with it; anybody else sees what anybody sees.
    const back = new URLSearchParams(location.search).get('to')
    if (back?.startsWith('/') && !back.startsWith('//')) go(`${back}?code=${code}`)
    else location.assign(pathOfCode(code))
    return true
  }
  return (
    <>
      <PageHead title={say('扫一扫', 'Scan')} />
      <div className="hq-stack hq-narrow">
        {Reader && 'mediaDevices' in navigator ? <Camera maker={Reader} onText={open} /> : <p className="hq-panel">{say('这个浏览器不能直接扫码。用微信或相机扫门上的二维码,或在下面输入编码。', 'This browser cannot scan. Scan the code with your camera app, or type it below.')}</p>}
        <form
          className="hq-panel hq-stack"
          onSubmit={(event) => {
            event.preventDefault()
            setWrong(!open(typed))
          }}
        >
          <label htmlFor="code">{say('二维码下方的编码', 'The code printed below it')}</label>
          <input id="code" className="hq-native" value={typed} autoCapitalize="off" autoComplete="off" aria-invalid={wrong} aria-describedby="code-wrong" onChange={({ target }) => setTyped(target.value)} />
          <p id="code-wrong" className="hq-danger" role={wrong ? 'alert' : undefined}>
            {wrong && say('编码由字母和数字组成,请再核对一遍。', 'A code is letters and digits; check it again.')}
          </p>
          <button type="submit" className="hq-more">
            {say('打开', 'Open')}
          </button>
        </form>
      </div>
    </>
  )
}

/** The code in an address that ends in `/q/<code>`, or the code itself. */
function codeIn(text: string): string | undefined {
  return /(?:\/q\/|^)([0-9A-Za-z]{8,40})\/?$/.exec(text.trim())?.[1]
}

function Camera({ maker: Maker, onText }: { maker: CodeReaderMaker; onText: (text: string) => boolean }): ReactNode {
  const say = useSay()
  const video = useRef<HTMLVideoElement>(null)
  const [refused, setRefused] = useState(false)
  const [foreign, setForeign] = useState(false)
  useEffect(() => {
    let stream: MediaStream | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let left = false
    const reader = new Maker({ formats: ['qr_code'] })
    const look = async (): Promise<void> => {
      const picture = video.current
      const found = picture && picture.readyState >= 2 ? await reader.detect(picture).catch(() => []) : []
      const text = found[0]?.rawValue
      if (text !== undefined && !onText(text)) setForeign(true)
      if (!left) timer = setTimeout(() => void look(), glance)
    }
    navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }).then(
      async (given) => {
        stream = given
        if (left) return given.getTracks().forEach((track) => track.stop())
        if (video.current) {
          video.current.srcObject = given
          await video.current.play()
        }
        await look()
      },
      () => setRefused(true),
    )
    return () => {
      left = true
      clearTimeout(timer)
      stream?.getTracks().forEach((track) => track.stop())
    }
    // The camera is opened once for the page.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [Maker])
  if (refused) return <p className="hq-panel">{say('没有打开摄像头。允许使用摄像头后再来,或在下面输入编码。', 'The camera was not opened. Allow it and come back, or type the code below.')}</p>
  return (
    <div className="hq-stack">
      <video ref={video} className="hq-camera" muted playsInline aria-label={say('摄像头画面', 'Camera')} />
      {foreign && <output>{say('这不是本系统的二维码。', 'That is not one of our codes.')}</output>}
    </div>
  )
}
