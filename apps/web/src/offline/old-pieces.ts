// A tab from before an upgrade 升级后的旧页面 asks for pieces that are gone: it says so and opens the page anew, once. What still fails then is said where the piece was to stand.

const reopened = 'houqin.reloaded'
/** The bar is to be read before the page goes. */
const readMs = 1_500
/** What fails again so soon is no upgrade. */
const onceMs = 60_000

export function reopenOnce(): void {
  addEventListener('vite:preloadError', () => {
    const now = performance.timeOrigin + performance.now()
    // Without a network nothing would open.
    if (!navigator.onLine || now - Number(sessionStorage.getItem(reopened)) < onceMs) return
    sessionStorage.setItem(reopened, String(now))
    const bar = document.createElement('output')
    bar.className = 'hq-reopening'
    bar.textContent = document.documentElement.lang === 'en' ? 'The console was upgraded: this page opens anew…' : '系统刚刚升级，正在重新打开这一页…'
    document.body.append(bar)
    setTimeout(() => location.reload(), readMs)
  })
}
