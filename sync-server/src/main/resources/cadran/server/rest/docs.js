// Lays out the OpenAPI document for reading. Everything comes from it, so the page can't disagree with it.
const api = await (await fetch('/api/v1/openapi.json')).json();

/** An element with attributes and children. Text is only ever text: nothing here parses HTML. */
function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) element.setAttribute(key, value);
  element.append(...children.flat().filter(child => child !== null && child !== undefined));
  return element;
}

function resolve(thing) {
  while (thing && thing.$ref) {
    thing = thing.$ref.slice(2).split('/').reduce((at, key) => at[key.replace(/~1/g, '/').replace(/~0/g, '~')], api);
  }
  return thing;
}

/** The little Markdown the document uses: paragraphs, headings, lists and code. */
function prose(text) {
  return (text ?? '').split(/\n\n+/).filter(Boolean).map(block => {
    if (block.startsWith('## ')) return el('h2', {}, block.slice(3));
    if (block.startsWith('    ')) return el('pre', {}, block.replace(/^ {4}/gm, ''));
    if (block.startsWith('- ')) return el('ul', {}, block.split(/\n- |^- /).filter(Boolean).map(item => el('li', {}, inline(item))));
    return el('p', {}, inline(block));
  });
}

function inline(text) {
  return (text ?? '').split('`').map((part, i) => i % 2 ? el('code', {}, part) : part);
}

/** The properties of a schema with those of all its parts. */
function properties(schema) {
  schema = resolve(schema);
  const all = {}, required = new Set(schema.required ?? []);
  for (const part of schema.allOf ?? []) {
    const inner = properties(part);
    Object.assign(all, inner.all);
    inner.required.forEach(name => required.add(name));
  }
  return {all: Object.assign(all, schema.properties), required};
}

function typeOf(schema) {
  schema = resolve(schema);
  if (!schema) return '';
  if (schema.enum) return schema.enum.filter(value => value !== null).join(' | ') + (schema.enum.includes(null) ? ' | null' : '');
  const types = [schema.type ?? (schema.allOf || schema.properties ? 'object' : 'any')].flat();
  let text = types.map(type => type === 'array' ? 'list of ' + typeOf(schema.items) : type).join(' | ');
  if (schema.format) text = text.replace('string', schema.format);
  if (schema['x-references']) text = text.replace('uuid', `uuid of ${schema['x-references']}`);
  if (schema.maxLength) text += `, at most ${schema.maxLength}`;
  if (schema.minimum !== undefined && schema.maximum !== undefined) text += `, ${schema.minimum} to ${schema.maximum}`;
  if (schema.default !== undefined) text += `, ${schema.default} by default`;
  return text;
}

function table(head, rows) {
  return el('div', {class: 'table'}, el('table', {},
    el('thead', {}, el('tr', {}, head.map(cell => el('th', {scope: 'col'}, cell)))),
    el('tbody', {}, rows.map(row => el('tr', {}, row.map(cell => el('td', {}, cell)))))));
}

function named(name, required) {
  return [name, required ? el('span', {class: 'required', title: 'required'}, ' *') : null].filter(Boolean);
}

function fieldTable(schema) {
  const {all, required} = properties(schema);
  return table(['Field', 'Type', 'Meaning'], Object.entries(all).map(([name, field]) =>
    [named(name, required.has(name)), typeOf(field), inline(resolve(field).description)]));
}

function curl(method, path, operation, parameters) {
  const id = api.components.parameters.Id.example;
  const lines = [`curl "$CADRAN${path.replace(/\{[^}]+\}/g, id)}"`];
  if (method !== 'GET') lines[0] = lines[0].replace('curl', `curl -X ${method}`);
  if ((operation.security ?? api.security).length) lines.push('-H "Authorization: Bearer $TOKEN"');
  for (const parameter of parameters.filter(p => p.in === 'header' && p.required)) {
    lines.push(`-H '${parameter.name}: ${parameter.example ?? ''}'`);
  }
  const content = resolve(operation.requestBody)?.content ?? {};
  const [type, body] = Object.entries(content)[0] ?? [];
  if (type) {
    lines.push(`-H 'Content-Type: ${type}'`);
    if (body.example !== undefined) lines.push(`-d '${JSON.stringify(body.example).replace(/'/g, "'\\''")}'`);
  }
  return lines.join(' \\\n  ');
}

function example(text) {
  const button = el('button', {type: 'button'}, 'Copy');
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
  });
  return el('div', {class: 'example'}, el('pre', {}, text), button);
}

function responses(operation) {
  return table(['Status', 'Answer', 'Error codes'], Object.entries(operation.responses).map(([status, response]) => {
    const answer = resolve(response);
    const codes = (answer['x-codes'] ?? []).flatMap(code => [el('a', {href: '#' + code}, el('code', {}, code)), ' ']);
    return [status, inline(answer.description), codes];
  }));
}

