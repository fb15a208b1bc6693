// How long it takes from saving a page to seeing it in a browser: node bench/serve.mjs PROGRAM SITE PAGE [EDITS]
// PAGE is the path of a Markdown file in the site. Each edit puts a word at its end, as an editor saves: beside it, and in its place.
// Needs `npm ci` in tests/browser, and chromium.
import { spawn } from 'node:child_process'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openBrowser } from '../tests/browser/published.mjs'

const [program, site, page, edits = '200'] = process.argv.slice(2)
if (!page) {
  console.error('usage: node bench/serve.mjs PROGRAM SITE PAGE [EDITS]')
  process.exit(2)
}
// The policy of the pages lets no text be run as script, so that waitForFunction does not serve.
async function shows(tab, word) {
  for (;;) {
    try {
      return await tab.evaluate(
        (wanted) =>
          new Promise((done) => {
            const watcher = new MutationObserver(look)
            function look() {
              if (!document.querySelector('main').textContent.includes(wanted)) return
              watcher.disconnect()
              done()
            }
            watcher.observe(document, { subtree: true, childList: true })
            look()
          }),
        word,
      )
    } catch (error) {
      if (!/context|navigation/i.test(error.message)) throw error
    }
  }
}

const server = spawn(program, ['serve', '--site', site, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
let said = ''
const ready = new Promise((done) =>
  server.stdout.on('data', (bytes) => {
    said += bytes
    if (said.includes('The site was read')) done()
  }),
)
await ready
const address = /http:\S+/.exec(said)[0]
const browser = await openBrowser()
const tab = await browser.newPage()
await tab.goto(address + page.replace(/^content\//, '').replace(/(index)?\.md$/, '/'))
const file = path.join(site, page), text = readFileSync(file, 'utf8')
const times = []
try {
  for (let edit = 0; edit < Number(edits); ++edit) {
    const word = `edit-number-${edit}-`
    const seen = shows(tab, word)
    // The watcher within the page is there before the clock starts.
    await tab.evaluate(() => 0)
    const before = performance.now()
    writeFileSync(`${file}.new~`, `${text}\n\nA paragraph ${word}\n`)
    renameSync(`${file}.new~`, file)
    await seen
    times.push(performance.now() - before)
    await new Promise((done) => setTimeout(done, 60))
  }
} finally {
  writeFileSync(file, text)
}
times.sort((a, b) => a - b)
const at = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))].toFixed(0)
console.log(`${times.length} edits, from saved to seen in the browser: median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, longest ${at(1)} ms`)
console.log(said.split('\n').slice(0, 4).join('\n'))
await browser.close()
server.kill()
