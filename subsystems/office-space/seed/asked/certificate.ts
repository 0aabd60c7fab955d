// Numbers of certificates of use 使用凭证号, as the bureau writes them: by year, after the day and turn of the request.

/** @param number of the request. @param day YYYY-MM-DD. */
export function certificateOf(number: string, day: string): string {
  const [, month = '', turn = ''] = /-\d{4}(\d{4})-(\d+)$/.exec(number) ?? []
  return `清房用〔${day.slice(0, 4)}〕${month}${turn.slice(-1)}`
}
