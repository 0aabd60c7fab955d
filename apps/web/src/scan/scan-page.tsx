// Scanning a printed code with the camera; typing it where there is none.
import { call, PageHead, pathOfCode, useGo, useHouse, useSay } from '@houqin/web-kit'
import type { CodedMatter, CodedThing } from '@houqin/web-kit'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { Camera } from './camera.tsx'
import './scan.css'

export function ScanPage(): ReactNode {
  const say = useSay()
  const go = useGo()
  const openCode = useOpenCode()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const open = (text: string): boolean => {
    const code = codeIn(text)
    if (!code) return false
    // A form that sent somebody here for a place takes the code with it.
    const back = new URLSearchParams(location.search).get('to')
    if (back?.startsWith('/') && !back.startsWith('//')) go(`${back}?code=${code}`)
    else void openCode(code)
    return true
  }
  // brought along from the public page of a code, by somebody who wants to see more of it
  const [brought] = useState(() => codeIn(new URLSearchParams(location.search).get('code') ?? ''))
  useEffect(() => {
    if (brought) void openCode(brought, true)
    // Once for the code that was brought along.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [brought])
  if (brought) return null
  return (
    <>
      <PageHead title={say('扫一扫', 'Scan')} />
      <div className="hq-stack hq-narrow">
        {'mediaDevices' in navigator ? <Camera onText={open} /> : <p className="hq-panel">{say('这个浏览器不能直接扫码。用微信或相机扫门上的二维码，或在下面输入编码。', 'This browser cannot scan. Scan the code with your camera app, or type it below.')}</p>}
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
            {wrong && say('编码由字母和数字组成，请再核对一遍。', 'A code is letters and digits; check it again.')}
          </p>
          <button type="submit" className="hq-more">
            {say('打开', 'Open')}
          </button>
        </form>
      </div>
    </>
  )
}

/** The page that a subsystem has for such a code; where none has, what anybody sees. */
function useOpenCode(): (code: string, replace?: boolean) => Promise<void> {
  const go = useGo()
  const { parts } = useHouse()
  return async (code, replace = false) => {
    const thing = await call<CodedThing | CodedMatter>(`/q/${encodeURIComponent(code)}`).catch(() => undefined)
    const page = thing?.kind === 'thing' ? parts.flatMap(({ coded }) => coded).find(({ register }) => register === thing.register) : undefined
    if (page) go(`${page.path}?code=${code}`, { replace })
    else location.assign(pathOfCode(code))
  }
}

/** The code in an address that ends in `/q/<code>`, or the code itself. */
function codeIn(text: string): string | undefined {
  return /(?:\/q\/|^)([0-9A-Za-z]{8,40})\/?$/.exec(text.trim())?.[1]
}
