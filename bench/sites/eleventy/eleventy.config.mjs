// The pages of each area in order, the ids of headings, and the list of them, each worked out once.
const id_of = text => text.toLowerCase().replace(/[^a-z0-9 -]/g, '').replace(/ /g, '-')

const long_date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

export default function (config) {
  const neighbours = new Map()

  config.amendLibrary('md', markdown => markdown.core.ruler.push('heading_ids', state => {
    state.tokens.forEach((token, index) => {
      if (token.type === 'heading_open') token.attrSet('id', id_of(state.tokens[index + 1].content))
    })
  }))
  config.addCollection('areas', collections => {
    const areas = {}
    for (const page of collections.getAll()) if (page.data.area !== undefined) (areas[page.data.area] ??= []).push(page)
    for (const pages of Object.values(areas)) {
      pages.sort((a, b) => a.data.order - b.data.order)
      pages.forEach((page, index) => neighbours.set(page.url, { previous: pages[index - 1], next: pages[index + 1] }))
    }
    return areas
  })
  config.addFilter('neighbours', url => neighbours.get(url))
  config.addFilter('contents', html => [...html.matchAll(/<h2 id="([^"]*)">(.*?)<\/h2>/g)].map(([, id, title]) => ({ id, title })))
  config.addFilter('long_date', date => long_date.format(new Date(date)))
  config.addFilter('day', date => date.toISOString())
  return { dir: { input: 'content', includes: '../_includes', output: '_site' }, markdownTemplateEngine: false }
}