function answerExample(operation) {
  const good = Object.entries(operation.responses).find(([status]) => status.startsWith('2'));
  const body = good && Object.values(resolve(good[1]).content ?? {})[0];
  return body?.example === undefined ? [] : [el('h3', {}, 'Answer'), el('pre', {}, JSON.stringify(body.example, null, 2))];
}

function show(method, path, operation, shared) {
  const parameters = [...(shared ?? []), ...(operation.parameters ?? [])].map(resolve);
  const body = Object.values(resolve(operation.requestBody)?.content ?? {})[0];
  const isPublic = (operation.security ?? api.security).length === 0;
  const section = el('details', {class: 'operation', id: operation.operationId},
    el('summary', {}, el('span', {class: 'method ' + method}, method), el('span', {class: 'path'}, path), el('span', {class: 'summary'}, operation.summary)),
    el('div', {},
      prose(operation.description),
      el('p', {}, 'Right: ', el('span', {class: 'right'}, isPublic ? 'none, no sign-in' : operation['x-permission'] ?? 'signed in')),
      parameters.length ? [el('h3', {}, 'Parameters'), table(['Name', 'In', 'Type', 'Meaning'], parameters.map(p =>
        [named(p.name, p.required), p.in, typeOf(p.schema), inline(p.description)]))] : [],
      body ? [el('h3', {}, 'Body'), fieldTable(body.schema)] : [],
      el('h3', {}, 'Example'), example(curl(method, path, operation, parameters)),
      answerExample(operation),
      el('h3', {}, 'Answers'), responses(operation)));
  section.dataset.text = [method, path, operation.summary, operation.description, operation['x-permission'],
    ...parameters.map(p => p.name), ...(body ? Object.keys(properties(body.schema).all) : []),
    ...Object.values(operation.responses).flatMap(response => resolve(response)['x-codes'] ?? [])].join(' ').toLowerCase();
  return section;
}

function errorTable() {
  const codes = api.components.schemas.ProblemCode.oneOf;
  const shown = el('section', {id: 'errors'}, el('h2', {}, 'Error codes'),
    table(['Code', 'Status', 'Meaning'], codes.map(code => [code.const, String(code['x-status']), inline(code.description)])));
  shown.querySelectorAll('tbody tr').forEach((row, i) => { row.id = codes[i].const; });
  return shown;
}

const main = document.getElementById('main'), contents = document.getElementById('contents');
main.append(el('section', {id: 'about'}, prose(api.info.description)));
contents.append(el('ul', {}, el('li', {}, el('a', {href: '#about'}, 'About')), el('li', {}, el('a', {href: '#errors'}, 'Error codes'))));

for (const tag of api.tags) {
  const section = el('section', {}, el('h2', {}, tag.name), prose(tag.description));
  const list = el('ul');
  for (const [path, item] of Object.entries(api.paths)) {
    for (const method of ['get', 'post', 'put', 'patch', 'delete']) {
      const operation = item[method];
      if (!operation?.tags.includes(tag.name)) continue;
      section.append(show(method.toUpperCase(), path, operation, item.parameters));
      list.append(el('li', {}, el('a', {href: '#' + operation.operationId}, operation.summary)));
    }
  }
  main.append(section);
  contents.append(el('h2', {}, tag.name), list);
}
main.append(errorTable());

const search = document.getElementById('search'), found = document.getElementById('found');
search.addEventListener('input', () => {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const operation of document.querySelectorAll('details.operation')) {
    operation.hidden = !words.every(word => operation.dataset.text.includes(word));
    if (!operation.hidden) count++;
  }
  for (const section of document.querySelectorAll('main > section')) {
    const operations = [...section.querySelectorAll('details.operation')];
    section.hidden = words.length > 0 && section.id !== 'errors' && operations.every(operation => operation.hidden);
  }
  const rows = [...document.querySelectorAll('#errors tbody tr')];
  for (const row of rows) row.hidden = !words.every(word => row.textContent.toLowerCase().includes(word));
  document.getElementById('errors').hidden = rows.every(row => row.hidden);
  for (const link of document.querySelectorAll('nav li')) {
    link.hidden = document.getElementById(link.firstChild.hash.slice(1)).hidden;
  }
  found.textContent = words.length ? `${count} operation${count === 1 ? '' : 's'} found` : '';
});
document.addEventListener('keydown', event => {
  if (event.key === '/' && document.activeElement !== search) {
    event.preventDefault();
    search.focus();
  }
});

function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLDetailsElement) target.open = true;
  target?.scrollIntoView();
}
window.addEventListener('hashchange', openTarget);
openTarget();
