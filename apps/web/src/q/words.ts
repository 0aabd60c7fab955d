// The two languages of the small page, Chinese unless the reader chose otherwise.

export type Say = (zh: string, en: string) => string
const key = 'houqin.q.language'

export function isEnglish(): boolean {
  try {
    return localStorage.getItem(key) === 'en'
  } catch {
    return false
  }
}
export const say: Say = (zh, en) => (isEnglish() ? en : zh)

/** Changes the language and reads the page anew; what was typed is kept by its draft. */
export function otherLanguage(): void {
  try {
    localStorage.setItem(key, isEnglish() ? 'zh' : 'en')
  } catch {
    return
  }
  location.reload()
}
