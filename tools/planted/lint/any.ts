// Careless in the ways lint must see, with types and without.
export async function send(): Promise<void> {}
export function careless(value: any): void {
  send()
  console.log(value)
  ;[1].forEach(async () => { await send() })
}
export async function waits(): Promise<number> { return await (1 as number) }
