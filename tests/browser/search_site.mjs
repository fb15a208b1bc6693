// A site that is published for the tests of the search, and a server for it.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'

const page = (title, text, more = '') => `+++\ntitle = '${title}'\n${more}+++\n\n${text}\n`
const files = {
  'site.toml': 'title = "Moorvale"\nlanguage = "en-GB"\n[rules]\n' +
    ['missing-field', 'missing-end', 'missing-value'].map((rule) => `${rule} = "warning"\n`).join(''),
  'content/index.md': page('Home', 'How Moorvale buys its services.'),
  'content/a.md': page('Otters', 'Their homes.'),
  'content/b.md': page('Rivers', '## Otters of the upper river\n\nThey swim.'),
  'content/c.md': page('Ponds', 'Some otters and a heron live here.'),
  'content/d.md': page('Ottering', 'What people do who look for them by the river.'),
  'content/e.md': page('Herons', 'They stand by the river, where children watch.'),
  'content/caf\u00e9.md': page('The caf\u00e9', 'Cafe hours of the children\u2019s kitchen.'),
  'content/hostile.md': page('Hostile \\<img src=x onerror=alert(1)>', 'Words \\<script>alert(2)\\</script> and &amp; more hostility.'),
  'content/standards/S1.md': page('Water is clean', 'Rivers are clean for otters.'),
  'content/glossary/terms.toml': '[weir]\ntitle = "Weir"\ntext = "A low wall across a river."\n',
  'content/draft.md': page('Unfinished wolverines', 'Text.', 'draft = true\n'),
  'content/register/contracts.toml': '[C-1]\ntitle = "Dredging of the moat"\nsupplier = "s"\n' +
    '[[C-1.redactions]]\nfield = "supplier"\nreason = "Commercially sensitive"\n[C-2]\ntitle = "Nets"\nsupplier = "t"\n',
  'content/register/suppliers.toml': '[s]\ntitle = "Lapwing"\n[t]\ntitle = "Plover"\n'
}
// Ten files of results, and words that begin alike in more than one file of terms.
for (let i = 0; i < 400; i++)
  files[`content/notes/n${i}.md`] = page(`Note ${i}`, `Common words of note ${i}${i % 20 ? '' : ', a twentieth'}: zebra${i}a zebra${i}b.`)

export function publish() {
  const place = mkdtempSync(path.join(tmpdir(), 'framewright-search-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(place, name)), { recursive: true })
    writeFileSync(path.join(place, name), text)
  }
  const program = process.env.FRAMEWRIGHT ?? path.join(import.meta.dirname, '../../build/src/framewright')
  try {
    execFileSync(program, ['build', '--site', place, '--date', '2026-11-23'], { stdio: 'pipe' })
  } catch (error) {
    throw new Error(String(error.stdout))
  }
  return { folder: path.join(place, 'public'), remove: () => rmSync(place, { recursive: true }) }
}

const types = { html: 'text/html', css: 'text/css', js: 'text/javascript', json: 'application/json', bin: 'application/octet-stream' }

export async function serve(folder) {
  const requests = []
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost')
    requests.push(pathname)
    const file = path.join(folder, pathname.endsWith('/') ? pathname + 'index.html' : pathname)
    try {
      const body = readFileSync(file)
      response.writeHead(200, {
        'content-type': types[file.split('.').pop()] ?? 'text/plain',
        'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'"
      })
      response.end(body)
    } catch {
      response.writeHead(404)
      response.end()
    }
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { address: `http://127.0.0.1:${server.address().port}/`, requests, close: () => server.close() }
}
