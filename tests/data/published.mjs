// The sites whose data are looked at, and readers of what they publish.
import path from 'node:path'
import { publish, read, root } from '../support/published.mjs'

export { root }

// The example site, and one whose register holds every field and whatever a cell may hold.
export const sites = {
  'the example site': publish(root),
  'a register of everything': publish(path.join(root, 'tests/data/site'))
}

export const text = read
export const json = (folder, file) => JSON.parse(text(folder, file))

// RFC 4180 and nothing looser: CR LF ends a record, a quotation mark stands only in a quoted cell.
export function parseCsv(csv) {
  const rows = []
  let row = []
  let at = 0
  while (at < csv.length) {
    const cell = /"((?:[^"]|"")*)"|([^",\r\n]*)/y
    cell.lastIndex = at
    const found = cell.exec(csv)
    row.push(found[1] === undefined ? found[2] : found[1].replaceAll('""', '"'))
    at = cell.lastIndex
    if (csv[at] === ',') {
      at += 1
      continue
    }
    if (csv.slice(at, at + 2) !== '\r\n') throw new Error(`no end of a cell at byte ${at}: ${csv.slice(at - 20, at + 20)}`)
    at += 2
    rows.push(row)
    row = []
  }
  return rows
}

// The values of a list in a cell, and the text that a guarded cell stands for, as docs/owners/open-data.md says.
export function listValues(cell) {
  if (cell === '') return []
  return [...cell.matchAll(/(?:^|;)((?:\\[\s\S]|[^;\\])*)/g)].map(found => unguarded(found[1].replace(/\\([\s\S])/g, '$1')))
}
export const unguarded = cell => cell.replace(/^'(?='*[=+\-@\t\r\n])/, '')

// Every value within one, with the path that leads to it.
export function* values(value, at = '') {
  yield [value, at]
  if (value !== null && typeof value === 'object') for (const [key, inner] of Object.entries(value)) yield* values(inner, `${at}/${key}`)
}
