// Prints what citeproc-js makes of the sources that `second_engine` wrote into FOLDER:
//
//   SECOND_ENGINE=/tmp/second cargo test --test bibliography second_engine -- --ignored
//   (cd /tmp/second && npm install citeproc)
//   NODE_PATH=/tmp/second/node_modules node tests/bibliography/citeproc.js /tmp/second apa \
//       > fixtures/golden/reference/apa.tsv
//
// One line for each source: its key, its entry, a first note on it with a page, and a later note with a
// paragraph after a note on another work. Read the difference before you commit it.
const CSL = require('citeproc');
const fs = require('fs');

const [folder, style] = process.argv.slice(2);
const read = (name) => fs.readFileSync(`${folder}/${name}`, 'utf8');
const items = JSON.parse(read('items.json'));
const other = { id: 'zz', type: 'book', title: 'Zz', author: [{ family: 'Zz', given: 'Z' }] };
const byId = Object.fromEntries([...items, other].map((item) => [item.id, item]));
const system = {
  retrieveItem: (id) => byId[id],
  retrieveLocale: (code) => (fs.existsSync(`${folder}/locales-${code}.xml`) ? read(`locales-${code}.xml`) : false),
};
const engine = new CSL.Engine(system, read(`${style}.csl`));
engine.setOutputFormat('text');

function entry(id) {
  engine.restoreProcessorState([]);
  engine.updateItems([id]);
  const bibliography = engine.makeBibliography();
  // Nothing where the style leaves this kind of source unlisted.
  return (bibliography && bibliography[1][0]) || '';
}

function notes(id) {
  const cited = [[{ id, locator: '12-14', label: 'page' }], [{ id: 'zz' }], [{ id, locator: '3', label: 'paragraph' }]];
  const before = [];
  return cited.map((citationItems, position) => {
    const citation = { citationItems, properties: { noteIndex: position + 1 } };
    const [, changed] = engine.processCitationCluster(citation, before, []);
    const [, text, citationId] = changed.find(([index]) => index === position);
    before.push([citationId, position + 1]);
    return text;
  });
}

for (const { id } of items) {
  const listed = entry(id);
  const [first, , later] = notes(id);
  console.log([id, listed, first, later].map((cell) => cell.trim().replace(/\s+/g, ' ')).join('\t'));
}
