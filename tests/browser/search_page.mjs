// The results page without a browser: runs the search.js of a published site on the few parts of a document that it
// uses. Fetches read files of the site and are counted.
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'

const decoded = (text) => text.replace(/&#(\d+);|&quot;|&lt;|&gt;|&amp;/g, (entity, code) =>
  code ? String.fromCharCode(code) : { '&quot;': '"', '&lt;': '<', '&gt;': '>', '&amp;': '&' }[entity])

class Node {
  constructor(tag) { Object.assign(this, { tag, children: [], dataset: {} }) }
  append(...parts) { this.children.push(...parts) }
  appendChild(node) { this.children.push(node); return node }
  set textContent(text) { this.children = text ? [text] : [] }
  get textContent() { return this.children.map((child) => child.textContent ?? child).join('') }
  all(tag) { return this.children.flatMap((child) => (child instanceof Node ? [...(child.tag === tag ? [child] : []), ...child.all(tag)] : [])) }
}

// The source of the script of a published site.
export const script = (folder) =>
  readFileSync(path.join(folder, 'assets', readdirSync(path.join(folder, 'assets')).find((name) => name.startsWith('search.'))), 'utf8')

// The script on a page; `ending` is run within it, after it.
export async function search(folder, query, ending = '') {
  const html = readFileSync(path.join(folder, 'search/index.html'), 'utf8')
  const [field, status, results, more] = ['input', 'p', 'div', 'button'].map((tag) => new Node(tag))
  results.dataset.index = decoded(/data-index="([^"]*)"/.exec(html)[1])
  const fetched = []
  let bytes = 0
  const fetch = async (url) => {
    const file = path.join(folder, 'search', url.split('?')[0])
    const body = readFileSync(file)
    fetched.push(path.basename(file))
    bytes += body.length
    return { ok: true, json: async () => JSON.parse(body), arrayBuffer: async () => body.buffer.slice(body.byteOffset, body.byteOffset + body.length) }
  }
  const document = { querySelectorAll: () => [field, status, results, more], createElement: (tag) => new Node(tag) }
  const location = { search: '?' + new URLSearchParams({ q: query }) }
  const run = vm.runInThisContext(`(async (document, location, fetch) => { ${script(folder)}\n${ending} })`)
  const value = await run(document, location, fetch)
  const found = results.all('a').map((link) => ({ title: link.textContent, address: link.href }))
  return { fetched, bytes, status: status.textContent, found, results, more, offers: status.all('a').map((link) => link.href), value }
}
