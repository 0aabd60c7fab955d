// The two languages of the console. Chinese is written first everywhere; English is complete.
export type Locale = 'zh' | 'en'

/** Chooses one of two sentences that stand side by side in the code. */
export type Say = (zh: string, en: string) => string

export const sayIn = (locale: Locale): Say => (locale === 'zh' ? (zh) => zh : (_zh, en) => en)
