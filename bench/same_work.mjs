// What generators made of the same text, counted, so that nobody is quick by leaving something out.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { files_below, size_of } from './measuring.mjs'

const counts = { headings: /<h2[^>]* id=/g, cells: /<td/g, contents: /<a href="#[^"]*part-\d">/g, neighbours: /rel="?(?:prev|next)"? href="[^"]*">\s*(?:<span|Page)/g }

// Pages, links of the text to pages and those that lead nowhere, headings with ids, cells of tables, entries of contents, links to
// the page before and after.
export function work_of(output) {
  const all = new Set(files_below(output))
  const found = { ...size_of(output), pages: 0, links: 0, dead: 0, headings: 0, cells: 0, contents: 0, neighbours: 0 }
  for (const file of all) {
    if (!/area-\d+\/page-\d+\/index\.html$/.test(file)) continue
    const html = readFileSync(path.join(output, file), 'utf8')
    ++found.pages
    for (const [, address] of html.matchAll(/<a href="([^"]*)">page \d+<\/a>/g)) {
      ++found.links
      const to = address.startsWith('/') ? address.slice(1) : path.join(path.dirname(file), address)
      if (!all.has(path.join(to, 'index.html'))) ++found.dead
    }
    for (const [name, pattern] of Object.entries(counts)) found[name] += html.match(pattern)?.length ?? 0
  }
  return found
}
