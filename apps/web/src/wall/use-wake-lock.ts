// The wall does not fall asleep 常亮, where the device lets a page ask for that.
import { useEffect } from 'react'

export function useWakeLock(): void {
  useEffect(() => {
    if (!('wakeLock' in navigator)) return undefined
    let held: WakeLockSentinel | undefined
    let left = false
    // the device takes it back each time the page is hidden
    const ask = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return
      const lock = await navigator.wakeLock.request('screen')
      if (left) await lock.release()
      else held = lock
    }
    // a device that refuses, as on a low battery, sleeps as it is set to
    const again = (): void => void ask().catch(() => undefined)
    again()
    document.addEventListener('visibilitychange', again)
    return () => {
      left = true
      document.removeEventListener('visibilitychange', again)
      void held?.release().catch(() => undefined)
    }
  }, [])
}
