// What is kept in the browser's own database 本机数据库: commands not yet sent and what was seen last; by account.

const name = 'houqin'
const stores = ['commands', 'seen'] as const
export type StoreName = (typeof stores)[number]

let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(name, 1)
    asked.onupgradeneeded = () => {
      for (const store of stores) asked.result.createObjectStore(store, { keyPath: 'key' })
    }
    asked.onsuccess = () => {
      // browsers close it by themselves: storage cleared, or the page asleep for long
      asked.result.onclose = () => {
        opened = undefined
      }
      resolve(asked.result)
    }
    asked.onerror = () => reject(asked.error ?? new Error('The browser keeps no database here.'))
  })
  return opened
}

/** Runs `work` on one store and waits until it is written. @throws when the browser keeps no database, as in a private window. */
async function within<T>(store: StoreName, mode: IDBTransactionMode, work: (rows: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode)
    const asked = work(transaction.objectStore(store))
    transaction.oncomplete = () => resolve(asked.result)
    transaction.onerror = () => reject(transaction.error ?? new Error('The browser did not keep it.'))
    transaction.onabort = () => reject(transaction.error ?? new Error('The browser did not keep it.'))
  })
}

export const keepRow = (store: StoreName, row: { readonly key: string }): Promise<unknown> => within(store, 'readwrite', (rows) => rows.put(row))
export const dropRow = (store: StoreName, key: string): Promise<unknown> => within(store, 'readwrite', (rows) => rows.delete(key))
export const keptRows = (store: StoreName): Promise<readonly unknown[]> => within(store, 'readonly', (rows) => rows.getAll() as IDBRequest<unknown[]>)
/** Everything of everybody, at signing out. */
export async function forgetRows(): Promise<void> {
  for (const store of stores) await within(store, 'readwrite', (rows) => rows.clear())
}
