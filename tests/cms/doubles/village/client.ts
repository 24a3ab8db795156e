/** The script of the admin pages: editors, modals, the picture that is sent first, and forms that a script sends. */
export const CLIENT = `(() => {
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const meta = document.querySelector('meta[name="csrf-token"]')?.content;
const headers = (more) => {
  const sent = { 'X-Requested-With': 'XMLHttpRequest', ...more };
  const key = localStorage.getItem('token');
  if (meta) sent['X-CSRF-TOKEN'] = meta;
  if (key) sent.Authorization = 'Bearer ' + key;
  return sent;
};
const say = (text) => {
  const box = document.querySelector('.alert');
  box.hidden = false;
  box.textContent = text;
};

for (const editor of all('.editor')) {
  const area = editor.querySelector('[contenteditable]');
  const store = editor.querySelector('.store');
  const form = editor.closest('form');
  const fill = () => { area.innerHTML = store.value; };
  const copy = () => { store.value = area.innerHTML; };
  fill();
  form.addEventListener('village:filled', fill);
  if (editor.dataset.dialog) editor.insertAdjacentHTML('beforeend',
    '<div class="note-modal" hidden><input type="file" name="' + editor.dataset.dialog + '" accept="image/*" multiple></div>');
  if (editor.dataset.copies === 'changed')
    new MutationObserver(copy).observe(area, { childList: true, subtree: true, characterData: true });
  else form.addEventListener('submit', copy);
  if (editor.dataset.pastes === 'itself') area.addEventListener('paste', (event) => {
    event.preventDefault();
    const html = event.clipboardData.getData('text/html');
    if (html) document.execCommand('insertHTML', false, html);
    else document.execCommand('insertText', false, event.clipboardData.getData('text/plain'));
  });
}

for (const select of all('select[data-other]')) {
  const other = select.form.querySelector('.other');
  const show = () => {
    other.hidden = select.value !== 'lainnya';
    other.querySelector('input').required = !other.hidden;
  };
  select.addEventListener('change', show);
  select.form.addEventListener('village:filled', show);
}

for (const button of all('[data-opens]')) button.addEventListener('click', () => {
  document.getElementById(button.dataset.opens).hidden = false;
});
for (const button of all('[data-closes]')) button.addEventListener('click', () => {
  button.closest('.modal').hidden = true;
});

// As upload scripts do: one request for the file, by XMLHttpRequest; the new token counts for every form of the page.
const upload = (form, address, fields, done) => {
  const csrf = form.querySelector('[name=csrf_test_name]');
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  if (csrf) body.append('csrf_test_name', csrf.value);
  const request = new XMLHttpRequest();
  request.open('POST', address);
  for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value);
  const button = form.querySelector('[type=submit]');
  button.disabled = true;
  request.onloadend = () => {
    button.disabled = false;
    let answer = {};
    try { answer = JSON.parse(request.responseText); } catch {}
    const next = answer.csrf || request.getResponseHeader('x-csrf');
    if (next) for (const field of all('[name=csrf_test_name]')) field.value = next;
    const isGood = request.status >= 200 && request.status < 300;
    if (!isGood) say(answer.message ?? 'Gambar gagal diunggah');
    done(isGood, answer, request.responseText);
  };
  request.send(body);
};

for (const input of all('[data-uploads]')) input.addEventListener('change', () => {
  upload(input.form, input.dataset.uploads, [['file', input.files[0]]], (isGood, answer) => {
    const value = answer.value ?? answer.data?.link;
    if (isGood && value) input.form.querySelector('.uploaded').value = value;
    else if (isGood) say(answer.message);
  });
});

// As Dropzone: its input lies at the end of the page and is made anew after each choice.
for (const zone of all('[data-dropzone]')) {
  const form = zone.closest('form');
  zone.classList.add('dz-clickable');
  zone.innerHTML = '<div class="dz-default dz-message"><button class="dz-button" type="button">Tarik gambar ke sini</button></div>';
  const take = (file) => {
    const preview = document.createElement('div');
    preview.className = 'dz-preview dz-file-preview dz-processing';
    preview.textContent = file.name;
    zone.append(preview);
    upload(form, zone.dataset.dropzone, [['file', file, file.name]], (isGood, answer) => {
      preview.classList.add(isGood ? 'dz-success' : 'dz-error', 'dz-complete');
      if (!isGood || !answer.name) return;
      const field = document.createElement('input');
      Object.assign(field, { type: 'hidden', name: zone.dataset.named, value: answer.name, className: 'added' });
      form.append(field);
    });
  };
  let input = null;
  const draw = () => {
    input?.remove();
    input = document.createElement('input');
    Object.assign(input, { type: 'file', className: 'dz-hidden-input', accept: 'image/*' });
    input.style = 'visibility: hidden; position: absolute; top: 0; left: 0; height: 0; width: 0';
    document.body.append(input);
    input.addEventListener('change', () => {
      for (const file of input.files) take(file);
      draw();
    });
  };
  draw();
  zone.querySelector('button').addEventListener('click', () => input.click());
}

// As FilePond: the form's input is taken away, and the one in its place keeps no file and, once there is one, no name.
for (const own of all('[data-filepond]')) {
  const form = own.form;
  const root = document.createElement('div');
  root.className = 'filepond--root';
  root.innerHTML = '<input class="filepond--browser" type="file" accept="image/*"><div class="filepond--list"></div><fieldset class="filepond--data"></fieldset>';
  const [browser, list, data] = root.children;
  browser.name = own.name;
  browser.required = own.required;
  const name = own.name;
  own.replaceWith(root);
  browser.addEventListener('change', () => {
    if (!browser.value) return;
    const [file] = browser.files;
    setTimeout(() => {
      browser.value = '';
      browser.removeAttribute('name');
      browser.required = false;
      const item = document.createElement('div');
      item.className = 'filepond--item';
      item.dataset.filepondItemState = 'processing';
      item.textContent = file.name;
      list.replaceChildren(item);
      const field = document.createElement('input');
      Object.assign(field, { type: 'hidden', name });
      data.replaceChildren(field);
      upload(form, own.dataset.filepond, [[name, '{}'], [name, file]], (isGood, _, text) => {
        // An upload that was too quick to be seen is shown for a while before it counts.
        setTimeout(() => {
          item.dataset.filepondItemState = isGood ? 'processing-complete' : 'processing-error';
          if (isGood) field.value = text;
        }, 750);
      });
    }, 250);
  });
}

// As a file manager's window answers the page that opened it.
for (const button of all('[data-manages]')) button.addEventListener('click', () => {
  window.SetUrl = (items) => {
    const field = document.getElementById(button.dataset.manages);
    field.value = items.map(({ url }) => url).join(',');
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };
});

const textsOf = (form) => Object.fromEntries([...new FormData(form)].filter(([, value]) => typeof value === 'string'));
const modelsOf = (form) => Object.fromEntries(all('input, select, textarea', form)
  .filter((field) => field.hasAttribute('wire:model'))
  .map((field) => [field.getAttribute('wire:model'), field.type === 'checkbox' ? (field.checked ? '1' : '') : field.value]));

let collection = [];
const readCollection = async (address) => {
  collection = (await (await fetch(address, { headers: headers() })).json()).articles;
};

const bodyOf = (form) => {
  const { send, method } = form.dataset;
  if (send === 'multipart') {
    const body = new FormData(form);
    if (method !== 'POST') body.append('_method', method);
    return [body, {}];
  }
  const json = (value) => [JSON.stringify(value), { 'Content-Type': 'application/json' }];
  const values = textsOf(form);
  if (send === 'json') return json(values);
  if (send === 'wire')
    return json({ snapshot: form.dataset.snapshot, updates: modelsOf(form), calls: [{ method: 'simpan', params: [] }] });
  const old = collection.find(({ id }) => String(id) === values.id);
  if (old) for (const key of Object.keys(values)) if (key === 'id' || (values[key] === '' && key.startsWith('image'))) delete values[key];
  if (old) for (const box of all('[type=checkbox]', form)) if (!box.checked) delete old[box.name];
  const next = old ? collection.map((one) => (one === old ? { ...old, ...values } : one)) : [...collection, { ...values, id: Date.now() }];
  return json({ articles: next });
};

for (const form of all('form[data-send]')) {
  const { to, method, after, list, login, send } = form.dataset;
  if (form.dataset.collection) readCollection(form.dataset.collection);
  if (form.dataset.load) fetch(form.dataset.load, { headers: headers() }).then(async (response) => {
    if (!response.ok) return;
    const values = await response.json();
    for (const field of form.elements) {
      if (field.type === 'checkbox') field.checked = values[field.name] === '1';
      else if (field.type !== 'file' && values[field.name] !== undefined) field.value = values[field.name];
    }
    form.dispatchEvent(new Event('village:filled'));
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const [body, type] = bodyOf(form);
    const response = await fetch(to, { method: send === 'multipart' ? 'POST' : method, headers: headers(type), body });
    if (response.status === 401) return void (location.href = login);
    // A session that is over ends on a page.
    if (!(response.headers.get('content-type') ?? '').startsWith('application/json')) return void (location.href = response.url);
    const answer = await response.json();
    if (answer.snapshot) form.dataset.snapshot = answer.snapshot;
    const isGood = response.ok && answer.success !== false && !answer.errors;
    if (isGood && after === 'list') return void (location.href = list);
    say(answer.message ?? 'Berhasil disimpan');
    // Hidden fields are not emptied by reset().
    if (isGood && 'fresh' in form.dataset) {
      form.reset();
      for (const field of all('.store, .uploaded', form)) field.value = '';
      for (const field of all('.added, .filepond--data input', form)) field.remove();
    }
    if (isGood) form.dispatchEvent(new Event('village:filled'));
    if (isGood && form.dataset.collection) readCollection(form.dataset.collection);
  });
}

for (const form of all('form[data-enter]')) form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(textsOf(form)) };
  localStorage.setItem('token', (await (await fetch(form.dataset.enter, init)).json()).token);
  location.href = form.dataset.list;
});

for (const body of all('tbody[data-rows]')) fetch(body.dataset.rows, { headers: headers() }).then(async (response) => {
  if (!response.ok) return void (location.href = body.dataset.home);
  body.innerHTML = (await response.json()).rows;
});
})();`;
