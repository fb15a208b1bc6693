// What a query costs a reader: runs the real search.js against a published site, with a document of its own and files
// in the place of the network, and counts what it fetches.
//   node bench/search.mjs FOLDER [QUERY …]
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { search } from '../tests/browser/search_page.mjs'

const [folder, ...given] = process.argv.slice(2)
const queries = given.length ? given : ['standard', 'commissioning', 'need', 'commissioning outcome', 'safeguarding children', 'quality standard review',
  'partners', 'safeg', 'comissioning', 'budgte', 'value for money in contracts', 'page 12', 'contract 7 need', 'zzzyx']
console.log('query | requests | bytes | shown | status | ms')
for (const query of queries) {
  const began = performance.now()
  const { fetched, bytes, found, status } = await search(folder, query)
  console.log(`${query} | ${fetched.length} | ${bytes} | ${found.length} | ${status} | ${Math.round(performance.now() - began)}`)
}
console.log(`search/index.html: ${readFileSync(path.join(folder, 'search/index.html')).length} bytes`)
