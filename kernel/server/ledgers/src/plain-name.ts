// 名称的写法: what makes two names the same although they are written otherwise: width, blanks, brackets, dots.

/** In one form: half width, lower case, no blanks, round brackets, no dots between. */
export function plainName(written: string): string {
  return written.normalize('NFKC').toLowerCase().replace(/[\s\u200b\ufeff·•・*]/g, '').replace(/[〔［【[]/g, '(').replace(/[〕］】\]]/g, ')')
}
